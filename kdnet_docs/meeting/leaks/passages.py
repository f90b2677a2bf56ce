"""Every text in a finished file, wherever a program could find one, with its place."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from kdnet_docs.base.messages import msg
from kdnet_docs.meeting.leaks.spellings import LARGEST, decoded, inflated, spellings, unpacked

_DEEPEST = 5
"""How many files may lie within one another."""
_SHOWN = re.compile(r'(?:descr|title|alt|name|content|href|Target|val|value|aria-label)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text and where it stands; `is_words` unless most of it is for machines."""

    place: object
    text: str
    is_words: bool


def passages(data: bytes, place: object, depth: int = 0) -> Iterator[Passage]:
    """The texts of a file of any kind, and of the files in it."""
    if depth > _DEEPEST:
        return
    if data.lstrip()[:5] == b"%PDF-":
        from kdnet_docs.meeting.leaks.pdf import pdf_passages

        yield from pdf_passages(data, place, depth)
    elif data[:2] == b"PK":
        yield from _zipped(data, place, depth)
    elif made := inflated(data[:LARGEST]):
        yield from passages(made, place, depth + 1)
    else:
        yield from texts(data, place, depth)


def read_aloud(data: bytes) -> str:
    """What a file says to those who read it, as far as it is a PDF or a Word file."""
    if data.lstrip()[:5] == b"%PDF-":
        from kdnet_docs.meeting.leaks.pdf import page_texts

        return page_texts(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            text = archive.read("word/document.xml").decode("utf-8", "ignore")
    except (BadZipFile, LookupError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return ""
    return html.unescape(re.sub("<[^>]*>", " ", text))


def texts(data: bytes, place: object, depth: int) -> Iterator[Passage]:
    """What stands in plain bytes, in every spelling, and in what is packed into letters."""
    for text in decoded(data):
        for number, spelled in enumerate(spellings(text)):
            yield Passage(place=place, text=spelled, is_words=number > 0 or "<" not in text)
        for shown in _SHOWN.findall(text):
            yield from (Passage(place=place, text=one, is_words=True) for one in spellings(shown))
        for packed in unpacked(text):
            yield from passages(packed, msg("{place}, unpacked", place=place), depth + 1)


def _zipped(data: bytes, place: object, depth: int) -> Iterator[Passage]:
    """The parts of a Word file or a zip, their names, and what lies between them."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            outer = [archive.comment, *(one.comment for one in entries), *(one.extra for one in entries)]
            for entry in entries:
                name = msg("{place}, the name of a part", place=place)
                yield from (Passage(place=name, text=one, is_words=True) for one in spellings(entry.filename))
                if not entry.is_dir() and entry.file_size <= LARGEST:
                    part = msg("{place}, {part}", place=place, part=entry.filename)
                    yield from passages(archive.read(entry), part, depth + 1)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        outer = []
    yield from texts(b" ".join(outer), msg("{place}, a comment", place=place), depth)
    # What is in no part is found where it is written down as it is.
    yield from (
        Passage(place=msg("{place}, between its parts", place=place), text=text, is_words=False)
        for text in decoded(data)
    )
