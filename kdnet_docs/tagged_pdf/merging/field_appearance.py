"""The appearance of a text field that has a value and shows none (ISO 32000-1, 12.7.3.3).

Some programs leave that to the reader, by NeedAppearances; PDF/A does not allow it, and so what was filled in
would vanish. Fields in simple fonts are drawn here, in one line for each line of the value.
"""

import re

from pypdf.generic import DictionaryObject, NameObject, StreamObject, TextStringObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, stream
from kdnet_docs.tagged_pdf.reading.access import array_in, dictionary_in, name_in, octets, resolved
from kdnet_docs.tagged_pdf.reading.content import SHOWS_TEXT
from kdnet_docs.tagged_pdf.reading.operators import called, operators

_FONT = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+(-?[\d.]+)\s+Tf")
_MARGIN = 2.0
_LARGEST = 12.0
_LEADING = 1.2


def draw_value(objects: Objects, field: DictionaryObject, resources: DictionaryObject | None) -> None:
    """Give a text field the appearance that it lacks, in a font of the form's resources."""
    value, drawn = resolved(field.get("/V")), octets(resolved(field.get("/DA"))) or b""
    if name_in(field, "/FT") != "/Tx" or not isinstance(value, TextStringObject) or _shows(field):
        return
    fonts = dictionary_in(resources, "/Font")
    font, sides = _FONT.search(drawn), [resolved(side) for side in array_in(field, "/Rect") or ()]
    if font is None or not _is_simple(dictionary_in(fonts, called(b"/" + font[1]))):
        return
    numbers = [float(side) for side in sides if isinstance(side, int | float)]
    left, bottom, right, top, *_ = [*numbers, 0.0, 0.0, 0.0, 0.0]
    width, height = abs(right - left), abs(top - bottom)
    content = _content(value.splitlines(), drawn, font, height)
    entries: dict[str, Plain] = {"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, width, height]}
    entries |= {"/Resources": {"/Font": fonts or {}}}
    field[NameObject("/AP")] = dictionary({"/N": objects.add(stream(content, entries))})


def _content(lines: list[str], drawn: bytes, font: re.Match[bytes], height: float) -> bytes:
    """The lines from the top, or one in the middle; a size of 0 means one that fits."""
    size = _size(font[2]) or min(_LARGEST, height / (_LEADING * max(1, len(lines))))
    set_font = _FONT.sub(b"/%b %b Tf" % (font[1], _number(size)), drawn)
    first = height - _MARGIN - size if len(lines) > 1 else (height - size) / 2 + size / 5
    leading, margin = _number(size * _LEADING), _number(_MARGIN)
    shown = b"".join(b"(%b) Tj T* " % _escaped(line) for line in lines)
    return b"/Tx BMC q BT %b %b TL %b %b Td %bET Q EMC" % (set_font, leading, margin, _number(first), shown)


def _is_simple(font: DictionaryObject | None) -> bool:
    return name_in(font, "/Subtype") in {"/Type1", "/TrueType"}


def _shows(field: DictionaryObject) -> bool:
    look = dictionary_in(dictionary_in(field, "/AP"), "/N")
    if not isinstance(look, StreamObject):
        return False
    return any(
        operator.name in SHOWS_TEXT or operator.name == b"Do" for operator in operators(look.get_data())
    )


def _size(written: bytes) -> float:
    try:
        return abs(float(written))
    except ValueError:
        return 0.0


def _number(value: float) -> bytes:
    return f"{value:.3f}".encode()


def _escaped(line: str) -> bytes:
    """A line in the encoding of simple fonts; what that does not have is a question mark."""
    return re.sub(rb"([()\\])", rb"\\\1", line.encode("cp1252", "replace"))
