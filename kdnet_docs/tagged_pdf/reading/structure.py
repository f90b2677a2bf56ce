"""What a PDF's structure tree says, as far as it decides whether the file can be merged and what it lacks."""

from dataclasses import dataclass, field

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, NumberObject

from kdnet_docs.tagged_pdf.reading.standard_types import standard_type
from kdnet_docs.tagged_pdf.reading.walk import at, items, name, text, under
from kdnet_docs.tagged_pdf.verdicts import Lack

MAX_DEPTH = 250
"""How deep tags may be nested; readers that walk a tree by recursion still can."""
NEEDS_ALTERNATIVE = frozenset({"/Figure", "/Formula"})


class TangledError(Exception):
    """The tags, or the table from content to tags, run in a circle or without end."""


@dataclass(slots=True, kw_only=True)
class Structure:
    """What is known of a structure tree when it has been walked."""

    elements: int = 0
    lacks: list[tuple[Lack, str, IndirectObject | None]] = field(default_factory=list)
    """What tags lack, of which kind they are, and the page that they name."""


def structure(tree: DictionaryObject) -> Structure:
    """Walks a structure tree. Raises `TangledError` where an element stands twice or too deep."""
    found, seen = Structure(), set[int]()
    to_visit: list[tuple[object, int, object]] = [(tree.get("/K"), 1, None)]
    while to_visit:
        value, depth, page = to_visit.pop()
        if isinstance(value, IndirectObject):
            value = value.get_object()
        if isinstance(value, ArrayObject):
            to_visit += [(one, depth, page) for one in value]
        if not isinstance(value, DictionaryObject) or name(value, "/S") is None:
            continue
        if id(value) in seen or depth > MAX_DEPTH:
            raise TangledError("circle" if id(value) in seen else f"more than {MAX_DEPTH} levels")
        seen.add(id(value))
        page = value.get("/Pg", page)
        _note(value, tree, page, found)
        to_visit.append((value.get("/K"), depth + 1, page))
    return found


def _note(element: DictionaryObject, tree: DictionaryObject, page: object, found: Structure) -> None:
    found.elements += 1
    where = page if isinstance(page, IndirectObject) else None
    role = _standard(name(element, "/S"), under(tree, "/RoleMap"))
    if role in NEEDS_ALTERNATIVE and not (text(element, "/Alt") or text(element, "/ActualText")):
        found.lacks.append((Lack.ALTERNATIVE_TEXT, role.removeprefix("/"), where))
    if role == "/Note" and "/ID" not in element:
        found.lacks.append((Lack.NOTE_ID, "", where))
    if standard_type(role) is None and "/NS" not in element:
        found.lacks.append((Lack.TAG_ROLE, role.removeprefix("/"), where))


def _standard(role: str | None, role_map: DictionaryObject) -> str:
    """What a tag is called in the standard, which may take more than one step."""
    for _ in range(len(role_map)):
        mapped = name(role_map, role or "")
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
    key = at(page, "/StructParents")
    parents = table.get(int(key)) if isinstance(key, NumberObject) else None
    if not isinstance(parents, ArrayObject):
        return set()
    return {number for number, parent in enumerate(parents) if not isinstance(parent, NullObject)}
