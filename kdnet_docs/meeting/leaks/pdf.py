"""Every text in a PDF: what its pages show, every string in it, and what earlier revisions of it held."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from kdnet_docs.base.messages import msg
from kdnet_docs.meeting.leaks.plain import Inner, Passage, texts
from kdnet_docs.meeting.leaks.spellings import LARGEST, inflated, spellings

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_END = b"%%EOF"
_UNREADABLE = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError, OSError)


def pdf_passages(data: bytes, place: object, inner: Inner) -> Iterator[Passage]:
    """The texts of the file as it is, of each revision before, and of what no revision speaks of."""
    yield from _revision(data, place, inner)
    ends = [match.end() for match in re.finditer(re.escape(_END), data)][:-1]
    for end in ends:
        yield from _revision(data[:end], msg("{place}, an earlier revision", place=place), inner)
    yield from _raw(data, msg("{place}, outside its objects", place=place), inner)


def _revision(data: bytes, place: object, inner: Inner) -> Iterator[Passage]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(BytesIO(data))
            yield from _pages(reader, place)
            yield from _objects(reader, place, inner)
    except _UNREADABLE:
        return


def page_texts(data: bytes) -> str:
    """What the pages show; nothing where it cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    except _UNREADABLE:
        return ""


def _pages(reader: PdfReader, place: object) -> Iterator[Passage]:
    """Each page, and all of them one after the other: a sentence goes on over the edge."""
    every = []
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        every.append(text)
        yield Passage(place=msg("{place}, page {page}", place=place, page=number), text=text, is_words=True)
    yield Passage(place=msg("{place}, its pages", place=place), text="\n".join(every), is_words=True)


def _objects(reader: PdfReader, place: object, inner: Inner) -> Iterator[Passage]:
    """Every object that the file lists, spoken of by others or not."""
    for number in _numbers(reader):
        found = reader.get_object(IndirectObject(number, 0, reader))
        if found is None:
            continue
        here = msg("{place}, object {number}", place=place, number=number)
        yield from _strings(found, here, "")
        if isinstance(found, StreamObject):
            yield from _stream(found, here, inner)


def _numbers(reader: PdfReader) -> list[int]:
    listed = {number for table in reader.xref.values() for number in table}
    return sorted(listed | set(reader.xref_objStm))


def _strings(found: Any, place: object, key: str) -> Iterator[Passage]:
    """Every string and name directly in an object, with the key it stands below."""
    match found:
        case IndirectObject():
            return
        case DictionaryObject():
            for name in found:
                yield from _named(str(name), place)
                yield from _strings(found.raw_get(name), place, str(name))
        case ArrayObject():
            for index in range(len(found)):
                yield from _strings(list.__getitem__(found, index), place, key)
        case TextStringObject() | ByteStringObject():
            raw = found.original_bytes if isinstance(found, TextStringObject) else bytes(found)
            shown = msg("{place}, {key}", place=place, key=key) if key else place
            readings = [str(found), raw.decode("latin-1"), raw.decode("utf-8", "ignore")]
            for text in dict.fromkeys(readings):
                yield from (Passage(place=shown, text=one, is_words=True) for one in spellings(text))
        case NameObject():
            yield from _named(str(found), place)
        case _:
            return


def _named(name: str, place: object) -> Iterator[Passage]:
    yield Passage(place=place, text=name.removeprefix("/"), is_words=False)


def _stream(stream: StreamObject, place: object, inner: Inner) -> Iterator[Passage]:
    """What a stream holds; what it shows where it is a form, such as how a field looks."""
    try:
        data = stream.get_data()
    except _UNREADABLE:
        return
    if len(data) <= LARGEST and stream.get("/Type") != "/XRef":
        # Most streams are for machines: how pages are drawn, fonts, pictures.
        reads = stream.get("/Type") in ("/EmbeddedFile", "/Metadata") or data[:2] == b"PK"
        yield from inner(data, place) if reads else texts(data, place, inner, is_words=False)
    if stream.get("/Subtype") == "/Form":
        page = PageObject.create_blank_page(width=600, height=800)
        page[NameObject("/Resources")] = stream.get("/Resources", DictionaryObject())
        page[NameObject("/Contents")] = stream
        yield Passage(place=place, text=page.extract_text(), is_words=True)


def _raw(data: bytes, place: object, inner: Inner) -> Iterator[Passage]:
    """What is in no object that the file lists: it is found by the marks of a stream, or as it stands."""
    for match in _STREAM.finditer(data):
        made = inflated(match[1])
        yield from texts(made or match[1], place, inner, is_words=False)
    yield from texts(_STREAM.sub(b" ", data), place, inner, is_words=False)
