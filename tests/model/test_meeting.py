import pytest

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.read import read


def found(bilag: str) -> list[tuple[str, str]]:
    """The code of each finding, and the words of the source it points at."""
    head = "kind: meeting\nid: m\ntitle: Møde\ndate: 2024-03-15\n"
    made = read(Source("m.yaml", f"{head}agenda: [{{number: 1, bilag: [{{{bilag}}}]}}]\n"))
    findings = made.diagnostics if isinstance(made, Refused) else ()
    return [(one.code.value, one.span.text if one.span else "") for one in findings]


@pytest.mark.parametrize(
    "bilag",
    [
        "title: A, document: a@1",
        "title: A, file: a.pdf",
        "title: A, file: a.pdf, language: en, watermark: UDKAST",
    ],
)
def test_a_bilag_is_a_document_or_a_file(bilag: str) -> None:
    assert found(bilag) == []


def test_a_bilag_that_is_neither_or_both_is_refused() -> None:
    assert found("title: A") == [("KD211", "title")]
    assert found("title: A, document: a@1, file: a.pdf") == [("KD211", "a.pdf")]


def test_a_misspelt_key_is_told_of_as_such() -> None:
    assert found("title: A, dokument: a@1") == [("KD201", "dokument")]


def test_what_goes_with_a_file_is_refused_beside_a_document() -> None:
    assert found("title: A, document: a@1, watermark: UDKAST") == [("KD212", "UDKAST")]
    assert found("title: A, document: a@1, language: en") == [("KD212", "en")]


def test_a_document_is_compared_with_another_and_a_file_with_none() -> None:
    assert found("title: A, document: a@2, compare-with: a@1") == []
    assert found("title: A, document: a@2, compare-with: a@2") == [("KD204", "a@2")]
    assert found("title: A, file: a.pdf, compare-with: a@1") == [("KD212", "a@1")]


@pytest.mark.parametrize("number", ["0", "-1", "1000", "99999999999999999999", "3.1", "tre"])
def test_points_are_numbered_from_1_to_999(number: str) -> None:
    head = "kind: meeting\nid: m\ntitle: Møde\ndate: 2024-03-15\n"
    made = read(Source("m.yaml", f"{head}agenda: [{{number: {number}, title: Et}}]\n"))
    assert isinstance(made, Refused)
    (finding,) = made.diagnostics
    assert (finding.code.value, str(finding.hint)) == ("KD204", "points have numbers from 1 to 999")
    assert str(finding.message) == f'"{number}" cannot be the number of a point'
    last = read(Source("m.yaml", f"{head}agenda: [{{number: 999, title: Et}}]\n"))
    assert not isinstance(last, Refused)
