"""The cross-reference sections that an update appends to a PDF, read as strictly as the standard writes them.

What a signature does not cover is only as safe as all readers agree on what it says. So there is no mending
here: an entry that is not where the table says, a chain that leads elsewhere, or a hybrid file is an error.
(ISO 32000-1, 7.5.4 to 7.5.8.)
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from pypdf.generic import DictionaryObject, NumberObject, StreamObject, read_object

from kdnet_docs.tagged_pdf.reading.access import array_in, items, value_in
from kdnet_docs.tagged_pdf.reading.reader import Reader

END = re.compile(rb"startxref(?:\r\n|\n|\r)(\d{1,10})(?:\r\n|\n|\r)%%EOF(?:\r\n|\n|\r)?\Z")
LONGEST_END = 64
MOST_SECTIONS = 500

_ENDS = re.compile(rb"startxref\s{1,9}(\d{1,10})\s")
_LONGEST_TAIL = 1 << 20
_TABLE = re.compile(rb"xref[ ]*(?:\r\n|\n|\r)")
_RANGE = re.compile(rb"(\d{1,10}) (\d{1,7})[ ]*(?:\r\n|\n|\r)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_TRAILER = re.compile(rb"trailer\s*(?=<<)")
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10}) (\d{1,5}) obj\b")
_FREE, _PLAIN = 0, 1
_WIDEST = 8


class SectionError(Exception):
    """What was appended is not written as the standard wants it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One cross-reference section: what its trailer says, and for each object (type, place, generation)."""

    start: int
    trailer: DictionaryObject
    entries: Mapping[int, tuple[int, int, int]]

    @property
    def previous(self) -> int | None:
        """Where the section before it starts."""
        found = value_in(self.trailer, "/Prev")
        return int(found) if isinstance(found, NumberObject) else None


def start(file: bytes, end: int) -> int:
    """Where the newest section of the file's first `end` bytes starts. Raises `SectionError`."""
    found = END.search(file[max(0, end - LONGEST_END) : end])
    if found is None:
        raise SectionError("no end of a file")
    return int(found[1])


def has_table(file: bytes) -> bool:
    """Whether the last end of a file names the place of a table of objects, whatever stands after it."""
    found = list(_ENDS.finditer(file[-_LONGEST_TAIL:]))
    place = int(found[-1][1]) if found else len(file)
    return _TABLE.match(file, place) is not None or _OBJECT.match(file, place) is not None


def appended(file: bytes, reader: Reader, begin: int, end: int) -> list[Section]:
    """The sections between two ends of a file, the newest first. Raises `SectionError`.

    They lead back to the newest section before `begin`, and nothing else stands between them but objects.
    """
    before, place = start(file, begin), start(file, end)
    found: list[Section] = []
    while place != before:
        if not begin <= place < end or len(found) == MOST_SECTIONS:
            raise SectionError("an update that continues something else")
        found.append(_section(file, reader, place, end))
        previous = found[-1].previous
        if previous is None or previous >= place:
            raise SectionError("an update that continues nothing")
        place = previous
    places = [begin, *sorted(one.start for one in found), end]
    if any(a > b for a, b in pairwise(places)):
        raise SectionError("updates in disorder")
    for section in found:
        for number, (kind, at, generation) in section.entries.items():
            if kind == _PLAIN and not (begin <= at < end and _stands(file, at, number, generation)):
                raise SectionError(f"object {number} is not where the update says")
    return found


def overridden(sections: list[Section]) -> dict[int, tuple[int, int, int]]:
    """For each object that the sections speak of, its newest entry."""
    entries: dict[int, tuple[int, int, int]] = {}
    for section in reversed(sections):
        entries |= section.entries
    return entries


def _stands(file: bytes, at: int, number: int, generation: int) -> bool:
    found = _OBJECT.match(file, at)
    return found is not None and (int(found[1]), int(found[2])) == (number, generation)


def _section(file: bytes, reader: Reader, place: int, end: int) -> Section:
    if head := _TABLE.match(file, place, end):
        return _table(file, reader, place, head.end(), end)
    if head := _OBJECT.match(file, place, end):
        stream = reader.get_object(int(head[1]))
        if isinstance(stream, StreamObject) and stream.get("/Type") == "/XRef":
            return Section(start=place, trailer=stream, entries=dict(_packed(stream)))
    raise SectionError("no table of objects where the file says")


def _table(file: bytes, reader: Reader, place: int, at: int, end: int) -> Section:
    entries: dict[int, tuple[int, int, int]] = {}
    while head := _RANGE.match(file, at, end):
        first, count, at = int(head[1]), int(head[2]), head.end()
        for number in range(first, first + count):
            entry = _ENTRY.match(file, at, end)
            if entry is None or number in entries:
                raise SectionError("a table of objects with a broken entry")
            at = entry.end()
            entries[number] = (_PLAIN if entry[3] == b"n" else _FREE, int(entry[1]), int(entry[2]))
    word = _TRAILER.match(file, at, end)
    if word is None:
        raise SectionError("a table of objects without a trailer")
    trailer = read_object(BytesIO(file[word.end() : end]), reader)
    if not isinstance(trailer, DictionaryObject) or "/XRefStm" in trailer:
        raise SectionError("a trailer that says something else to other readers")
    return Section(start=place, trailer=trailer, entries=entries)


def _packed(stream: StreamObject) -> Iterator[tuple[int, tuple[int, int, int]]]:
    widths = [int(one) for one in items(stream, "/W") if isinstance(one, NumberObject)]
    if len(widths) != len(("type", "place", "generation")) or not all(0 <= one <= _WIDEST for one in widths):
        raise SectionError("a table of objects of no shape")
    index = array_in(stream, "/Index") or [0, value_in(stream, "/Size")]
    numbers = [int(one) for one in index if isinstance(one, int)]
    data, at, width = stream.get_data(), 0, sum(widths)
    for first, count in zip(numbers[::2], numbers[1::2], strict=True):
        if width == 0 or not 0 <= count <= len(data) // width:
            raise SectionError("a table of objects that is too short")
        for number in range(first, first + count):
            parts, row = [], data[at : at + width]
            for size in widths:
                parts.append(int.from_bytes(row[:size], "big"))
                row = row[size:]
            kind = parts[0] if widths[0] else _PLAIN
            yield number, (kind, parts[1], parts[2] if kind == _PLAIN else 0)
            at += width
