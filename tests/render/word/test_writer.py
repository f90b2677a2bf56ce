import json
import subprocess
import sys
import time
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from samples import BUDGET, DOCUMENT, note, paragraph
from tools import tool
from word_files import converted, document_of, pandoc, part, part_names, styles_of, text_of, written
from word_schema import faults

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Block, Heading, Paragraph, Table, Text
from kdnet_docs.document.walk import blocks_within, heading_text
from kdnet_docs.ooxml.xml import descendants, get
from kdnet_docs.render.word.writer import write_word

ROOT = Path(__file__).parents[3]
PARTS = ("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/settings.xml")


@cache
def sample() -> bytes:
    return written(DOCUMENT)


def test_every_part_stands_in_the_order_of_the_schema() -> None:
    names = [name for name in part_names(sample()) if name.startswith(("word/header", "word/footer"))]
    found = [fault for name in (*PARTS, *names) for fault in faults(part(sample(), name))]
    assert found == []


def test_ids_in_the_file_are_unique() -> None:
    root = part(sample(), "word/document.xml")
    for ids in (
        [get(found, "w:id") for found in descendants(root, "w:bookmarkStart")],
        [get(found, "w:name") for found in descendants(root, "w:bookmarkStart")],
        [made for found in descendants(root, "w:p") if (made := get(found, "w14:paraId"))],
    ):
        assert len(set(ids)) == len(ids) > 0


DIRECT = {  # what may stand beside a style: what a thing is and where it belongs, never how it looks
    "w:rPr": {"rStyle"},
    "w:pPr": {"pStyle", "numPr", "keepNext", "keepLines", "pageBreakBefore", "sectPr"},
    "w:tblPr": {"tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription"},
    "w:trPr": {"cantSplit", "tblHeader"},
    "w:tcPr": {"tcW", "gridSpan", "vMerge"},
}


@pytest.mark.parametrize("name", ["word/document.xml", "word/footnotes.xml"])
def test_looks_come_from_styles_alone(name: str) -> None:
    root = part(sample(), name)
    if name == "word/footnotes.xml":
        root[:] = [found for found in root if get(found, "w:type") is None]  # Word's own separators
    for properties, allowed in DIRECT.items():
        direct = {
            str(found.tag).partition("}")[2] for made in descendants(root, properties) for found in made
        }
        assert direct <= allowed


def test_every_style_in_use_is_the_template_s() -> None:
    known = {get(style, "w:styleId") for style in descendants(part(sample(), "word/styles.xml"), "w:style")}
    for name in PARTS[:2]:
        assert set(styles_of(part(sample(), name))) <= known


def test_nothing_asks_to_be_updated_when_the_file_is_opened() -> None:
    assert list(descendants(part(sample(), "word/settings.xml"), "w:updateFields")) == []
    root = part(sample(), "word/document.xml")
    assert {get(found, "w:dirty") for found in descendants(root, "w:fldChar")} == {None}


def test_libreoffice_counts_what_the_tree_has(tmp_path: Path) -> None:
    again = docx.Document(BytesIO(converted(sample(), "docx:MS Word 2007 XML", tmp_path)))
    blocks = list(blocks_within(DOCUMENT.blocks))
    assert len(again.tables) == sum(isinstance(block, Table) for block in blocks) + 1  # the signatures
    styles = [made.style.name for made in again.paragraphs if made.style]
    assert sum(name.startswith("Heading ") for name in styles) == sum(
        isinstance(block, Heading) for block in blocks
    )
    merged = [found for found in descendants(again.element, "w:vMerge") if get(found, "w:val") == "restart"]
    assert len(merged) == 1
    assert len(list(descendants(again.element, "w:footnoteReference"))) == 2


def test_pandoc_reads_the_structure(tmp_path: Path) -> None:
    tree = json.loads(pandoc(sample(), "json", tmp_path))
    kinds = [block["t"] for block in tree["blocks"]]
    assert kinds.count("Header") == sum(isinstance(block, Heading) for block in DOCUMENT.blocks)
    assert kinds.count("Table") == 4
    (eighth,) = [block for block in tree["blocks"] if block["t"] == "OrderedList"]
    assert eighth["c"][0][0] == 8
    markdown = pandoc(sample(), "markdown", tmp_path)
    assert "[^1]: Fodnotens ord med 39,010 mio. kr." in markdown
    assert "[^2]: En note i en celle." in markdown
    assert "**stærke med *begge dele***" in markdown


def test_the_printed_page_has_numbers_contents_and_watermark(tmp_path: Path) -> None:
    (tmp_path / "file.pdf").write_bytes(converted(sample(), "pdf", tmp_path))
    command = [tool("pdftotext"), "-layout", str(tmp_path / "file.pdf"), "-"]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for heading in DOCUMENT.blocks:
        if isinstance(heading, Heading) and heading.number:
            assert words.count(heading_text(heading)) == 2  # in the contents, and where it stands
    assert "8." in words
    assert "Side 2 af" in words


def test_the_watermark_goes_away_with_the_draft() -> None:
    plain = written(replace(DOCUMENT, watermark=None))
    assert not any(b"PowerPlusWaterMarkObject" in plain_part(plain, name) for name in part_names(plain))


def plain_part(file: bytes, name: str) -> bytes:
    from lxml import etree

    return etree.tostring(part(file, name)) if name.endswith((".xml", ".rels")) else b""


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_same_document_same_bytes_in_every_process(seed: str) -> None:
    program = (
        "import hashlib; from samples import DOCUMENT; from word_files import written;"
        "print(hashlib.sha256(written(DOCUMENT)).hexdigest())"
    )
    environment = {
        "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}",
        "PYTHONHASHSEED": seed,
        "TZ": "Asia/Tokyo",
    }
    command = [sys.executable, "-c", program]
    made = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    from hashlib import sha256

    assert made.strip() == sha256(sample()).hexdigest()


def test_a_document_without_cover_or_contents_begins_with_its_first_block() -> None:
    made = part(written(document_of(paragraph("p", "Først"))), "word/document.xml")
    assert text_of(made) == "Først"


def test_a_missing_template_is_a_finding(tmp_path: Path) -> None:
    assert isinstance(write_word(DOCUMENT, tmp_path, {}), Refused)


def test_a_document_of_hundreds_of_pages_takes_time_in_proportion() -> None:
    # The best of three: what else the machine is busy with only ever makes it longer.
    small, large = (min(seconds(long_document(size)) for _ in range(3)) for size in (300, 1200))
    assert large < 8 * small


def seconds(blocks: tuple[Block, ...]) -> float:
    before = time.process_time()
    written(document_of(*blocks))
    return time.process_time() - before


def long_document(size: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for at in range(size):
        blocks.append(Heading(id=f"h{at}", level=1, content=(Text(text=f"Afsnit {at}"),)))
        content = (Text(text="Ord " * 60), note(f"n{at}", "En note"))
        blocks.append(Paragraph(id=f"p{at}", content=content))
        if at % 10 == 0:
            blocks.append(renamed(BUDGET, f"t{at}"))
    return tuple(blocks)


def renamed(table: Table, prefix: str) -> Table:
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, id=f"{prefix}/{cell.id}", blocks=(paragraph(f"{prefix}/{cell.id}/p", "x"),))
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, id=prefix, rows=rows)
