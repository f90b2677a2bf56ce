"""The signature fields of a PDF, and the signatures and time-stamps in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, IndirectObject, NumberObject

from kdnet_docs.tagged_pdf.reading.access import array_in, items, name_in, octets, text_in, under, value_in
from kdnet_docs.tagged_pdf.reading.reader import Reader

MOST_FIELDS = 2_000
DEEPEST = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureField:
    """A field for a signature: its name for programs and for people, its object, and what is in it."""

    name: str
    label: str
    number: int
    dictionary: DictionaryObject
    value: "Value | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A signature dictionary as the reader sees it (ISO 32000-1, table 252)."""

    number: int
    dictionary: DictionaryObject
    byte_range: tuple[int, ...]
    contents: bytes

    @property
    def is_stamp(self) -> bool:
        """Whether it is a time-stamp over the document and no one's signature."""
        return name_in(self.dictionary, "/Type") == "/DocTimeStamp"

    @property
    def end(self) -> int:
        """Where what it covers ends; 0 where it covers nothing that can be told."""
        return sum(self.byte_range[-2:]) if len(self.byte_range) > 1 else 0


def signature_fields(reader: Reader) -> tuple[SignatureField, ...]:
    """The signature fields in the order of the form. Raises `LimitReachedError` for a form without end."""
    form = under(reader.root_object, "/AcroForm")
    return tuple(_fields(form))


def _fields(form: DictionaryObject) -> Iterator[SignatureField]:
    to_visit: list[tuple[object, str, str | None, int]] = [
        (one, "", None, 0) for one in reversed(items(form, "/Fields"))
    ]
    seen = 0
    while to_visit:
        reference, above, kind, depth = to_visit.pop()
        seen += 1
        if seen > MOST_FIELDS or depth > DEEPEST:
            raise LimitReachedError("a form without end")
        if not isinstance(reference, IndirectObject):
            continue
        one = reference.get_object()
        if not isinstance(one, DictionaryObject):
            continue
        own = text_in(one, "/T")
        name = ".".join(part for part in (above, own) if part)
        kind = name_in(one, "/FT") or kind
        kids = array_in(one, "/Kids")
        # Widgets without a name of their own are places of the field and no fields.
        named = [kid for kid in kids or () if text_in(kid.get_object(), "/T")]
        if named:
            to_visit += [(kid, name, kind, depth + 1) for kid in reversed(named)]
        elif kind == "/Sig":
            yield SignatureField(
                name=name,
                label=text_in(one, "/TU") or name,
                number=reference.idnum,
                dictionary=one,
                value=_value(one),
            )


def _value(field: DictionaryObject) -> Value | None:
    reference, found = field.get("/V"), value_in(field, "/V")
    if found is None:
        return None
    one = found if isinstance(found, DictionaryObject) else DictionaryObject()
    return Value(
        number=reference.idnum if isinstance(reference, IndirectObject) else 0,
        dictionary=one,
        byte_range=tuple(int(n) if isinstance(n, NumberObject) else -1 for n in items(one, "/ByteRange")),
        contents=octets(value_in(one, "/Contents")) or b"",
    )
