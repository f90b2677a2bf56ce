import re
import subprocess
from pathlib import Path

import pytest
from project_documents import REFERENCES, document
from tools import tool
from word_files import TEMPLATES, converted, house, part, text_of
from word_schema import faults

from kdnet_docs.document.tree import Contents
from kdnet_docs.ooxml.contents import Entry, contents
from kdnet_docs.ooxml.paragraph import paragraph
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element, descendants, find, get
from kdnet_docs.render.writers import WRITERS

ENTRIES = [
    Entry(level=1, words="Økonomi", bookmark="_Toc1", page=4),
    Entry(level=5, words="Dybt nede", bookmark="_Toc2", page=12),
]


def made(*entries: Entry) -> Element:
    return contents(paragraph("TOCHeading", []), entries, 5, Styles(house()))


def test_entries_and_pages_are_there_before_word_has_counted() -> None:
    root = made(*ENTRIES)
    lines = [text_of(line) for line in descendants(root, "w:p")]
    assert lines == ["", "Økonomi 4", "Dybt nede 12", ""]
    assert len(list(descendants(root, "w:tab"))) == 2
    assert [get(link, "w:anchor") for link in descendants(root, "w:hyperlink")] == ["_Toc1", "_Toc2"]


def test_word_knows_it_as_a_table_of_contents() -> None:
    root = made(*ENTRIES)
    assert [get(found, "w:val") for found in descendants(root, "w:docPartGallery")] == ["Table of Contents"]
    instructions = [(found.text or "").strip() for found in descendants(root, "w:instrText")]
    assert instructions[0] == r'TOC \o "1-5" \h \z \u'
    assert all(re.fullmatch(r"PAGEREF _Toc\d \\h", instruction) for instruction in instructions[1:])


def test_every_field_that_begins_ends_also_where_there_are_no_headings() -> None:
    for root in (made(*ENTRIES), made()):
        kinds = [get(mark, "w:fldCharType") for mark in descendants(root, "w:fldChar")]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 0
        assert list(faults(root)) == []


# --- the real contracts --------------------------------------------------------------------------

WITH_CONTENTS = [
    reference
    for reference in REFERENCES
    if any(isinstance(block, Contents) for block in document(reference).blocks)
]


def entries(root: Element) -> list[tuple[str, int]]:
    """The lines of the table of contents as they stand in the file: words, and the page stated."""
    lines = []
    for made in descendants(root, "w:p"):
        style = find(made, "w:pPr/w:pStyle")
        if (
            style is not None
            and (get(style, "w:val") or "").startswith("TOC")
            and find(made, "w:hyperlink") is not None
        ):
            (*words, page) = [text_of(run) for run in descendants(made, "w:r") if text_of(run)]
            lines.append(("".join(words).strip(), int(page)))
    return lines


def printed(file: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page as LibreOffice prints it and poppler reads it, spaces made one."""
    (folder / "file.pdf").write_bytes(converted(file, "pdf", folder))
    command = [tool("pdftotext"), "-layout", str(folder / "file.pdf"), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [[" ".join(line.split()) for line in page.splitlines()] for page in text.split("\f")]


@pytest.mark.parametrize("reference", WITH_CONTENTS)
def test_the_contents_of_a_word_file_are_right_when_it_is_opened(reference: str, tmp_path: Path) -> None:
    file = WRITERS["docx"](document(reference), TEMPLATES)
    assert isinstance(file, bytes)
    stated = entries(part(file, "word/document.xml"))
    pages = printed(file, tmp_path)
    assert len(stated) > 5
    assert [(words, page) for words, page in stated if words not in pages[page - 1]] == []
