"""Word files for tests: written from blocks, taken apart, and given to other people's tools."""

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document as Word
from lxml import etree
from samples import DOCUMENT
from tools import tool

from kdnet_docs.document.tree import Block, Document
from kdnet_docs.document.walk import headings
from kdnet_docs.ooxml.xml import Element, descendants, get
from kdnet_docs.render.word.writer import write_word

TEMPLATES = Path(__file__).parents[1] / "templates"


def house() -> Word:
    """The house template, opened by python-docx."""
    return docx.Document(str(TEMPLATES / "word" / "house.docx"))


def pages(document: Document) -> Mapping[str, int]:
    return {heading.id: at for at, heading in enumerate(headings(document.blocks, 6), start=3)}


def written(document: Document) -> bytes:
    made = write_word(document, TEMPLATES, pages(document))
    assert isinstance(made, bytes)
    return made


def document_of(*blocks: Block) -> Document:
    """A document without cover or watermark, holding only these blocks."""
    return replace(DOCUMENT, blocks=blocks, cover=None, watermark=None)


def body_of(*blocks: Block) -> Element:
    """The main part of a document that holds only these blocks."""
    return part(written(document_of(*blocks)), "word/document.xml")


def part(file: bytes, name: str) -> Element:
    with ZipFile(BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def part_names(file: bytes) -> list[str]:
    with ZipFile(BytesIO(file)) as archive:
        return archive.namelist()


def with_part(file: bytes, name: str, content: bytes) -> bytes:
    """The file with one part in place of the old."""
    buffer = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return buffer.getvalue()


def text_of(root: Element) -> str:
    return "".join(found.text or "" for found in descendants(root, "w:t"))


def styles_of(root: Element) -> list[str | None]:
    return [get(found, "w:val") for found in descendants(root, "w:pStyle")]


def converted(file: bytes, form: str, folder: Path) -> bytes:
    """The file as LibreOffice writes it again: "pdf", "odt", "docx:MS Word 2007 XML"."""
    source = folder / "in" / "file.docx"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [tool("soffice"), "--headless", profile, "--convert-to", form, "--outdir", folder, source],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / f"file.{form.partition(':')[0]}").read_bytes()


def pandoc(file: bytes, form: str, folder: Path) -> str:
    """The file as pandoc reads it."""
    source = folder / "file.docx"
    source.write_bytes(file)
    command = [tool("pandoc"), "--wrap=none", "-f", "docx", "-t", form, str(source)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
