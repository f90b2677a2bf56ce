"""Values of a PDF, made from Python's own."""

from collections.abc import Mapping, Sequence

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

Plain = PdfObject | Mapping[str, "Plain"] | Sequence["Plain"] | str | bytes | bool | int | float
"""What `pdf` makes a value of; a str is a name and begins with a slash."""


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
