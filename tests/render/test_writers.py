"""What the formats hold together: the pages that Word's contents state are those that it prints on."""

import subprocess
from pathlib import Path

import pytest
from project_documents import REFERENCES, document
from tools import tool
from word_files import TEMPLATES, converted, part, text_of

from kdnet_docs.document.tree import Contents
from kdnet_docs.ooxml.xml import Element, descendants, find, get
from kdnet_docs.render.writers import WRITERS

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
            lines.append(("".join(words), int(page)))
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
