"""Whether two values of a PDF are written alike: of the same type, with the same content."""

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

DEEPEST = 100


def same(one: object, other: object, depth: int = 0) -> bool:
    """Whether both are the same, references by the object that they name; no reference is followed."""
    if depth > DEEPEST:
        return False
    match one, other:
        case IndirectObject(), IndirectObject():
            return (one.idnum, one.generation) == (other.idnum, other.generation)
        case ((None | NullObject()), (None | NullObject())):
            return True
        case DictionaryObject(), DictionaryObject():
            return _same_data(one, other) and _same_entries(one, other, depth)
        case ArrayObject(), ArrayObject():
            pairs = zip(list.__iter__(one), list.__iter__(other), strict=False)
            return len(one) == len(other) and all(same(a, b, depth + 1) for a, b in pairs)
        case ((TextStringObject() | ByteStringObject()), (TextStringObject() | ByteStringObject())):
            return one.original_bytes == other.original_bytes
        case BooleanObject(), BooleanObject():
            return bool(one.value) is bool(other.value)
        case _:
            return type(one) is type(other) and not isinstance(one, IndirectObject) and one == other


def _same_data(one: DictionaryObject, other: DictionaryObject) -> bool:
    """Whether both are streams of the same bytes, or neither is one."""
    if not isinstance(one, StreamObject) or not isinstance(other, StreamObject):
        return isinstance(one, StreamObject) is isinstance(other, StreamObject)
    return one._data == other._data  # noqa: SLF001 - as it stands in the file


def changed_keys(one: DictionaryObject, other: DictionaryObject) -> set[str]:
    """The keys under which two dictionaries differ."""
    keys = {str(key) for key in one} | {str(key) for key in other}
    return {key for key in keys if not same(entry(one, key), entry(other, key))}


def entry(holder: DictionaryObject, key: str) -> object:
    """What stands under a key, a reference as such; None where nothing does."""
    return holder.raw_get(key) if key in holder else None


def _same_entries(one: DictionaryObject, other: DictionaryObject, depth: int) -> bool:
    keys = {str(key) for key in one} | {str(key) for key in other}
    return all(same(entry(one, key), entry(other, key), depth + 1) for key in keys)
