"""A secretary's logo, from the Word template into every format."""

import struct
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from shutil import copytree
from typing import Any

import docx
import pytest
from chromium import chromium
from docx.shared import Pt
from samples import DOCUMENT
from tools import tool
from word_files import TEMPLATES, converted, part_names

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.house import Picture
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.writers import WRITERS

GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
COVER = replace(DOCUMENT, cover="contract")


def png() -> bytes:
    """A red square of two by two pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"\x00\xff\x00\x00\xff\x00\x00" * 2
    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the templates that a test may change."""
    return Path(copytree(TEMPLATES, tmp_path / "templates"))


def insert(
    file: Path, *, alt: str = "", style: str = "Logo", content: bytes | None = None, height: int = 15
) -> Path:
    """Insert a picture at the top of a template as Word does; the template's file."""
    word = docx.Document(str(file))
    header = file.name == "house.docx"
    place = word.sections[0].header.paragraphs[0] if header else word.paragraphs[0]
    run = place.insert_paragraph_before("", style).add_run()
    picture = run.add_picture(BytesIO(content or png()), Pt(height * 2), Pt(height))
    picture._inline.docPr.set("descr", alt)  # noqa: SLF001
    word.save(str(file))
    return file


def change(file: Path, edit: Callable[[Any], None]) -> None:
    word = docx.Document(str(file))
    edit(word)
    word.save(str(file))


def hint(templates: Path) -> str:
    found = open_template(COVER, templates)
    assert isinstance(found, Refused)
    (diagnostic,) = found.diagnostics
    assert "templates/word/" in str(diagnostic.message)
    return str(diagnostic.hint)


def images(pdf: bytes, folder: Path) -> list[str]:
    """Each picture in a PDF as poppler counts them: page and number."""
    (folder / "images.pdf").write_bytes(pdf)
    command = [tool("pdfimages"), "-list", str(folder / "images.pdf")]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [line.split()[0] for line in listed.splitlines()[2:] if " image " in line]


def test_a_logo_goes_into_every_format(templates: Path, tmp_path: Path) -> None:
    insert(templates / "word" / "house.docx")
    insert(templates / "word" / "cover-contract.docx", alt="KD-Nets logo")
    made = {name: write(COVER, templates) for name, write in WRITERS.items()}
    assert all(isinstance(file, bytes) for file in made.values())
    assert b'alt="KD-Nets logo"' in made["html"]  # type: ignore[operator]
    for pdf in (made["pdf"], converted(made["docx"], "pdf", tmp_path)):  # type: ignore[arg-type]
        pages = images(pdf, tmp_path)  # type: ignore[arg-type]
        assert pages[0] == "1"
        assert len(pages) > 2


def test_a_browser_shows_the_logo(templates: Path, tmp_path: Path) -> None:
    insert(templates / "word" / "cover-contract.docx", alt="KD-Nets logo")
    made = WRITERS["html"](COVER, templates)
    assert isinstance(made, bytes)
    (tmp_path / "page.html").write_bytes(made)
    with chromium(tmp_path / "profile") as browser:
        page = browser.open((tmp_path / "page.html").as_uri())
        assert page.run("document.querySelector('img').naturalWidth") == 2


def test_the_logo_has_the_size_and_words_that_word_gave_it(templates: Path) -> None:
    insert(templates / "word" / "cover-contract.docx", alt="KD-Nets logo", height=30)
    template = open_template(COVER, templates)
    assert not isinstance(template, Refused)
    assert template.dressing.cover[0].pieces == (
        Picture(content=png(), format="png", width=60, height=30, description="KD-Nets logo"),
    )
    (shape,) = template.word.inline_shapes
    assert (shape.width.pt, shape.height.pt) == (60, 30)
    assert shape._inline.docPr.get("descr") == "KD-Nets logo"  # noqa: SLF001


def test_the_same_logo_gives_the_same_bytes(templates: Path) -> None:
    insert(templates / "word" / "cover-contract.docx", alt="KD-Nets logo")
    first, second = (WRITERS["docx"](COVER, templates) for _ in range(2))
    assert isinstance(first, bytes)
    assert first == second
    assert [name for name in part_names(first) if "media" in name] == ["word/media/image1.png"]


# --- a secretary's mistakes ----------------------------------------------------------------------


def test_a_picture_on_a_cover_needs_words_for_those_who_do_not_see_it(templates: Path) -> None:
    insert(templates / "word" / "cover-contract.docx")
    assert "View Alt Text" in hint(templates)


def test_a_picture_in_lines_of_fixed_height_would_be_cut_off(templates: Path) -> None:
    insert(templates / "word" / "house.docx", style="header")
    assert "“Logo”" in hint(templates)


def test_a_header_that_would_run_into_the_text_is_refused(templates: Path) -> None:
    insert(templates / "word" / "house.docx", height=60)
    assert "make the picture smaller" in hint(templates)


def test_a_picture_of_another_kind_is_refused(templates: Path) -> None:
    insert(templates / "word" / "cover-contract.docx", alt="x", content=GIF)
    assert "PNG or JPEG" in hint(templates)


def test_a_picture_that_is_only_linked_to_is_never_fetched(templates: Path) -> None:
    def link(word: Any) -> None:
        (blip,) = word.element.xpath("//a:blip")
        relationship = word.part.relate_to("http://example.org/logo.png", IMAGE, is_external=True)
        for name in list(blip.attrib):
            del blip.attrib[name]
        blip.set(f"{RELATIONSHIPS}link", relationship)

    change(insert(templates / "word" / "cover-contract.docx", alt="x"), link)
    assert "without a link" in hint(templates)


def test_a_picture_that_word_alone_would_show_cropped_is_refused(templates: Path) -> None:
    def crop(word: Any) -> None:
        (fill,) = word.element.xpath("//pic:blipFill")
        fill.insert(1, fill.makeelement(f"{DRAWING}srcRect", {"l": "10000"}))

    change(insert(templates / "word" / "cover-contract.docx", alt="x"), crop)
    assert "crop" in hint(templates)


def test_a_picture_that_floats_over_the_text_is_refused(templates: Path) -> None:
    def float_(word: Any) -> None:
        (inline,) = word.element.xpath("//wp:inline")
        inline.tag = inline.tag.replace("inline", "anchor")

    change(insert(templates / "word" / "cover-contract.docx", alt="x"), float_)
    assert "In Line with Text" in hint(templates)


IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
