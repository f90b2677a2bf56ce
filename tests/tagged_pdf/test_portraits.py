"""Two files have the same portrait where they look and read alike, and only there."""

import subprocess
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from project_documents import REFERENCES, document
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject
from python_files import ROOT
from tools import tool

from kdnet_docs.render.pdf.writer import write_pdf
from kdnet_docs.tagged_pdf.portraits import Portrait, portrait
from kdnet_docs.tagged_pdf.reading.access import items, under
from kdnet_docs.tagged_pdf.reading.pages import pages
from kdnet_docs.tagged_pdf.rewriting import Rewriting, rewritten
from kdnet_docs.tagged_pdf.verdicts import Unusable


def made() -> bytes:
    pdf = write_pdf(document(REFERENCES[0]), ROOT / "templates")
    assert isinstance(pdf, bytes)
    return pdf


def of(pdf: bytes) -> Portrait:
    found = portrait(pdf)
    assert isinstance(found, Portrait), found
    return found


def content(file: Rewriting) -> None:
    page = next(pages(file)).dictionary
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), file.add(_drawing())])


def _drawing() -> StreamObject:
    drawing = StreamObject()
    drawing.set_data(b"q 1 g 0 0 600 900 re f Q")
    return drawing


def font(file: Rewriting) -> None:
    """The outlines of one font are those of another: the words are the same, and look otherwise."""
    fonts = [one for page in pages(file) for one in _fonts(page.resources)]
    first, second = fonts[0], next(one for one in fonts if one is not fonts[0])
    key = next(key for key in first if key.startswith("/FontFile"))
    first[NameObject(key)] = second.raw_get(key)


def _fonts(resources: DictionaryObject) -> list[DictionaryObject]:
    found = under(resources, "/Font")
    below = [items(under(found, name), "/DescendantFonts")[0].get_object() for name in sorted(found)]
    return [under(one, "/FontDescriptor") for one in below]


def link(file: Rewriting) -> None:
    every: Any = (one.get_object() for page in pages(file) for one in items(page.dictionary, "/Annots"))
    next(every)[NameObject("/Contents")] = TextStringObject("Se et andet sted")


def tags(file: Rewriting) -> None:
    top: Any = under(file.root_object, "/StructTreeRoot")
    top["/K"][0].get_object()[NameObject("/Alt")] = TextStringObject("noget andet")


def bookmarks(file: Rewriting) -> None:
    first = under(under(file.root_object, "/Outlines"), "/First")
    first[NameObject("/Title")] = TextStringObject("Noget andet")


def files(file: Rewriting) -> None:
    root: Any = file.root_object
    stream = under(under(root["/AF"][0].get_object(), "/EF"), "/F")
    assert isinstance(stream, StreamObject)
    stream.set_data(b"kind: contract\n")


def settings(file: Rewriting) -> None:
    file.root_object[NameObject("/OpenAction")] = ArrayObject(
        [next(pages(file)).reference, NameObject("/Fit")]
    )


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (content, "pages"),
        (font, "pages"),
        (link, "links"),
        (tags, "tags"),
        (bookmarks, "bookmarks"),
        (files, "files"),
        (settings, "settings"),
    ],
)
def test_what_looks_or_reads_otherwise_has_another_portrait(
    change: Callable[[Rewriting], None], part: str
) -> None:
    one, other = of(made()), of(rewritten(made(), change))
    different = [each.name for each in fields(one) if getattr(one, each.name) != getattr(other, each.name)]
    # What a link tells those who do not see it belongs to the tags too.
    assert different == ([part, "tags"] if part == "links" else [part])


def test_how_the_file_is_written_does_not_count(tmp_path: Path) -> None:
    packed = tmp_path / "pakket.pdf"
    packed.write_bytes(made())
    plain = tmp_path / "udpakket.pdf"
    command = [tool("qpdf"), "--stream-data=uncompress", "--object-streams=disable", str(packed), str(plain)]
    subprocess.run(command, check=True)
    assert of(plain.read_bytes()) == of(made())


@pytest.mark.parametrize("file", [b"", b"%PDF-1.7", b"PK\x03\x04"])
def test_of_what_is_no_pdf_there_is_no_portrait(file: bytes) -> None:
    assert isinstance(portrait(file), Unusable)
