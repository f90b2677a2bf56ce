"""What a PDF's structure tree says, as far as it decides whether the file can be merged and what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    NumberObject,
    StreamObject,
)

from kdnet_docs.tagged_pdf.reading.access import items, name_in, resolved, shown, text_in, under, value_in
from kdnet_docs.tagged_pdf.reading.standard_types import standard_type
from kdnet_docs.tagged_pdf.verdicts import Lack

MAX_DEPTH = 250
"""How deep tags may be nested; readers that walk a tree by recursion still can."""
HIGHEST_MARK = 99_999
"""The highest marked-content identifier; an array of the parent tree is as long as its highest."""
NEEDS_ALTERNATIVE = frozenset({"/Figure", "/Formula"})


class TangledError(Exception):
    """The tags, or the table from content to tags, run in a circle, without end, or beyond all use."""


@dataclass(slots=True, kw_only=True)
class Structure:
    """What is known of a structure tree when it has been walked."""

    elements: int = 0
    lacks: list[tuple[Lack, str, int | None]] = field(default_factory=list)
    """What tags lack, of which kind they are, and the number of the page that they name."""


def structure(tree: DictionaryObject, pages: Mapping[int, int]) -> Structure:
    """Walks a structure tree; `pages` are the numbers of the file's pages by those of their objects.

    Raises `TangledError` where an element stands twice or too deep, or names a mark beyond all use.
    """
    found, seen, content = Structure(), set[int](), _Content(pages)
    to_visit: list[tuple[object, int, int | None]] = [(kid, 1, None) for kid in _kids(tree)]
    while to_visit:
        value, depth, page = to_visit.pop()
        if not isinstance(value, DictionaryObject) or name_in(value, "/S") is None:
            if not isinstance(value, NullObject) and not content.claim(value, page):
                found.lacks.append((Lack.TAG_CONTENT, "", pages.get(page or 0)))
            continue
        if id(value) in seen or depth > MAX_DEPTH:
            raise TangledError("circle" if id(value) in seen else f"more than {MAX_DEPTH} levels")
        seen.add(id(value))
        page = content.page(value) or page
        _note(value, tree, pages.get(page or 0), found)
        to_visit += [(kid, depth + 1, page) for kid in _kids(value)]
    return found


class _Content:
    """The content that tags name: marks of pages and forms, and objects (ISO 32000-1, 14.7.4)."""

    def __init__(self, pages: Mapping[int, int]) -> None:
        self._pages = pages
        self._claimed: set[tuple[int, int | None]] = set()

    def page(self, holder: DictionaryObject) -> int | None:
        """The object of the page that an element or an item names, if it is one of the file's."""
        page = holder.get("/Pg")
        return page.idnum if isinstance(page, IndirectObject) and page.idnum in self._pages else None

    def claim(self, item: object, page: int | None) -> bool:
        """Whether an item of an element on a page names what can be there, and is the first to name it."""
        named = self._named(item, page)
        if named is None or named in self._claimed:
            return False
        self._claimed.add(named)
        return True

    def _named(self, item: object, page: int | None) -> tuple[int, int | None] | None:
        """The object of a page or form with the mark in it, or an object by itself."""
        if isinstance(item, NumberObject):
            return _mark(page, item)
        if not isinstance(item, DictionaryObject):
            return None
        key = "/Obj" if "/Obj" in item else "/Stm"
        reference, target = item.get(key), value_in(item, key)
        known = reference.idnum if isinstance(reference, IndirectObject) else None
        if key == "/Obj":
            there = isinstance(target, DictionaryObject) and "/Subtype" in target
            return (known, None) if known is not None and there else None
        if known is not None and not isinstance(target, StreamObject):
            return None
        return _mark(known or self.page(item) or page, value_in(item, "/MCID"))


def _mark(holder: int | None, mark: object) -> tuple[int, int | None] | None:
    if not isinstance(mark, NumberObject) or holder is None:
        return None
    if not 0 <= mark <= HIGHEST_MARK:
        raise TangledError(f"MCID {int(mark)}")
    return holder, int(mark)


def _kids(element: DictionaryObject) -> list[object]:
    """What stands in an element, or in the root."""
    kids = value_in(element, "/K")
    if isinstance(kids, ArrayObject):
        return [resolved(kid) for kid in kids]
    return [] if kids is None else [kids]


def _note(element: DictionaryObject, tree: DictionaryObject, page: int | None, found: Structure) -> None:
    found.elements += 1
    role = _standard(name_in(element, "/S"), under(tree, "/RoleMap"))
    if role in NEEDS_ALTERNATIVE and not (text_in(element, "/Alt") or text_in(element, "/ActualText")):
        found.lacks.append((Lack.ALTERNATIVE_TEXT, shown(role), page))
    if role == "/Note" and "/ID" not in element:
        found.lacks.append((Lack.NOTE_ID, "", page))
    if standard_type(role) is None and "/NS" not in element:
        found.lacks.append((Lack.TAG_ROLE, shown(role), page))


def _standard(role: str | None, role_map: DictionaryObject) -> str:
    """What a tag is called in the standard, which may take more than one step."""
    for _ in range(len(role_map)):
        mapped = name_in(role_map, role or "")
        if mapped is None:
            break
        role = mapped
    return role or ""


def parent_tree(tree: DictionaryObject) -> dict[int, object]:
    """The table from content to tags. Raises `TangledError` for one that runs in a circle."""
    table: dict[int, object] = {}
    to_visit, seen = [under(tree, "/ParentTree")], set[int]()
    while to_visit:
        node = to_visit.pop()
        if id(node) in seen:
            raise TangledError("parent tree")
        seen.add(id(node))
        numbers = items(node, "/Nums")
        for key, value in zip(numbers[::2], numbers[1::2], strict=False):
            if isinstance(key, NumberObject):
                table[int(key)] = value.get_object()
        kids = [kid.get_object() for kid in items(node, "/Kids")]
        to_visit += [kid for kid in kids if isinstance(kid, DictionaryObject)]
    return table


def named_marks(table: dict[int, object], page: DictionaryObject) -> set[int]:
    """The numbers of a page's marked content that a tag answers to."""
    key = value_in(page, "/StructParents")
    parents = table.get(int(key)) if isinstance(key, NumberObject) else None
    if not isinstance(parents, ArrayObject):
        return set()
    return {number for number, parent in enumerate(parents) if not isinstance(parent, NullObject)}
