"""Every object of a PDF that its catalogue leads to."""

import re
from collections.abc import Iterator

from pypdf.errors import LimitReachedError, PdfReadError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    TextStringObject,
)

from kdnet_docs.tagged_pdf.reading.reader import Reader

MAX_VALUES = 8_000_000
"""The values in arrays and dictionaries that are looked at."""
DEEPEST = 100
"""How deep arrays and dictionaries may stand directly in one another."""

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
"""What languages are called (ISO 32000-1, 14.9.2.2)."""
LONGEST_CHAIN = 16
"""The references to references that are followed."""


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


def at(dictionary: DictionaryObject, key: str) -> PdfObject | None:
    """The value of a key with its reference followed; None where there is none, or null."""
    value = followed(dictionary.get(key))
    return value if isinstance(value, PdfObject) and not isinstance(value, NullObject) else None


def followed(value: object) -> object:
    """What a reference leads to, through references to references; None where that has no end."""
    for _ in range(LONGEST_CHAIN):
        if not isinstance(value, IndirectObject):
            return value
        value = value.get_object()
    return None


def under(dictionary: DictionaryObject, key: str) -> DictionaryObject:
    """The dictionary of a key; an empty one where there is none."""
    value = at(dictionary, key)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def items(dictionary: DictionaryObject, key: str) -> list[PdfObject]:
    """The items of the array of a key, references and all; none where there is none."""
    value = at(dictionary, key)
    return list(value) if isinstance(value, ArrayObject) else []


def name(dictionary: DictionaryObject, key: str) -> str | None:
    """The name of a key, as `/Figure`; None where there is none."""
    value = at(dictionary, key)
    return str(value) if isinstance(value, NameObject) else None


def shown(name: str) -> str:
    """A name for people, without its slash: its bytes are UTF-8 where they can be (ISO 32000-1, 7.3.5)."""
    octets = name.removeprefix("/").encode("latin-1", "replace")
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("latin-1")


def true(dictionary: DictionaryObject, key: str) -> bool:
    """Whether the value of a key is the boolean true. In Python pypdf's is truthy, whichever it is."""
    value = at(dictionary, key)
    return isinstance(value, BooleanObject) and value.value is True


def text(dictionary: DictionaryObject, key: str) -> str | None:
    """The wording of a key; None where there is none, or an empty one."""
    value = at(dictionary, key)
    return str(value).strip() or None if isinstance(value, TextStringObject) else None


def stated_language(dictionary: DictionaryObject) -> str | None:
    """The language that a catalogue or a tag states, as `en-GB`; None where it is none, or cannot be one."""
    said = (text(dictionary, "/Lang") or "").replace("_", "-")
    return said if LANGUAGE.fullmatch(said) else None
