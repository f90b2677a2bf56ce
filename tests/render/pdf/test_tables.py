import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from samples import DOCUMENT, GOAL, cell, note, paragraph, text
from tools import tool

from kdnet_docs.document.tree import Block, Cell, Paragraph, Row, Table
from kdnet_docs.render.pdf.writer import write_pdf

TEMPLATES = Path(__file__).parents[3] / "templates"
FILLING = tuple(paragraph(f"fyld{n}", "Fyld.") for n in range(24))


def table(*words: str) -> Table:
    rows = tuple(
        Row(id=f"r{n}", cells=(cell(f"r{n}/1", f"Række{n}", header=True), cell(f"r{n}/2", text)))
        for n, text in enumerate(words)
    )
    return replace(GOAL, rows=rows)


def pages(folder: Path, *blocks: Block, filling: int = len(FILLING)) -> list[list[str]]:
    """The words on each page of a document that has these blocks after some that fill most of a page."""
    pdf = write_pdf(
        replace(DOCUMENT, cover=None, watermark=None, blocks=(*FILLING[:filling], *blocks)), TEMPLATES
    )
    assert isinstance(pdf, bytes)
    (folder / "t.pdf").write_bytes(pdf)
    run = subprocess.run([tool("pdftotext"), str(folder / "t.pdf"), "-"], capture_output=True, check=True)
    return [page.split() for page in run.stdout.decode().split("\f")[:-1]]


def test_a_small_table_is_not_cut_by_the_end_of_a_page(tmp_path: Path) -> None:
    first, second = pages(tmp_path, table(*["kort"] * 8))
    assert "Række0" not in first
    assert "Række0" in second


def test_a_short_row_goes_to_the_next_page_whole(tmp_path: Path) -> None:
    found = pages(tmp_path, table(*["ord " * 100] * 8))
    assert len(found) > 1
    for number in range(8):
        [page] = [page for page in found if f"Række{number}" in page]
        assert page.count("ord") % 100 == 0


def test_a_row_of_more_than_a_page_is_cut_and_loses_no_word(tmp_path: Path) -> None:
    found = pages(tmp_path, table("kort", "ord " * 3000))
    assert sum(page.count("ord") for page in found) == 3000
    assert "ord" in found[0]


@pytest.mark.parametrize("filling", range(12, 30))
def test_a_note_never_stands_on_the_page_before_its_mark(tmp_path: Path, filling: int) -> None:
    words = Paragraph(
        id="p", content=(*text("ord " * 60 + "mærke"), note("n", "notens " * 60), *text(" ord" * 40))
    )
    rows = (
        *table(*["ord " * 40] * 6).rows,
        Row(id="n", cells=(cell("n/1", "Med note", header=True), Cell(id="n/2", blocks=(words,)))),
    )
    found = pages(tmp_path, replace(GOAL, rows=rows), filling=filling)
    [marked] = [
        number for number, page in enumerate(found) if any(word.startswith("mærke1") for word in page)
    ]
    noted = next(number for number, page in enumerate(found) if "notens" in page)
    assert noted >= marked
    assert sum(page.count("notens") for page in found) == 60
