"""The outline of the whole: the caller's entries, and below them those of the parts (ISO 32000-1, 12.3.3)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject, IndirectObject, NameObject, NumberObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.page_tree import top_of
from kdnet_docs.tagged_pdf.merging.values import dictionary, text
from kdnet_docs.tagged_pdf.parts import Bookmark
from kdnet_docs.tagged_pdf.reading.access import as_dictionary, reference_in, resolved
from kdnet_docs.tagged_pdf.reading.structure import MAX_DEPTH


@dataclass(slots=True, kw_only=True)
class Entry:
    """An entry of the outline, and what comes below it."""

    reference: IndirectObject
    below: list["Entry"] = field(default_factory=list)
    opened: bool = False


def entries(outline: DictionaryObject | None) -> list[Entry]:
    """The entries of a part, whose objects are adopted; one that is met again is passed over."""
    top: list[Entry] = []
    waiting: list[tuple[object, list[Entry], int]] = [(outline, top, 0)]
    seen: set[int] = set()
    while waiting:
        parent, siblings, depth = waiting.pop()
        for reference in _chain(parent, seen):
            entry = Entry(reference=reference)
            siblings.append(entry)
            if depth < MAX_DEPTH:
                waiting.append((reference, entry.below, depth + 1))
    return top


def bookmarks(
    objects: Objects,
    wanted: Sequence[Bookmark],
    page: Callable[[int, int], IndirectObject],
    own: Sequence[list[Entry]],
) -> list[Entry]:
    """The caller's entries, with the own outlines of the parts below; open as far as the caller's go."""
    return [
        Entry(
            reference=objects.add(
                dictionary({"/Title": text(one.title), "/Dest": top_of(page(one.part, one.page))})
            ),
            below=bookmarks(objects, one.children, page, own) + (own[one.part] if one.own else []),
            opened=bool(one.children),
        )
        for one in wanted
    ]


def outline(objects: Objects, top: Sequence[Entry]) -> IndirectObject | None:
    """The root of the outline over its entries."""
    if not top:
        return None
    root = Entry(reference=objects.add(dictionary({"/Type": "/Outlines"})), below=list(top), opened=True)
    ordered = [root]
    for entry in ordered:  # grows while it is read, so that what is below comes after
        ordered += entry.below
    shown: dict[int, int] = {}
    for entry in reversed(ordered):
        below = len(entry.below) + sum(shown[id(one)] for one in entry.below if one.opened)
        shown[id(entry)] = below
        _link(entry, below)
    return root.reference


def _link(entry: Entry, shown: int) -> None:
    value = as_dictionary(entry.reference)
    for key in ("/First", "/Last", "/Count"):
        value.pop(key, None)
    if not entry.below:
        return
    value[NameObject("/First")] = entry.below[0].reference
    value[NameObject("/Last")] = entry.below[-1].reference
    value[NameObject("/Count")] = NumberObject(shown if entry.opened else -shown)
    around = [None, *(one.reference for one in entry.below), None]
    for before, one, after in zip(around, entry.below, around[2:], strict=False):
        child = as_dictionary(one.reference)
        child[NameObject("/Parent")] = entry.reference
        for key, neighbour in (("/Prev", before), ("/Next", after)):
            child.pop(key, None)
            if neighbour is not None:
                child[NameObject(key)] = neighbour


def _chain(parent: object, seen: set[int]) -> Iterator[IndirectObject]:
    """The entries directly below one."""
    reference = reference_in(resolved(parent), "/First")
    while reference is not None and reference.idnum not in seen:
        seen.add(reference.idnum)
        value = resolved(reference)
        if not isinstance(value, DictionaryObject):
            return
        yield reference
        reference = reference_in(value, "/Next")
