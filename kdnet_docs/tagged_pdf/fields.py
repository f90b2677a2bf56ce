"""Signature fields: set where a file has placeholders for them, and read from anybody's file.

A placeholder is a link to an address of its own with nothing in it. Whoever sets the pages decides with
it where the field stands on the page and where it is read. The link becomes the field and its widget in
one, and its element in the structure tree a Form around it (ISO 32000-1, 12.7.4.5 and 14.8.4.5;
ISO 14289-1, 7.18.4).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pypdf.errors import LimitReachedError
from pypdf.generic import (
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from kdnet_docs.tagged_pdf.merging.trees import numbers
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, stream, text
from kdnet_docs.tagged_pdf.reading.access import (
    as_dictionary,
    items,
    name_in,
    resolved,
    text_in,
    under,
    value_in,
)
from kdnet_docs.tagged_pdf.reading.guarded import guarded
from kdnet_docs.tagged_pdf.reading.pages import pages
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.rewriting import Change, Rewriting
from kdnet_docs.tagged_pdf.signers import signer_named
from kdnet_docs.tagged_pdf.verdicts import Unusable

MAX_FIELDS = 10_000
"""The fields of a form that are looked at."""

_PRINT = 4  # an annotation's flag
_SIGNATURE_FIELDS = 1  # the flag of a form that has some; the second flag is for one that is signed
_DEEPEST = 32  # fields below fields
_LONGEST = 2000  # characters of a name or a label
_KEPT = ("/Type", "/Rect", "/StructParent")  # of the placeholder


@dataclass(frozen=True, slots=True, kw_only=True)
class NewField:
    """A signature field to be: its name for programs, without a full stop, and its label for people."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A signature field of a file.

    `name` has the names of the fields above it before it, with full stops between. `page` is counted
    from 1, None where no page shows the field. `rectangle` is left, bottom, right and top in points.
    `signer` is whom the certificate of its signature names, not verified; "" where that cannot be told.
    """

    name: str
    label: str
    page: int | None
    rectangle: tuple[float, float, float, float]
    is_signed: bool
    signer: str


class NoPlaceholderError(ValueError):
    """Whoever set the pages left no place for a field."""


def placing(fields: Mapping[str, NewField]) -> Change:
    """The change that makes each placeholder, by its address, a field of a file that has no form yet.

    Raises `ValueError` if an address is not that of one link exactly, or a name does not do.
    """
    names = [field.name for field in fields.values()]
    if len(set(names)) < len(names) or any(not name or "." in name for name in names):
        raise ValueError(f"names that fields cannot have: {', '.join(names)}")

    def change(file: Rewriting) -> None:
        if fields:
            _place(file, fields)

    return change


def _place(file: Rewriting, fields: Mapping[str, NewField]) -> None:
    """Raises `ValueError` where the placeholders are not as they should be."""
    if "/AcroForm" in file.root_object:
        raise ValueError("the file has a form already")
    elements = dict(numbers(under(under(file.root_object, "/StructTreeRoot"), "/ParentTree")))
    placed: dict[str, PdfObject] = {}
    for page in pages(file):
        for reference in items(page.dictionary, "/Annots"):
            link = as_dictionary(reference)
            address = text_in(under(link, "/A"), "/URI")
            if address is None or address not in fields:
                continue
            if address in placed:
                raise ValueError(f"two placeholders for {address}")
            placed[address] = reference
            key = value_in(link, "/StructParent")
            _make_form(as_dictionary(elements.get(key) if isinstance(key, int) else None))
            _make_field(link, fields[address], page.reference, file)
    if missing := fields.keys() - placed.keys():
        raise NoPlaceholderError(f"no placeholder for {', '.join(sorted(missing))}")
    form = dictionary({"/Fields": [placed[address] for address in fields], "/SigFlags": _SIGNATURE_FIELDS})
    file.root_object[NameObject("/AcroForm")] = file.add(form)


def _make_form(element: DictionaryObject) -> None:
    """A Form holds one widget and nothing else."""
    kids = items(element, "/K") or [element.raw_get("/K")]
    if name_in(element, "/S") != "/Link" or len(kids) != 1 or name_in(resolved(kids[0]), "/Type") != "/OBJR":
        raise ValueError("a placeholder with something in it, or without a tag")
    element[NameObject("/S")] = NameObject("/Form")


def _make_field(link: DictionaryObject, field: NewField, page: IndirectObject, file: Rewriting) -> None:
    left, bottom, right, top = _rectangle(link)
    # Nothing is to be seen before somebody signs, but PDF/A wants an appearance (ISO 19005-3, 6.3.3).
    box = [0, 0, right - left, top - bottom]
    kept = {key: link.raw_get(key) for key in _KEPT if key in link}
    entries: dict[str, Plain] = {
        "/Subtype": "/Widget",
        "/FT": "/Sig",
        "/T": text(field.name),
        "/TU": text(field.label),
        "/F": _PRINT,
        "/P": page,
        "/AP": {"/N": file.add(stream(b"", {"/Type": "/XObject", "/Subtype": "/Form", "/BBox": box}))},
    }
    link.clear()
    link.update(dictionary({**kept, **entries}))


def read_fields(pdf: bytes) -> tuple[Field, ...] | Unusable:
    """The signature fields of a file, in the order in which its form lists them, or why it cannot be read."""
    return guarded(pdf, lambda reader: tuple(_read(reader)))


def _read(reader: Reader) -> Iterator[Field]:
    shown_on: dict[int, int] = {}
    for number, page in enumerate(pages(reader), start=1):
        for one in items(page.dictionary, "/Annots"):
            if isinstance(widget := resolved(one), DictionaryObject):
                shown_on.setdefault(id(widget), number)
    for field, widget in _terminal(items(under(reader.root_object, "/AcroForm"), "/Fields")):
        if name_in(field, "/FT") == "/Sig":
            yield _field(field, widget, shown_on.get(id(widget)))


def _terminal(listed: list[PdfObject]) -> Iterator[tuple[DictionaryObject, DictionaryObject]]:
    """The fields without fields below them, each with its first widget. Raises `LimitReachedError`."""
    waiting = [(as_dictionary(one), DictionaryObject(), 0) for one in reversed(listed)]
    seen: dict[int, DictionaryObject] = {}
    while waiting:
        node, above, depth = waiting.pop()
        if id(node) in seen:
            continue
        seen[id(node)] = node
        if len(seen) > MAX_FIELDS or depth > _DEEPEST:
            raise LimitReachedError(f"more than {MAX_FIELDS} fields, or deeper than {_DEEPEST}")
        field = _inheriting(node, above)
        kids = [as_dictionary(kid) for kid in items(node, "/Kids")]
        if below := [kid for kid in kids if "/T" in kid]:
            waiting += [(kid, field, depth + 1) for kid in reversed(below)]
        else:
            yield field, (kids[0] if kids else node)


def _inheriting(node: DictionaryObject, above: DictionaryObject) -> DictionaryObject:
    """A field with what it has from the one above it: the kind, the value, and the first part of its name."""
    field = DictionaryObject()
    field.update({key: above.raw_get(key) for key in ("/FT", "/V") if key in above})
    field.update(node)
    full = ".".join(filter(None, (text_in(above, "/T"), text_in(node, "/T"))))
    if len(full) > _LONGEST:
        raise LimitReachedError(f"a name of more than {_LONGEST} characters")
    field[NameObject("/T")] = text(full)
    return field


def _field(field: DictionaryObject, widget: DictionaryObject, page: int | None) -> Field:
    name = text_in(field, "/T") or ""
    signature = value_in(field, "/V")
    return Field(
        name=name,
        label=(text_in(field, "/TU") or name)[:_LONGEST],
        page=page,
        rectangle=_rectangle(widget),
        is_signed=isinstance(signature, DictionaryObject),
        signer=_signer(signature),
    )


def _signer(signature: object) -> str:
    contents = value_in(signature, "/Contents") if isinstance(signature, DictionaryObject) else None
    match contents:
        case TextStringObject():  # what pypdf makes of a string that happens to be text
            return signer_named(contents.original_bytes)
        case ByteStringObject():
            return signer_named(bytes(contents))
        case _:
            return ""


def _rectangle(widget: DictionaryObject) -> tuple[float, float, float, float]:
    """Where a widget stands; nowhere if it does not say."""
    corners = [float(one) for one in map(resolved, items(widget, "/Rect")) if isinstance(one, int | float)]
    if len(corners) != 4:  # noqa: PLR2004 - two of x and two of y
        return (0.0, 0.0, 0.0, 0.0)
    across, up = sorted(corners[::2]), sorted(corners[1::2])
    return (across[0], up[0], across[1], up[1])
