import pytest

from kdnet_docs.tagged_pdf.merging.claims import of_all, of_part, of_stamp
from kdnet_docs.tagged_pdf.verdicts import Claims, Lack

BOTH = Claims(pdf_ua=True, pdf_a="3a")


def claims(pdf_a: str | None, *, pdf_ua: bool = True) -> Claims:
    return Claims(pdf_ua=pdf_ua, pdf_a=pdf_a)


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        (["3a", "2a", "1a"], "3a"),
        (["3a", "2u"], "3u"),
        (["3a", "1b", "3u"], "3b"),
        (["3a", None], None),
        (["3a", "4f"], None),
        (["3a", "4"], None),
    ],
)
def test_the_level_of_pdf_a_is_the_lowest_of_all(levels: list[str | None], level: str | None) -> None:
    each = [of_part(claims(one), (), broken=False) for one in levels]
    assert of_all(each, colours_agree=True) == claims(level)


def test_pdf_ua_is_claimed_when_all_claim_it() -> None:
    assert not of_all([BOTH, claims("3a", pdf_ua=False)], colours_agree=True).pdf_ua


def test_colours_that_do_not_agree_keep_from_pdf_a_alone() -> None:
    assert of_all([BOTH], colours_agree=False) == claims(None)


@pytest.mark.parametrize("lack", [Lack.TITLE, Lack.LANGUAGE, Lack.A_CLAIM])
def test_what_the_whole_has_for_its_parts_does_no_harm(lack: Lack) -> None:
    assert of_part(BOTH, [lack], broken=False) == BOTH


@pytest.mark.parametrize(
    ("lack", "true"),
    [
        (Lack.UNTAGGED, claims("3b", pdf_ua=False)),
        (Lack.LINK_CONTENTS, claims("3a", pdf_ua=False)),
        (Lack.FONT_NOT_EMBEDDED, claims(None, pdf_ua=False)),
        (Lack.ARCHIVABLE, claims(None)),
    ],
)
def test_a_claim_that_is_seen_to_be_false_is_not_repeated(lack: Lack, true: Claims) -> None:
    assert of_part(BOTH, [lack], broken=False) == true


def test_nothing_about_tags_is_claimed_for_a_broken_structure() -> None:
    assert of_part(BOTH, (), broken=True) == claims("3b", pdf_ua=False)


def test_a_stamp_needs_no_tags_but_its_fonts_must_be_there() -> None:
    assert of_stamp(claims("2u", pdf_ua=False)) == BOTH
    assert of_stamp(claims("3b", pdf_ua=False)) == claims("3b")
    assert of_stamp(claims(None, pdf_ua=False)) == claims(None, pdf_ua=False)
