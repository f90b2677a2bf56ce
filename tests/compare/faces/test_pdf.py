"""The report of a comparison as PDF, judged by veraPDF and read by poppler."""

import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from edits_at_random import KINDS, edited
from marked import lines
from project_documents import PROJECT, REFERENCES, document
from tools import tool
from verapdf import failures

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.pdf import report as report_of
from kdnet_docs.compare.faces.pdf import write_pdf_report
from kdnet_docs.compare.sentences import sentence
from kdnet_docs.document.anatomy import NOTE_MARK
from kdnet_docs.document.walk import blocks_within

PAIRS = (
    ("erhvervshus-midtjylland@2021", "erhvervshus-midtjylland@2022"),
    ("naere-psykiatri@2021-06", "naere-psykiatri@2021-09"),
)

_MARKS = str.maketrans(dict.fromkeys("[]+-.,;:()|*#”", " "))


@cache
def comparison(old: str, new: str) -> Comparison:
    return compare(document(old), document(new))


@cache
def report(old: str, new: str) -> bytes:
    return written(comparison(old, new))


def written(one: Comparison) -> bytes:
    made = write_pdf_report(one, PROJECT.templates)
    assert isinstance(made, bytes)
    return made


def text_of(pdf: bytes, *options: str) -> str:
    run = subprocess.run([tool("pdftotext"), *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def squeezed(text: str) -> str:
    """The text without spaces and line breaks: where lines end is the page's business."""
    return "".join(text.replace(NOTE_MARK, "").split())


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_fact_is_told_in_its_sentence(old: str, new: str) -> None:
    told = squeezed(text_of(report(old, new), "-layout", "-nopgbrk"))
    running = squeezed(text_of(report(old, new), "-raw"))
    facts = comparison(old, new).facts
    assert facts
    sentences = [squeezed(sentence(fact).to("da")) for fact in facts]
    assert [one for one in sentences if one not in told and one not in running] == []


def test_the_report_keeps_what_archives_and_readers_of_screens_ask(tmp_path: Path) -> None:
    files = []
    for old, new in PAIRS:
        files.append(tmp_path / f"{new}.pdf")
        files[-1].write_bytes(report(old, new))
    files.append(tmp_path / "equal.pdf")
    files[-1].write_bytes(written(comparison(PAIRS[0][0], PAIRS[0][0])))
    assert failures(files) == []


def test_equal_documents_have_a_report_that_says_so() -> None:
    [old, _] = PAIRS[0]
    assert "Der er ingen ændringer" in text_of(written(comparison(old, old)))


def test_the_report_is_called_after_the_versions_and_speaks_the_documents_language() -> None:
    old, new = PAIRS[0]
    assert "Ændringer fra 2021 til 2022" in text_of(report(old, new))
    english = compare(document(old), replace(document(new), language="en"))
    assert "Changes from 2021 to 2022" in text_of(written(english))


def test_clauses_are_bookmarks_and_pages_are_numbered() -> None:
    from io import BytesIO

    from pypdf import PdfReader

    reader = PdfReader(BytesIO(report(*PAIRS[0])))
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == [
        "Sådan læses rapporten",
        "Hvad er ændret",
        "Teksten med ændringer",
        "Hvad rapporten ikke viser",
    ]
    assert f"Side {len(reader.pages)} af {len(reader.pages)}" in text_of(report(*PAIRS[0]))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_was_edited_is_in_the_report(seed: int) -> None:
    old = document(REFERENCES[seed % len(REFERENCES)])
    new, edits = edited(old, seed, kinds=[kind for kind in KINDS if not kind.startswith("column")])
    made = report_of(compare(old, new))
    shown = " ".join(lines(made.blocks)).replace("[fodnote]", "").translate(_MARKS)
    words = set(shown.split())
    changed = [text.translate(_MARKS) for edit in edits for text in (edit.dele, edit.ins)]
    # Of a row the generator says the words without the room between its cells.
    assert [
        text
        for text in changed
        if not words.issuperset(text.split()) and squeezed(text) not in squeezed(shown)
    ] == []
    ids = [block.id for block in blocks_within(made.blocks)]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("seed", [20, 21])
def test_random_versions_can_be_printed(seed: int, tmp_path: Path) -> None:
    old = document(REFERENCES[seed % len(REFERENCES)])
    new, _ = edited(old, seed, count=30)
    (tmp_path / "report.pdf").write_bytes(written(compare(old, new)))
    assert failures([tmp_path / "report.pdf"]) == []


def test_the_same_versions_give_the_same_bytes() -> None:
    old, new = PAIRS[1]
    assert written(compare(document(old), document(new))) == report(old, new)
