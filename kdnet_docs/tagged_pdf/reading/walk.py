"""Every object of a PDF that its catalogue leads to."""

from collections.abc import Iterator

from pypdf.errors import LimitReachedError, PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from kdnet_docs.tagged_pdf.reading.reader import Reader

MAX_VALUES = 8_000_000
"""The values in arrays and dictionaries that are looked at."""
DEEPEST = 100
"""How deep arrays and dictionaries may stand directly in one another."""


def dictionaries(reader: Reader) -> Iterator[DictionaryObject]:
    """Every dictionary and stream that can be reached, each once, without recursion.

    Raises `PdfReadError` where values stand too deep in one another.
    """
    to_visit: list[tuple[object, int]] = [(reader.trailer, 0)]
    seen: set[tuple[int, int]] = set()
    left = MAX_VALUES
    while to_visit:
        value, depth = to_visit.pop()
        if isinstance(value, IndirectObject):
            key = (value.idnum, value.generation)
            if key in seen:
                continue
            seen.add(key)
            # What a reference leads to can be a reference again.
            to_visit.append((value.get_object(), 0))
            continue
        if depth > DEEPEST:
            raise PdfReadError("arrays in arrays without end")
        if isinstance(value, DictionaryObject):
            yield value
        inside = _inside(value)
        left -= len(inside)
        if left < 0:
            raise LimitReachedError(f"more than {MAX_VALUES} values")
        to_visit += [(one, depth + 1) for one in inside]


def _inside(value: object) -> list[object]:
    """The containers and references that stand directly in a value."""
    if isinstance(value, DictionaryObject):
        values = list(value.values())
    elif isinstance(value, ArrayObject):
        values = list(value)
    else:
        return []
    return [one for one in values if isinstance(one, DictionaryObject | ArrayObject | IndirectObject)]
