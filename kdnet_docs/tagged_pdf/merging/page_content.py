"""The content of a page, put between what comes before and after it, whatever it leaves open.

ISO 32000-1, 8.4.2 (q, Q) and 14.6 (marked content).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import stream
from kdnet_docs.tagged_pdf.reading.access import resolved
from kdnet_docs.tagged_pdf.reading.operators import Operator, operators

# In the order in which they are closed: text objects, marked content, graphics states.
_PAIRS = ((b"BT", b"ET"), (b"BDC", b"EMC"), (b"q", b"Q"))
# What is shown or hidden with a layer; what glyphs stand for, without a number for tags.
_KEPT_MARK = re.compile(rb"/OC\b|/Span\b(?!.*/MCID).*/(?:ActualText|Alt|E|Lang)\b", re.DOTALL)
_OPENS = dict(_PAIRS) | {b"BMC": b"EMC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What content leaves open, as the operators that close it, and what it closes that it has not opened."""

    closing: bytes
    stray: tuple[Operator, ...]


def data_of(page: DictionaryObject) -> bytes:
    """All content of a page in one. Raises what pypdf raises for a stream that cannot be unpacked."""
    return b"\n".join(one.get_data() for one in _streams(page))


def balance(data: bytes) -> Balance:
    """What content leaves open."""
    opened = dict.fromkeys((closing for _, closing in _PAIRS), 0)
    stray = []
    for operator in operators(data):
        if operator.name in _OPENS:
            opened[_OPENS[operator.name]] += 1
        elif opened.get(operator.name) == 0:
            stray.append(operator)
        elif operator.name in opened:
            opened[operator.name] -= 1
    closing = b"".join((name + b"\n") * count for name, count in opened.items())
    return Balance(closing=closing, stray=tuple(stray))


def without_marks(data: bytes) -> bytes:
    """The content without its marked content, except layers, and words that say what is shown."""
    dropped, opened = list[Operator](), list[bool]()
    for operator in operators(data):
        if operator.name in {b"BMC", b"BDC"}:
            is_mark = not _KEPT_MARK.match(data[operator.start : operator.end].lstrip())
            opened.append(is_mark)
        elif operator.name == b"EMC":
            is_mark = opened.pop() if opened else True
        else:
            is_mark = operator.name in {b"MP", b"DP"}
        if is_mark:
            dropped.append(operator)
    return _without(data, dropped)


def bracket(objects: Objects, page: DictionaryObject, before: bytes, after: bytes, content: bytes) -> None:
    """Put a page's content, given in one, between other content, in a graphics state of its own."""
    own = balance(content)
    if own.stray or content != data_of(page):
        streams = [objects.add(stream(_without(content, own.stray), {}))]
    else:
        streams = _references(page)
    first = objects.add(stream(before + b"q\n", {}))
    last = objects.add(stream(b"\n" + own.closing + b"Q\n" + after, {}))
    page[NameObject("/Contents")] = ArrayObject([first, *streams, last])


def _without(data: bytes, dropped: Iterable[Operator]) -> bytes:
    kept, at = bytearray(), 0
    for operator in dropped:
        kept += data[at : operator.start] + b"\n"
        at = operator.end
    return bytes(kept + data[at:])


def _references(page: DictionaryObject) -> list[IndirectObject]:
    value = resolved(page.get("/Contents"))
    listed = value if isinstance(value, ArrayObject) else [page.get("/Contents")]
    references = [one for one in listed if isinstance(one, IndirectObject)]
    return [one for one in references if isinstance(resolved(one), StreamObject)]


def _streams(page: DictionaryObject) -> Iterable[StreamObject]:
    return (value for one in _references(page) if isinstance(value := resolved(one), StreamObject))
