"""A footnote stands on the page of its mark, wherever the page breaks."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from samples import DOCUMENT, note, paragraph, text
from tools import tool

from kdnet_docs.document.tree import Block, Heading, Paragraph, Text
from kdnet_docs.render.pdf.writer import heading_pages, write_pdf

TEMPLATES = Path(__file__).parents[3] / "templates"


def pages_of(blocks: tuple[Block, ...], folder: Path) -> list[str]:
    made = write_pdf(replace(DOCUMENT, cover=None, watermark=None, blocks=blocks), TEMPLATES)
    assert isinstance(made, bytes)
    file = folder / "made.pdf"
    file.write_bytes(made)
    command = [tool("pdftotext"), str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")


@pytest.mark.parametrize("lines", range(24, 34))
def test_a_note_stays_with_the_paragraph_that_moves_on_after_its_heading(lines: int, tmp_path: Path) -> None:
    filler = tuple(paragraph(f"fyld/p{number}", "En linje.") for number in range(lines))
    marked = Paragraph(id="p", content=(Text(text="Her er mærket"), note("note", "Fodnotens ord. " * 12)))
    pages = pages_of(
        (*filler, Heading(id="h", level=1, content=text("Overskrift")), marked, paragraph("slut", "Slut.")),
        tmp_path,
    )
    page = next(page for page in pages if "Her er mærket" in page)
    assert "Fodnotens ord." in page
    assert "Overskrift" in page


def test_the_pages_of_headings_are_found_where_two_notes_go_astray_at_once() -> None:
    blocks: list[Block] = []
    for part, lines in enumerate((27, 26)):
        blocks += [paragraph(f"fyld{part}/p{number}", "En linje.") for number in range(lines)]
        blocks.append(Heading(id=f"h{part}", level=1, content=text("Overskrift")))
        marked = (Text(text="Her er mærket"), note(f"note{part}", "Fodnotens ord. " * 12))
        blocks.append(Paragraph(id=f"p{part}", content=marked))
    document = replace(DOCUMENT, cover=None, watermark=None, blocks=tuple(blocks))
    assert heading_pages(document, TEMPLATES) == {"h0": 2, "h1": 3}
