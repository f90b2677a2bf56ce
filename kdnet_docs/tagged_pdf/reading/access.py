"""The entries of a PDF's dictionaries: of the type that the standard wants, or not at all.

References are followed. What is asked of something that is no dictionary is not there.
"""

import re

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    TextStringObject,
)

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
"""What languages are called (ISO 32000-1, 14.9.2.2)."""
LONGEST_CHAIN = 16
"""The references to references that are followed."""


def resolved(value: object) -> object:
    """What a reference leads to, through references to references; None where that has no end."""
    for _ in range(LONGEST_CHAIN):
        if not isinstance(value, IndirectObject):
            return value
        value = value.get_object()
    return None


def as_dictionary(value: object) -> DictionaryObject:
    """The dictionary that a reference leads to; a new and empty one where it leads to something else."""
    found = resolved(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def value_in(holder: object, key: str) -> object:
    """The value under a key of a dictionary; None where there is none, or null."""
    found = resolved(holder.get(key)) if isinstance(holder, DictionaryObject) else None
    return None if isinstance(found, NullObject) else found


def under(holder: object, key: str) -> DictionaryObject:
    """The dictionary under a key of a dictionary; a new and empty one where there is none."""
    return as_dictionary(value_in(holder, key))


def dictionary_in(holder: object, key: str) -> DictionaryObject | None:
    """The dictionary under a key of a dictionary."""
    found = value_in(holder, key)
    return found if isinstance(found, DictionaryObject) else None


def items(holder: object, key: str) -> list[PdfObject]:
    """The items of the array under a key of a dictionary, references and all; none where there is none."""
    return list(array_in(holder, key) or ())


def array_in(holder: object, key: str) -> ArrayObject | None:
    """The array under a key of a dictionary."""
    found = value_in(holder, key)
    return found if isinstance(found, ArrayObject) else None


def name_in(holder: object, key: str) -> str | None:
    """The name under a key of a dictionary, with its slash, as `/Figure`."""
    found = value_in(holder, key)
    return str(found) if isinstance(found, NameObject) else None


def text_in(holder: object, key: str) -> str | None:
    """The wording under a key of a dictionary; None where there is none, or an empty one."""
    found = value_in(holder, key)
    return str(found).strip() or None if isinstance(found, TextStringObject) else None


def number_in(holder: object, key: str) -> float | None:
    """The number under a key of a dictionary."""
    found = value_in(holder, key)
    return float(found) if isinstance(found, int | float) else None


def true_in(holder: object, key: str) -> bool:
    """Whether the boolean true is under a key. In Python pypdf's is truthy, whichever it is."""
    found = value_in(holder, key)
    return isinstance(found, BooleanObject) and found.value is True


def reference_in(holder: object, key: str) -> IndirectObject | None:
    """The reference under a key of a dictionary."""
    found = holder.get(key) if isinstance(holder, DictionaryObject) else None
    return found if isinstance(found, IndirectObject) else None


def octets(value: object) -> bytes | None:
    """The bytes of a string."""
    return value.original_bytes if isinstance(value, TextStringObject | ByteStringObject) else None


def shown(name: str) -> str:
    """A name for people, without its slash: its bytes are UTF-8 where they can be (ISO 32000-1, 7.3.5)."""
    written = name.removeprefix("/").encode("latin-1", "replace")
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("latin-1")


def stated_language(holder: DictionaryObject) -> str | None:
    """The language that a catalogue or a tag states, as `en-GB`; None where it is none, or cannot be one."""
    said = (text_in(holder, "/Lang") or "").replace("_", "-")
    return said if LANGUAGE.fullmatch(said) else None
