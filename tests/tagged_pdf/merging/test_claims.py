from dataclasses import replace

import pytest
from small_pdfs import PROPERTIES, SmallPdf, part

from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.merging.claims import lacks_of_stamp, of_all, of_part, of_stamp
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, stream
from kdnet_docs.tagged_pdf.parts import Part, Stamp
from kdnet_docs.tagged_pdf.verdicts import Claims, Lack

BOTH = Claims(pdf_ua=True, pdf_a="3a")


def claims(pdf_a: str | None, *, pdf_ua: bool = True) -> Claims:
    return Claims(pdf_ua=pdf_ua, pdf_a=pdf_a)


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        (["3a", "2a"], "3a"),
        (["3a", "2u"], "3u"),
        (["3a", "2b", "3u"], "3b"),
        (["3a", "1a"], None),
        (["3a", None], None),
        (["3a", "4f"], None),
        (["3a", "4"], None),
    ],
)
def test_the_level_of_pdf_a_is_the_lowest_of_all(levels: list[str | None], level: str | None) -> None:
    assert of_all(of_part(claims(one), ()) for one in levels) == claims(level)


def test_pdf_ua_is_claimed_when_all_claim_it() -> None:
    assert not of_all([BOTH, claims("3a", pdf_ua=False)]).pdf_ua


def test_colours_that_do_not_agree_keep_from_pdf_a_alone() -> None:
    assert of_all([BOTH, of_part(BOTH, [Lack.COLOURS])]) == claims(None)
    assert of_stamp(BOTH, colours_agree=False) == claims(None)


@pytest.mark.parametrize("lack", [Lack.TITLE, Lack.LANGUAGE, Lack.A_CLAIM])
def test_what_the_whole_has_for_its_parts_does_no_harm(lack: Lack) -> None:
    assert of_part(BOTH, [lack]) == BOTH


@pytest.mark.parametrize(
    ("lack", "true"),
    [
        (Lack.UNTAGGED, claims("3b", pdf_ua=False)),
        (Lack.TAG_CONTENT, claims("3b", pdf_ua=False)),
        (Lack.LINK_CONTENTS, claims("3a", pdf_ua=False)),
        (Lack.FONT_NOT_EMBEDDED, claims(None, pdf_ua=False)),
        (Lack.ARCHIVABLE, claims(None)),
    ],
)
def test_a_claim_that_is_seen_to_be_false_is_not_repeated(lack: Lack, true: Claims) -> None:
    assert of_part(BOTH, [lack]) == true


@pytest.mark.parametrize(
    ("said", "true"),
    [
        (claims("2u", pdf_ua=False), BOTH),
        (claims("3b", pdf_ua=False), claims("3b")),
        (claims("1a", pdf_ua=False), claims(None, pdf_ua=False)),
        (claims(None, pdf_ua=False), claims(None, pdf_ua=False)),
    ],
)
def test_a_stamp_needs_no_tags_but_its_fonts_must_be_there(said: Claims, true: Claims) -> None:
    assert of_stamp(said, colours_agree=True) == true
    assert bool(list(lacks_of_stamp(said, colours_agree=True))) is (true != BOTH)


def file(*, profile: int = 3, claimed: str = "3a") -> SmallPdf:
    """A file that says that it follows PDF/UA-1 and PDF/A, for colours of so many components."""
    made = SmallPdf()
    made.element("/P")
    packet = b"<pdfuaid:part>1</pdfuaid:part><pdfaid:part>%b</pdfaid:part><pdfaid:conformance>%b<"
    said = packet % (claimed[0].encode(), claimed[1:].upper().encode())
    intent: dict[str, Plain] = {
        "/S": "/GTS_PDFA1",
        "/DestOutputProfile": made.add(stream(b"x", {"/N": profile})),
    }
    of_file: dict[str, Plain] = {"/Metadata": made.add(stream(said, {})), "/OutputIntents": [intent]}
    made.catalog.update(dictionary(of_file))
    return made


def spoiled() -> SmallPdf:
    made = file()
    made.element("/P", K=[0], Pg=made.pages[0])
    return made


def said_and_lacking(*parts: Part) -> tuple[Claims, set[tuple[int, Lack]]]:
    whole = merge(parts, PROPERTIES, outline=())
    harmless = {Lack.TITLE, Lack.LANGUAGE}
    lacking = {(one.part, one.lacking.lack) for one in whole.lacks if one.lacking.lack not in harmless}
    return whole.claims, lacking


def test_why_no_more_is_claimed_is_said_with_the_part() -> None:
    sound = part(file())
    on_it = Stamp(pdf=SmallPdf().bytes(), page=0)
    assert said_and_lacking(sound, sound) == (BOTH, set())
    assert said_and_lacking(sound, part(spoiled())) == (claims("3b", pdf_ua=False), {(1, Lack.TAG_CONTENT)})
    assert said_and_lacking(sound, part(file(profile=4))) == (claims(None), {(1, Lack.COLOURS)})
    assert said_and_lacking(sound, part(file(claimed="1a"))) == (claims(None), {(1, Lack.A_CLAIM)})
    assert said_and_lacking(sound, replace(sound, stamps={0: (on_it,)})) == (
        claims(None, pdf_ua=False),
        {(1, Lack.STAMP_CLAIM)},
    )
    other = Stamp(pdf=file(profile=4).bytes(), page=0)
    assert said_and_lacking(replace(sound, stamps={0: (other,)})) == (claims(None), {(0, Lack.COLOURS)})
