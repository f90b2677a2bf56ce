"""Closed words planted in files of every kind, in every place that the proof looks in."""

import gzip
import json
import re
import unicodedata
import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

from pypdf import PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

WORDS = "Kommunen sælger grunden ved Nordhavn til Skagen Tank"
AMOUNT = "14.250.000"

Named = tuple[str, bytes]

# --- PDF


def _pdf(change: Callable[[PdfWriter], object] = lambda _: None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=400, height=400)
    change(writer)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _added(writer: PdfWriter, thing: PdfObject) -> IndirectObject:
    return writer._add_object(thing)  # noqa: SLF001 - pypdf has no other way


def _font() -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )


def _resources() -> DictionaryObject:
    return DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): _font()})})


def _shown(*pieces: str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    lines = (f"({piece}) Tj".encode("cp1252") for piece in pieces)
    stream.set_data(b"BT /F1 9 Tf 20 200 Td " + b" ".join(lines) + b" ET")
    return stream


def _on_page(writer: PdfWriter) -> None:
    page = writer.pages[0]
    page[NameObject("/Resources")] = _resources()
    # In pieces, as fonts are kerned.
    page[NameObject("/Contents")] = _added(writer, _shown(*(WORDS[at : at + 3] for at in range(0, 60, 3))))


def _in_appearance(writer: PdfWriter) -> None:
    form = _shown(WORDS)
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(map(NumberObject, (0, 0, 400, 400)))
    form[NameObject("/Resources")] = _resources()
    _added(writer, form)


def _in_element(key: str) -> Callable[[PdfWriter], None]:
    def plant(writer: PdfWriter) -> None:
        element = DictionaryObject({NameObject("/S"): NameObject("/Figure")})
        element[NameObject(key)] = TextStringObject(WORDS)
        tree = DictionaryObject({NameObject("/K"): _added(writer, element)})
        writer.root_object[NameObject("/StructTreeRoot")] = _added(writer, tree)

    return plant


def _in_field(key: str) -> Callable[[PdfWriter], None]:
    def plant(writer: PdfWriter) -> None:
        field = DictionaryObject(
            {NameObject("/FT"): NameObject("/Tx"), NameObject(key): TextStringObject(WORDS)}
        )
        form = DictionaryObject({NameObject("/Fields"): ArrayObject([_added(writer, field)])})
        writer.root_object[NameObject("/AcroForm")] = form

    return plant


def _in_earlier_revision() -> bytes:
    """The words are in an object that a later revision goes without."""
    first = _pdf(lambda writer: writer.add_metadata({"/Title": WORDS}))
    at = first.rindex(b"startxref") + len(b"startxref")
    start = first[at:].split()[0].decode()
    number = int(re.findall(rb"/Info (\d+) 0 R", first)[-1])
    place = len(first)
    size = int(re.findall(rb"/Size (\d+)", first)[-1])
    root = int(re.findall(rb"/Root (\d+) 0 R", first)[-1])
    body = f"{number} 0 obj\n<< /Title (Nyt) >>\nendobj\n".encode()
    trailer = f"<< /Size {size} /Root {root} 0 R /Info {number} 0 R /Prev {start} >>"
    xref = f"xref\n{number} 1\n{place:010} 00000 n \ntrailer\n{trailer}\n"
    return first + body + xref.encode() + f"startxref\n{place + len(body)}\n%%EOF\n".encode()


def _xmp(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"<x:xmpmeta><dc:title>{escape(WORDS)}</dc:title></x:xmpmeta>".encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    writer.root_object[NameObject("/Metadata")] = _added(writer, stream)


def _compressed_nowhere() -> bytes:
    made = zlib.compress(WORDS.encode())
    stream = b"99 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n" % (
        len(made),
        made,
    )
    return _pdf().replace(b"%%EOF", stream + b"%%EOF")


PDFS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "on a page, in pieces": (lambda: _pdf(_on_page), "page 1"),
    "in the appearance of a field": (lambda: _pdf(_in_appearance), "object"),
    "in the properties": (lambda: _pdf(lambda one: one.add_metadata({"/Subject": WORDS})), "/Subject"),
    "in XMP": (lambda: _pdf(_xmp), "object"),
    "in an attachment": (lambda: _pdf(lambda one: one.add_attachment("a.txt", WORDS.encode())), "object"),
    "in the name of an attachment": (lambda: _pdf(lambda one: one.add_attachment(f"{WORDS}.txt", b"-")), "/"),
    "in a Word file in a zip in an attachment": (
        lambda: _pdf(lambda one: one.add_attachment("a.zip", zipped({"b.docx": _a_word()}))),
        "word/document.xml",
    ),
    "in a bookmark": (lambda: _pdf(lambda one: one.add_outline_item(title=WORDS, page_number=0)), "/Title"),
    "in a note on a page": (
        lambda: _pdf(lambda one: one.add_annotation(0, FreeText(text=WORDS, rect=(0, 0, 9, 9)))),
        "/Contents",
    ),
    "in the address of a link": (
        lambda: _pdf(
            lambda one: one.add_annotation(0, Link(url=f"https://x.dk/{quote(WORDS)}", rect=(0, 0, 9, 9)))
        ),
        "/URI",
    ),
    "in the name of a destination": (lambda: _pdf(lambda one: one.add_named_destination(WORDS, 0)), "/Names"),
    "in an alternative text": (lambda: _pdf(_in_element("/Alt")), "/Alt"),
    "in an actual text": (lambda: _pdf(_in_element("/ActualText")), "/ActualText"),
    "in the title of an element": (lambda: _pdf(_in_element("/T")), "/T"),
    "in the value of a field": (lambda: _pdf(_in_field("/V")), "/V"),
    "in the label of a field": (lambda: _pdf(_in_field("/TU")), "/TU"),
    "in an object that nothing speaks of": (
        lambda: _pdf(lambda one: _added(one, TextStringObject(WORDS))),
        "object",
    ),
    "in an earlier revision": (_in_earlier_revision, "an earlier revision"),
    "in a stream that is in no table": (_compressed_nowhere, "outside its objects"),
    "after the end": (lambda: _pdf() + b"% " + WORDS.encode(), "outside its objects"),
    "in a hex string in UTF-16": (
        lambda: _pdf() + b"<FEFF" + WORDS.encode("utf-16-be").hex().encode() + b">",
        "outside its objects",
    ),
    "in a string with octal escapes": (
        lambda: _pdf() + b"(" + WORDS.replace("æ", "\\346").encode() + b")",
        "outside its objects",
    ),
}

# --- Word


def zipped(parts: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = comment
    return buffer.getvalue()


def word(parts: Mapping[str, str | bytes], comment: bytes = b"") -> bytes:
    whole = {"word/document.xml": "<w:document><w:p><w:r><w:t>Åbent</w:t></w:r></w:p></w:document>", **parts}
    return zipped(
        {
            name: content if isinstance(content, bytes) else content.encode()
            for name, content in whole.items()
        },
        comment,
    )


def _a_word() -> bytes:
    return word({"word/document.xml": f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"})


def _run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def _base() -> str:
    return f"<base>{b64encode(zlib.compress(json.dumps({'source': WORDS}).encode())).decode()}</base>"


_HALF = len(WORDS) // 2
DOCUMENT = "word/document.xml"
WORD_FILES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "in the text": (_a_word, DOCUMENT),
    "split over runs": (
        lambda: word({DOCUMENT: _run(WORDS[:_HALF]) + "<w:bookmarkStart/>" + _run(WORDS[_HALF:])}),
        DOCUMENT,
    ),
    "the number in a cell": (
        lambda: word({DOCUMENT: "".join(f"<w:tc>{_run(cell)}</w:tc>" for cell in ("Pris", AMOUNT, "kr."))}),
        DOCUMENT,
    ),
    "in hidden words": (lambda: word({DOCUMENT: _run(WORDS, "<w:vanish/>")}), DOCUMENT),
    "in deleted words": (
        lambda: word({DOCUMENT: f"<w:del><w:r><w:delText>{WORDS}</w:delText></w:r></w:del>"}),
        DOCUMENT,
    ),
    "in a field's instruction": (lambda: word({DOCUMENT: f"<w:instrText>{WORDS}</w:instrText>"}), DOCUMENT),
    "in an alternative text": (lambda: word({DOCUMENT: f'<wp:docPr id="1" descr="{WORDS}"/>'}), DOCUMENT),
    "in the name of a bookmark": (
        lambda: word({DOCUMENT: f'<w:bookmarkStart w:name="{WORDS.replace(" ", "_")}"/>'}),
        DOCUMENT,
    ),
    "in a comment": (lambda: word({"word/comments.xml": _run(WORDS)}), "comments.xml"),
    "in a footnote": (lambda: word({"word/footnotes.xml": _run(WORDS)}), "footnotes.xml"),
    "in a header": (lambda: word({"word/header1.xml": _run(WORDS)}), "header1.xml"),
    "in the properties": (lambda: word({"docProps/core.xml": f"<dc:title>{WORDS}</dc:title>"}), "core.xml"),
    "in a property of one's own": (
        lambda: word({"docProps/custom.xml": f"<vt:lpwstr>{WORDS}</vt:lpwstr>"}),
        "custom.xml",
    ),
    "in the settings": (
        lambda: word({"word/settings.xml": f'<w:docVar w:name="x" w:val="{WORDS}"/>'}),
        "settings.xml",
    ),
    "in the target of a relationship": (
        lambda: word(
            {"word/_rels/document.xml.rels": f'<Relationship Target="https://x.dk/{quote(WORDS)}"/>'}
        ),
        "rels",
    ),
    "in the source that goes along": (lambda: word({"customXml/item1.xml": _base()}), "unpacked"),
    "in an embedded file": (
        lambda: word(
            {"word/embeddings/a.xlsx": zipped({"xl/sharedStrings.xml": f"<t>{WORDS}</t>".encode()})}
        ),
        "sharedStrings.xml",
    ),
    "in the name of a part": (lambda: word({f"word/media/{WORDS}.png": b"-"}), "the name of a part"),
    "in the comment of the zip": (lambda: word({}, WORDS.encode()), "a comment"),
    "between the parts": (lambda: WORDS.encode().join([b"PK\x03\x04", word({})]), "between its parts"),
}

# --- text


def _text(content: str) -> bytes:
    return content.encode()


TEXTS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "as it is": (lambda: _text(WORDS), ""),
    "in capitals": (lambda: _text(WORDS.upper()), ""),
    "with soft hyphens": (lambda: _text("\u00ad".join(WORDS)), ""),
    "with hyphens at the ends of lines": (lambda: _text(WORDS.replace("grunden", "grun-\n  den")), ""),
    "with spaces that do not break": (lambda: _text(WORDS.replace(" ", "\u00a0\n")), ""),
    "with accents apart": (lambda: _text(unicodedata.normalize("NFD", WORDS)), ""),
    "in UTF-16, the little end first": (lambda: WORDS.encode("utf-16-le"), ""),
    "in UTF-16, the big end first": (lambda: WORDS.encode("utf-16-be"), ""),
    "in Latin-1": (lambda: WORDS.encode("latin-1"), ""),
    "in HTML, marked": (lambda: _text(f"<p>{'<b></b>'.join(WORDS)}</p>"), ""),
    "in HTML, with entities": (lambda: _text("".join(f"&#{ord(letter)};" for letter in WORDS)), ""),
    "the number in a cell": (lambda: _text(f"<td>Pris</td><td>{AMOUNT}</td><td>1</td>"), ""),
    "in a comment of HTML": (lambda: _text(f"<p>Ord<!-- {WORDS} --></p>"), ""),
    "in an address": (lambda: _text(f'<a href="#{quote(WORDS)}">Ord</a>'), ""),
    "in JSON, escaped": (lambda: _text(json.dumps({"a": WORDS})), ""),
    "in base64": (lambda: b64encode(WORDS.encode()), "unpacked"),
    "in gzip": (lambda: gzip.compress(WORDS.encode(), mtime=0), ""),
    "in part: five words": (lambda: _text("Ja: grunden ved Nordhavn til Skagen, ved nogen."), ""),
    "the number alone": (lambda: _text(f"Prisen er {AMOUNT} kr."), ""),
    "the number with other separators": (lambda: _text("Prisen er 14\u00a0250\u00a0000,00 kr."), ""),
}
