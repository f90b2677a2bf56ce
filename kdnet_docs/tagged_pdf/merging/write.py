"""Objects written as a file (ISO 32000-1, 7.5): what the trailer leads to, and nothing else.

Small objects go packed into object streams, for a tagged file has tens of thousands of them.
"""

import hashlib
import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_IN_ONE_STREAM = 200  # objects that are packed together
_COMPRESSION = 6
_NAME_CHARACTERS = frozenset(
    b"!\"$&'*+,-.0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_`abcdefghijklmnopqrstuvwxyz|~"
)


@dataclass(slots=True)
class _Numbers:
    """The new number of each object that is reached, in the order in which they are met."""

    of: dict[int, int] = field(default_factory=dict)

    def reference(self, number: int) -> bytes:
        return b"%d 0 R" % self.of[number]


def write(root: IndirectObject, info: IndirectObject) -> bytes:
    """The file whose trailer names the catalogue and the information dictionary, of one holder of objects."""
    numbers = _Numbers()
    for number in _reached(root, info):
        numbers.of[number] = len(numbers.of) + 1
    output = bytearray(_HEADER)
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    packed: list[tuple[int, bytes]] = []
    for old, new in numbers.of.items():
        value = root.pdf.get_object(IndirectObject(old, 0, root.pdf))
        if isinstance(value, StreamObject):
            places[new] = (1, len(output), 0)
            output += _numbered(new, _stream(value, numbers))
        else:
            packed.append((new, _value(value, numbers)))
    following = len(numbers.of) + 1
    for start in range(0, len(packed), _IN_ONE_STREAM):
        group = packed[start : start + _IN_ONE_STREAM]
        places |= {number: (2, following, index) for index, (number, _) in enumerate(group)}
        places[following] = (1, len(output), 0)
        output += _numbered(following, _object_stream(group))
        following += 1
    return bytes(output + _cross_references(places, following, len(output), numbers, root, info, output))


def _reached(*roots: IndirectObject) -> Iterator[int]:
    """The numbers of the objects that the roots lead to, each once, nearest first."""
    seen: set[int] = set()
    waiting: list[PdfObject] = list(reversed(roots))
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
            yield value.idnum
            value = value.pdf.get_object(value)
        if isinstance(value, DictionaryObject):
            waiting += reversed(value.values())
        elif isinstance(value, ArrayObject):
            waiting += reversed(value)


def _numbered(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _stream(value: StreamObject, numbers: _Numbers) -> bytes:
    data: bytes = value._data  # noqa: SLF001 - as it is, packed or not
    entries = b" ".join(_entries(value, numbers))
    if "/Filter" not in value and value.get("/Type") != "/Metadata":
        data = zlib.compress(data, _COMPRESSION)
        entries += b" /Filter /FlateDecode"
    return b"<<%b /Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def _object_stream(group: list[tuple[int, bytes]]) -> bytes:
    index, bodies = [], bytearray()
    for number, body in group:
        index.append(b"%d %d" % (number, len(bodies)))
        bodies += body + b"\n"
    first = b" ".join(index) + b"\n"
    data = zlib.compress(first + bodies, _COMPRESSION)
    head = b"<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>" % (
        len(group),
        len(first),
        len(data),
    )
    return head + b"\nstream\n" + data + b"\nendstream"


def _cross_references(  # noqa: PLR0913, PLR0917 - a trailer has these
    places: dict[int, tuple[int, int, int]],
    number: int,
    offset: int,
    numbers: _Numbers,
    root: IndirectObject,
    info: IndirectObject,
    written: bytearray,
) -> bytes:
    """The cross-reference stream, which is the trailer too (7.5.8)."""
    places[number] = (1, offset, 0)
    width = max(3, (offset.bit_length() + 7) // 8)
    rows = b"".join(
        kind.to_bytes(1) + place.to_bytes(width) + index.to_bytes(2)
        for kind, place, index in (places[one] for one in range(number + 1))
    )
    data = zlib.compress(rows, _COMPRESSION)
    identifier = hashlib.sha256(written).hexdigest()[:32].encode()
    head = (
        b"<</Type /XRef /Size %d /W [1 %d 2] /Root %b /Info %b /ID [<%b> <%b>]"
        b" /Filter /FlateDecode /Length %d>>"
        % (
            number + 1,
            width,
            numbers.reference(root.idnum),
            numbers.reference(info.idnum),
            identifier,
            identifier,
            len(data),
        )
    )
    return (
        _numbered(number, head + b"\nstream\n" + data + b"\nendstream") + b"startxref\n%d\n%%%%EOF\n" % offset
    )


def _entries(value: DictionaryObject, numbers: _Numbers) -> Iterator[bytes]:
    for key, one in value.items():
        if not (isinstance(value, StreamObject) and key == "/Length"):
            yield written_name(key) + b" " + _value(one, numbers)


def _value(value: object, numbers: _Numbers) -> bytes:
    """A value as it is written; what stands directly in one another is not deep, see `adopt`."""
    match value:
        case IndirectObject():
            return numbers.reference(value.idnum)
        case NameObject():
            return written_name(value)
        case DictionaryObject():
            return b"<<%b>>" % b" ".join(_entries(value, numbers))
        case ArrayObject():
            return b"[%b]" % b" ".join(_value(one, numbers) for one in value)
        case TextStringObject() | ByteStringObject():
            return _string(value)
        case BooleanObject():
            return b"true" if value.value else b"false"
        case FloatObject():
            return _real(value)
        case int():
            return b"%d" % value
        case _:
            return b"null"


@lru_cache(maxsize=4096)
def written_name(name: str) -> bytes:
    """How a name is written whose characters are bytes, as `reading.reader.limits` has them read."""
    octets = name.encode("latin-1")[1:]
    return b"/" + b"".join(b"%c" % one if one in _NAME_CHARACTERS else b"#%02X" % one for one in octets)


def _string(value: TextStringObject | ByteStringObject) -> bytes:
    octets = value.original_bytes
    if octets.isascii() and octets.decode("ascii").isprintable():
        escaped = octets.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        return b"(%b)" % escaped
    return b"<%b>" % octets.hex().encode()


def _real(value: float) -> bytes:
    """A real number in the fewest digits that mean the same, without an exponent, which PDF does not know."""
    if not math.isfinite(value) or value == 0:
        return b"0"
    digits = f"{Decimal(float.__repr__(value)):f}"
    return digits.removesuffix(".0").encode()
