"""Signature fields: set where a file has placeholders for them, and read from anybody's file.

A placeholder is a link to an address of its own with nothing in it. Whoever sets the pages decides with
it where the field stands on the page and where it is read. The link becomes the field and its widget in
one, and its element in the structure tree a Form around it (ISO 32000-1, 12.7.4.5 and 14.8.4.5;
ISO 14289-1, 7.18.4).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pypdf.generic import DictionaryObject, IndirectObject, NameObject, PdfObject

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
from kdnet_docs.tagged_pdf.verdicts import Unusable

MAX_FIELDS = 10_000
"""The fields of a form that are looked at."""

_PRINT = 4  # an annotation's flag
_SIGNATURE_FIELDS = 1  # the flag of a form that has some; the second flag is for one that is signed
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
    """

    name: str
    label: str
    page: int | None
    rectangle: tuple[float, float, float, float]
    is_signed: bool


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
    # Nothing is to be seen before somebody signs, but PDF/A wants an appearance (ISO 19005-3, 6.3.3).
    empty = file.add(stream(b"", {"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 1, 1]}))
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
            _make_field(link, fields[address], page.reference, empty)
    if missing := fields.keys() - placed.keys():
        raise ValueError(f"no placeholder for {', '.join(sorted(missing))}")
    form = dictionary({"/Fields": [placed[address] for address in fields], "/SigFlags": _SIGNATURE_FIELDS})
    file.root_object[NameObject("/AcroForm")] = file.add(form)


def _make_form(element: DictionaryObject) -> None:
    """A Form holds one widget and nothing else."""
    if name_in(element, "/S") != "/Link" or [name_in(resolved(kid), "/Type") for kid in _kids(element)] != [
        "/OBJR"
    ]:
        raise ValueError("a placeholder with something in it, or without a tag")
    element[NameObject("/S")] = NameObject("/Form")


def _kids(element: DictionaryObject) -> list[PdfObject]:
    return items(element, "/K") or [element.raw_get("/K")]


def _make_field(link: DictionaryObject, field: NewField, page: IndirectObject, empty: IndirectObject) -> None:
    kept = {key: link.raw_get(key) for key in _KEPT if key in link}
    entries: dict[str, Plain] = {
        "/Subtype": "/Widget",
        "/FT": "/Sig",
        "/T": text(field.name),
        "/TU": text(field.label),
        "/F": _PRINT,
        "/P": page,
        "/AP": {"/N": empty},
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
            shown_on.setdefault(id(resolved(one)), number)
    waiting = [
        (one, DictionaryObject())
        for one in reversed(items(under(reader.root_object, "/AcroForm"), "/Fields"))
    ]
    seen: set[int] = set()
    while waiting and len(seen) < MAX_FIELDS:
        reference, above = waiting.pop()
        node = as_dictionary(reference)
        if id(node) in seen:
            continue
        seen.add(id(node))
        field = _inheriting(node, above)
        kids = [as_dictionary(kid) for kid in items(node, "/Kids")]
        if below := [kid for kid in kids if "/T" in kid]:
            waiting += [(kid, field) for kid in reversed(below)]
        elif name_in(field, "/FT") == "/Sig":
            widget = kids[0] if kids else node
            yield _field(field, widget, shown_on.get(id(widget)))


def _inheriting(node: DictionaryObject, above: DictionaryObject) -> DictionaryObject:
    """A field with what it has from the one above it: the kind, the value, and the first part of its name."""
    field = DictionaryObject()
    field.update({key: above.raw_get(key) for key in ("/FT", "/V") if key in above})
    field.update(node)
    full = ".".join(filter(None, (text_in(above, "/T"), text_in(node, "/T"))))
    field[NameObject("/T")] = text(full)
    return field


def _field(field: DictionaryObject, widget: DictionaryObject, page: int | None) -> Field:
    name = text_in(field, "/T") or ""
    corners = [resolved(one) for one in items(widget, "/Rect")]
    left, bottom, right, top = [float(one) for one in corners if isinstance(one, int | float)] or (0.0,) * 4
    return Field(
        name=name,
        label=text_in(field, "/TU") or name,
        page=page,
        rectangle=(min(left, right), min(bottom, top), max(left, right), max(bottom, top)),
        is_signed=isinstance(value_in(field, "/V"), DictionaryObject),
    )
