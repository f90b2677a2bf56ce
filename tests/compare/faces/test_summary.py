"""The page for the minutes: always one, with the weightiest facts, in Word and in PDF alike."""

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from edits_at_random import edited
from project_documents import PROJECT, document
from pypdf import PdfReader
from tools import tool
from verapdf import failures

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.summary import summary, write_summary_docx, write_summary_pdf
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where
from kdnet_docs.compare.weight import TARGETS
from kdnet_docs.document.tree import Document, Table
from kdnet_docs.reading.values import Words
from kdnet_docs.render.text.writer import write_text

OLD, NEW = "erhvervshus-midtjylland@2021", "erhvervshus-midtjylland@2022"
GOLDEN = Path(__file__).parent / "golden" / "summary-2021-2022.txt"


def real() -> Comparison:
    return compare(document(OLD), document(NEW))


def pages(pdf: bytes | object) -> int:
    assert isinstance(pdf, bytes)
    return len(PdfReader(BytesIO(pdf)).pages)


def with_facts(*facts: Fact) -> Comparison:
    return replace(real(), facts=facts, equal=False)


def fact(kind: Kind, words: str, number: int) -> Fact:
    where = Where(old=None, new=Spot(leaf="x"), clause="3. Et afsnit med et langt navn " * 3)
    return Fact(
        kind=kind, subject=words, old=Words(text=words), new=Words(text=words), places=(where,), number=number
    )


def test_the_real_contracts_fit_on_a_page_in_pdf_and_word(tmp_path: Path) -> None:
    made = write_summary_pdf(real(), PROJECT.templates)
    assert pages(made) == 1
    word = write_summary_docx(real(), PROJECT.templates)
    assert isinstance(word, bytes)
    assert pages(printed(word, tmp_path)) == 1


def printed(word: bytes, folder: Path) -> bytes:
    """The Word file as LibreOffice prints it."""
    (folder / "summary.docx").write_bytes(word)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [tool("soffice"), "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "summary.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "summary.pdf").read_bytes()


def test_the_page_reads_as_it_should() -> None:
    made = summary(real(), PROJECT.templates)
    assert isinstance(made, Document)
    text = write_text(made, PROJECT.templates)
    assert isinstance(text, bytes)
    assert text.decode() == GOLDEN.read_text("utf-8")


def test_every_target_that_is_other_new_or_gone_stands_in_the_table() -> None:
    comparison = real()
    made = summary(comparison, PROJECT.templates)
    assert isinstance(made, Document)
    (table,) = (block for block in made.blocks if block.id == "targets")
    assert isinstance(table, Table)
    assert len(table.rows) - 1 == sum(fact.kind in TARGETS for fact in comparison.facts) >= 15


def test_of_too_many_targets_as_many_stand_as_there_is_room_for() -> None:
    facts = [fact(Kind.TARGET, "ord", at) for at in range(1, 101)]
    made = summary(with_facts(*facts), PROJECT.templates)
    assert isinstance(made, Document)
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    assert 10 < len(table.rows) < 60


@pytest.mark.parametrize("length", [1, 40, 400, 4000])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 60, 500])
def test_it_is_one_page_however_much_has_changed(count: int, length: int) -> None:
    facts = [fact(kind, "ord " * length, at) for at, kind in enumerate((Kind.TEXT_ADDED,) * count, start=1)]
    assert pages(write_summary_pdf(with_facts(*facts), PROJECT.templates)) == 1


@pytest.mark.parametrize("seed", range(4))
def test_it_is_one_page_whatever_was_edited(seed: int) -> None:
    old = document(NEW)
    new, _ = edited(old, seed, count=10 * seed)
    assert pages(write_summary_pdf(compare(old, new), PROJECT.templates)) == 1


def test_what_there_is_no_room_for_is_counted() -> None:
    facts = [fact(Kind.TEXT_ADDED, "ord", at) for at in range(1, 101)]
    made = summary(with_facts(*facts), PROJECT.templates)
    assert isinstance(made, Document)
    text = write_text(made, PROJECT.templates)
    assert isinstance(text, bytes)
    lines = text.decode().splitlines()
    told = sum("Ny tekst" in line for line in lines)
    assert f"Hertil kommer {100 - told} andre ændringer; se rapporten." in lines
    assert any(line.endswith(": 100 ændringer.") for line in lines)


def test_equal_documents_say_so() -> None:
    same = compare(document(NEW), document(NEW))
    made = write_summary_pdf(same, PROJECT.templates)
    assert isinstance(made, bytes)
    assert "Der er ingen ændringer" in PdfReader(BytesIO(made)).pages[0].extract_text()


def test_the_page_keeps_what_archives_and_readers_of_screens_ask(tmp_path: Path) -> None:
    made = write_summary_pdf(real(), PROJECT.templates)
    assert isinstance(made, bytes)
    (tmp_path / "summary.pdf").write_bytes(made)
    assert failures([tmp_path / "summary.pdf"]) == []
