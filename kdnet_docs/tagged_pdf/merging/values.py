"""Values of a PDF: read with the type that the standard wants or not at all, and made from Python's own."""

from collections.abc import Mapping, Sequence

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

Plain = PdfObject | Mapping[str, "Plain"] | Sequence["Plain"] | str | bytes | bool | int | float
"""What `pdf` makes a value of; a str is a name and begins with a slash."""

_LONGEST_CHAIN = 16


def pdf(value: Plain) -> PdfObject:
    """The PDF value of a Python value."""
    match value:
        case PdfObject():
            return value
        case bool():
            return BooleanObject(value)
        case int():
            return NumberObject(value)
        case float():
            return FloatObject(value)
        case str():
            return NameObject(value)
        case bytes():
            return ByteStringObject(value)
        case Mapping():
            return dictionary(value)
        case _:
            return ArrayObject(pdf(one) for one in value)


def dictionary(entries: Mapping[str, Plain]) -> DictionaryObject:
    """A dictionary of Python values."""
    made = DictionaryObject()
    made.update({NameObject(key): pdf(value) for key, value in entries.items()})
    return made


def stream(data: bytes, entries: Mapping[str, Plain]) -> StreamObject:
    """A stream, not compressed."""
    made = DecodedStreamObject()
    made.update(dictionary(entries))
    made.set_data(data)
    return made


def text(words: str) -> TextStringObject:
    """A text string."""
    return TextStringObject(words)


def resolved(value: object) -> object:
    """The value that a reference leads to, through references to references; None where there is none."""
    for _ in range(_LONGEST_CHAIN):
        if not isinstance(value, IndirectObject):
            return value
        value = value.get_object()
    return None


def as_dictionary(value: object) -> DictionaryObject:
    """The dictionary that a reference leads to; a new and empty one where it leads to something else."""
    found = resolved(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def dictionary_in(value: object, key: str) -> DictionaryObject | None:
    """The dictionary under a key of a dictionary."""
    found = _under(value, key)
    return found if isinstance(found, DictionaryObject) else None


def array_in(value: object, key: str) -> ArrayObject | None:
    """The array under a key of a dictionary."""
    found = _under(value, key)
    return found if isinstance(found, ArrayObject) else None


def name_in(value: object, key: str) -> str | None:
    """The name under a key of a dictionary, with its slash."""
    found = _under(value, key)
    return str(found) if isinstance(found, NameObject) else None


def text_in(value: object, key: str) -> str | None:
    """The text under a key of a dictionary."""
    found = _under(value, key)
    return str(found) if isinstance(found, TextStringObject) else None


def number_in(value: object, key: str) -> float | None:
    """The number under a key of a dictionary."""
    found = _under(value, key)
    return float(found) if isinstance(found, int | float) else None


def reference_in(value: object, key: str) -> IndirectObject | None:
    """The reference under a key of a dictionary."""
    found = value.get(key) if isinstance(value, DictionaryObject) else None
    return found if isinstance(found, IndirectObject) else None


def octets(value: object) -> bytes | None:
    """The bytes of a string."""
    return value.original_bytes if isinstance(value, TextStringObject | ByteStringObject) else None


def _under(value: object, key: str) -> object:
    return resolved(value.get(key)) if isinstance(value, DictionaryObject) else None
