"""What a PDF holds besides its words is found, one thing after the other planted in a clean file."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)
from samples import DOCUMENT

from kdnet_docs.final.patterns import PATH
from kdnet_docs.render.pdf.final import write_final_pdf
from kdnet_docs.tagged_pdf.leftovers import Kind, leftovers
from kdnet_docs.tagged_pdf.verdicts import Unusable

TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def clean() -> bytes:
    pdf = write_final_pdf(replace(DOCUMENT, author="", watermark=None), TEMPLATES, {"commit": "0"}, "urn:x")
    assert isinstance(pdf, bytes)
    return pdf


def left(pdf: bytes) -> set[tuple[Kind, int | None]]:
    found = leftovers(pdf, PATH)
    assert isinstance(found, tuple), found
    return {(one.kind, one.page) for one in found}


def name(value: str) -> NameObject:
    return NameObject(value)


def entries(**values: object) -> DictionaryObject:
    made = DictionaryObject()
    for key, value in values.items():
        made[name(f"/{key}")] = value
    return made


def written(writer: PdfWriter) -> bytes:
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def added(writer: PdfWriter, value: PdfObject) -> IndirectObject:
    return writer._add_object(value)  # noqa: SLF001 - pypdf has no other way to add one


def copied() -> PdfWriter:
    return PdfWriter(clone_from=BytesIO(clean()))


def annotated(annotation: DictionaryObject) -> bytes:
    writer = copied()
    page = writer.pages[1]
    page[name("/Annots")] = ArrayObject([*page.get("/Annots", ArrayObject()), added(writer, annotation)])
    return written(writer)


def drawing(content: bytes) -> bytes:
    writer = copied()
    page, more = writer.pages[0], DecodedStreamObject()
    contents = page.get_contents()
    assert contents is not None
    more.set_data(contents.get_data() + content)
    page[name("/Contents")] = added(writer, more)
    return written(writer)


def stating(old: str, new: str) -> bytes:
    writer = copied()
    metadata = writer.root_object["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    packet = metadata.get_data().decode()
    assert re.search(old, packet)
    stream = DecodedStreamObject()
    stream.set_data(re.sub(old, new, packet, count=1).encode())
    writer.root_object[name("/Metadata")] = added(writer, stream)
    return written(writer)


def test_a_final_file_has_links_fields_for_signatures_and_nothing_else() -> None:
    assert {one["/FT"] for one in (PdfReader(BytesIO(clean())).get_fields() or {}).values()} == {"/Sig"}
    assert left(clean()) == set()


@pytest.mark.parametrize(
    "kind", ["/Text", "/FreeText", "/Stamp", "/Highlight", "/FileAttachment", "/Widget", "/Popup"]
)
def test_notes_stamps_and_other_fields(kind: str) -> None:
    note = entries(Type=name("/Annot"), Subtype=name(kind), Contents=TextStringObject("Husk!"))
    assert left(annotated(note)) == {(Kind.ANNOTATION, 2)}


@pytest.mark.parametrize(
    "action",
    [
        entries(S=name("/JavaScript"), JS=TextStringObject("app.alert(1)")),
        entries(S=name("/Launch"), F=TextStringObject("a.exe")),
        entries(Type=name("/Action"), S=name("/SubmitForm")),
        entries(S=name("/URI"), URI=TextStringObject("file:///C:/Users/cd/aftale.docx")),
    ],
    ids=lambda action: str(action["/S"]),
)
def test_a_link_that_does_more_than_lead_somewhere(action: DictionaryObject) -> None:
    assert left(annotated(entries(Type=name("/Annot"), Subtype=name("/Link"), A=action))) == {
        (Kind.ACTION, None)
    }


def test_what_is_done_when_the_file_is_opened() -> None:
    writer = copied()
    writer.root_object[name("/OpenAction")] = entries(S=name("/Named"), N=name("/Print"))
    assert left(written(writer)) == {(Kind.ACTION, None)}


def test_layers() -> None:
    writer = copied()
    layer = added(writer, entries(Type=name("/OCG"), Name=TextStringObject("Noter")))
    writer.root_object[name("/OCProperties")] = entries(OCGs=ArrayObject([layer]))
    assert left(written(writer)) == {(Kind.LAYER, None)}


@pytest.mark.parametrize(
    "content",
    [
        b" BT 3 Tr (x) Tj ET",
        b" BT 7 Tr (x) Tj ET",
        b" 1 g BT (x) Tj ET",
        b" 1 1 1 rg BT [(x)] TJ ET",
        b" 0 0 0 0 k BT (x) Tj ET",
    ],
)
def test_text_without_ink_and_white_text(content: bytes) -> None:
    assert left(drawing(content)) == {(Kind.HIDDEN, 1)}


@pytest.mark.parametrize(
    "content", [b" q 3 Tr Q BT (x) Tj ET", b" 1 g 0 0 9 9 re f 0 g BT (x) Tj ET", b" 0 0 0 1 k BT (x) Tj ET"]
)
def test_text_that_can_be_seen(content: bytes) -> None:
    assert left(drawing(content)) == set()


def test_names_and_paths_and_claims() -> None:
    writer = copied()
    writer.add_metadata({"/Author": "Carl Dam", "/Subject": "H:\\Sager\\aftale.docx"})
    assert left(written(writer)) == {(Kind.NAME, None), (Kind.PATH, None)}
    creator = (
        "<dc:creator><rdf:Seq><rdf:li>Carl Dam</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>"
    )
    assert left(stating("</rdf:Description></rdf:RDF>", creator)) == {(Kind.NAME, None)}
    assert left(stating("<pdfuaid:part>1<", "<pdfuaid:part>2<")) == {(Kind.CLAIM, None)}


def test_what_is_no_pdf() -> None:
    assert isinstance(leftovers(b"%PDF-1.7 nothing", PATH), Unusable)
