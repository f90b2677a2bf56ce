"""Every text in a finished file, wherever a program could find one, with its place."""

import html
import re
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from kdnet_docs.base.messages import msg
from kdnet_docs.meeting.leaks.plain import Inner, Passage, texts
from kdnet_docs.meeting.leaks.spellings import LARGEST, decoded, inflated, spellings

_DEEPEST = 5
"""How many files may lie within one another."""


def passages(data: bytes, place: object, read: dict[bytes, int], depth: int = 0) -> Iterator[Passage]:
    """The texts of a file of any kind, and of the files in it.

    `read` has the depth at which each content was read, by its digest. It is not read again: a package has
    each file in its zip once more, and Word files have most of their parts in common.
    """
    digest = sha256(data).digest()
    if depth > _DEEPEST or read.get(digest, _DEEPEST + 1) <= depth:
        return
    read[digest] = depth

    def inner(data: bytes, place: object) -> Iterator[Passage]:
        return passages(data, place, read, depth + 1)

    if data.lstrip()[:5] == b"%PDF-":
        from kdnet_docs.meeting.leaks.pdf import pdf_passages

        yield from pdf_passages(data, place, inner)
    elif data[:2] == b"PK":
        yield from _zipped(data, place, inner)
    else:
        if made := inflated(data[:LARGEST]):
            yield from inner(made, place)
        yield from texts(data, place, inner)


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


def _zipped(data: bytes, place: object, inner: Inner) -> Iterator[Passage]:
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
                    yield from inner(archive.read(entry), part)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        outer = []
    yield from texts(b" ".join(outer), msg("{place}, a comment", place=place), inner)
    # What is in no part is found where it is written down as it is.
    yield from (
        Passage(place=msg("{place}, between its parts", place=place), text=text, is_words=False)
        for text in decoded(data)
    )
