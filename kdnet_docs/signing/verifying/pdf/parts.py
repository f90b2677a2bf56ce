"""What each object of a PDF belongs to, as its reader would name it: a page, an attached file, the tags."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

from kdnet_docs.signing.verifying.pdf.revisions import Revision, reached
from kdnet_docs.tagged_pdf.reading.access import array_in, dictionary_in, items, name_in, under, value_in
from kdnet_docs.tagged_pdf.reading.attached_files import named

Kind: TypeAlias = Literal[
    "catalogue", "pages", "page", "content", "annotations", "annotation", "field", "attachment",
    "attachments",    "metadata", "outline", "tags", "form", "names", "evidence", "action", "other",
]  # fmt: skip

_UP = frozenset({"/Parent", "/P", "/Pg", "/Popup", "/IRT", "/Dest", "/D", "/StructParent", "/SD"})
"""Keys that lead out of what an object belongs to."""
_DEEPEST = 64
_MOST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The thing that an object is a part of: its kind, the number of its page, its name."""

    kind: Kind
    page: int | None = None
    name: str | None = None


def parts(revision: Revision) -> dict[int, Part]:
    """What each object belongs to, by its number; what belongs to several is told of as the first."""
    found: dict[int, Part] = {}
    for part, start in _things(revision):
        for number in reached(start, without=_UP, known=frozenset(found)):
            found[number] = part
    return found


def _things(revision: Revision) -> Iterator[tuple[Part, object]]:
    root = revision.reader.root_object
    yield from _single(revision.reader.trailer.get("/Root"), Part(kind="catalogue"))
    for number, page in enumerate(revision.pages, start=1):
        yield from _single(page.reference, Part(kind="page", page=number))
    for node in _nodes(root):
        yield from _single(node, Part(kind="pages"))
    yield from _single(_raw(root, "/AcroForm"), Part(kind="form"))
    yield from _single(_raw(under(root, "/AcroForm"), "/Fields"), Part(kind="form"))
    for field in revision.fields:
        yield Part(kind="field", name=field.name), IndirectObject(field.number, 0, revision.reader)
    for name, specification in attachments(root):
        yield Part(kind="attachment", name=name), specification
    yield from _on_pages(revision)
    yield from _in_catalogue(revision)


def _on_pages(revision: Revision) -> Iterator[tuple[Part, object]]:
    for number, page in enumerate(revision.pages, start=1):
        part = Part(kind="annotations", page=number)
        yield from _single(_raw(page.dictionary, "/Annots"), part)
        for one in items(page.dictionary, "/Annots"):
            yield Part(kind="annotation", page=number), one
    for number, page in enumerate(revision.pages, start=1):
        part = Part(kind="content", page=number)
        for key in ("/Contents", "/Resources", "/Group", "/Thumb", "/Metadata"):
            yield part, _raw(page.dictionary, key)
        yield part, page.inherited.get("/Resources")


def _in_catalogue(revision: Revision) -> Iterator[tuple[Part, object]]:
    root = revision.reader.root_object
    yield Part(kind="metadata"), _raw(root, "/Metadata")
    yield Part(kind="metadata"), revision.reader.trailer.get("/Info")
    for key, kind in _ROOTS.items():
        yield Part(kind=kind), _raw(root, key)
    for other in root:
        if other != "/DSS":
            yield Part(kind="other"), _raw(root, str(other))
    # Last, for evidence may change: what is anything else besides may not.
    yield Part(kind="evidence"), _raw(root, "/DSS")


_ROOTS: dict[str, Kind] = {
    "/Outlines": "outline",
    "/StructTreeRoot": "tags",
    "/AcroForm": "form",
    "/OpenAction": "action",
    "/AA": "action",
    "/AF": "attachments",
    "/Names": "names",
    "/Dests": "names",
}


def _single(reference: object, part: Part) -> Iterator[tuple[Part, object]]:
    """The object of a reference alone, without what it leads to."""
    if isinstance(reference, IndirectObject):
        yield part, _Alone(reference)


class _Alone(IndirectObject):
    """A reference that is not followed further."""

    def __init__(self, reference: IndirectObject) -> None:
        super().__init__(reference.idnum, reference.generation, reference.pdf)

    def get_object(self) -> None:
        """Nothing."""


def _raw(holder: DictionaryObject, key: str) -> object:
    return holder.raw_get(key) if key in holder else None


def _nodes(root: DictionaryObject) -> Iterator[IndirectObject]:
    """The branches of the page tree."""
    to_visit: list[object] = [_raw(root, "/Pages")]
    seen = set[int]()
    while to_visit:
        one = to_visit.pop()
        if not isinstance(one, IndirectObject) or one.idnum in seen or len(seen) > _MOST:
            continue
        seen.add(one.idnum)
        node = one.get_object()
        if isinstance(node, DictionaryObject) and array_in(node, "/Kids") is not None:
            yield one
            to_visit += items(node, "/Kids")


def attachments(root: DictionaryObject) -> list[tuple[str, DictionaryObject]]:
    """The files that lie in the file: their names, and their specifications."""
    found: list[tuple[str, DictionaryObject]] = []
    to_visit = [(under(under(root, "/Names"), "/EmbeddedFiles"), 0)]
    specifications: list[PdfObject] = []
    while to_visit and len(specifications) < _MOST:
        node, depth = to_visit.pop()
        specifications += items(node, "/Names")[1::2]
        kids = items(node, "/Kids") if depth < _DEEPEST else []
        to_visit += [
            (one, depth + 1) for kid in kids if isinstance(one := kid.get_object(), DictionaryObject)
        ]
    specifications += items(root, "/AF")
    for one in specifications:
        specification = one.get_object()
        if isinstance(specification, DictionaryObject) and not any(
            specification is known for _, known in found
        ):
            found.append((next(iter(named(specification)), "?"), specification))
    return found


def file_content(specification: DictionaryObject) -> bytes | None:
    """The bytes of a file that lies in the file, packed as they are; None where there are none."""
    held = under(specification, "/EF")
    stream = value_in(held, "/UF") or value_in(held, "/F")
    return getattr(stream, "_data", None)


def is_signature_field(annotation: DictionaryObject) -> bool:
    """Whether an annotation is the place of a signature."""
    return (
        name_in(annotation, "/FT") == "/Sig" or name_in(dictionary_in(annotation, "/Parent"), "/FT") == "/Sig"
    )
