"""The objects of a PDF that Typst wrote: taken apart, some changed, put together again, none lost.

Typst writes a classic cross-reference table and no object streams, so a file is a row of numbered
objects (ISO 32000-1, 7.5). Whoever changes one gets the bytes between `obj` and `endobj`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_ENTRY = 20  # bytes of a line of the cross-reference table
_TRAILER = re.compile(rb"trailer\n(.+?)\nstartxref", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Objects:
    """A file as its header, the body of each object by number, and the trailer's dictionary."""

    header: bytes
    bodies: Mapping[int, bytes]
    trailer: bytes

    def write(self) -> bytes:
        """The file; it ends in a line break, which later incremental updates want."""
        output = bytearray(self.header)
        offsets = {}
        for number, body in self.bodies.items():
            offsets[number] = len(output)
            output += b"%d 0 obj\n%b\nendobj\n\n" % (number, body)
        start = len(output)
        output += b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(offsets) + 1)
        output += b"".join(b"%010d 00000 n\r\n" % offsets[number] for number in sorted(offsets))
        return bytes(output + b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (self.trailer, start))


def take_apart(pdf: bytes) -> Objects:
    """The objects of a file that Typst wrote; ValueError for a file of another make."""
    start = _START.search(pdf[-64:])
    at = int(start[1]) if start else 0
    table = _TABLE.match(pdf, at)
    trailer = _TRAILER.search(pdf, at)
    if table is None or trailer is None:
        raise ValueError("not a PDF with one classic cross-reference table")
    count = int(table[1])
    entries = [pdf[table.end() + n * _ENTRY : table.end() + (n + 1) * _ENTRY] for n in range(1, count)]
    offsets = {number: int(entry[:10]) for number, entry in enumerate(entries, start=1)}
    in_file = sorted(offsets, key=offsets.__getitem__)
    ends = [*(offsets[number] for number in in_file[1:]), at]
    bodies = {
        number: _body(pdf[offsets[number] : end], number) for number, end in zip(in_file, ends, strict=True)
    }
    return Objects(header=pdf[: offsets[in_file[0]]], bodies=bodies, trailer=trailer[1])


def _body(text: bytes, number: int) -> bytes:
    opening, closing = b"%d 0 obj\n" % number, b"\nendobj"
    stripped = text.rstrip()
    if not stripped.startswith(opening) or not stripped.endswith(closing):
        raise ValueError(f"object {number} does not stand where the cross-reference table says")
    return stripped[len(opening) : -len(closing)]
