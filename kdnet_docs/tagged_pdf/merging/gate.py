"""A last look at the whole before it is written: nothing was lost or mixed up on the way.

A validator does not see that half the tags are gone; these counts do.
"""

from collections.abc import Mapping

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, NumberObject

from kdnet_docs.tagged_pdf.reading.access import (
    array_in,
    dictionary_in,
    name_in,
    number_in,
    reference_in,
    resolved,
)


class DamagedError(Exception):
    """The merged file is not what its parts are: a mistake in this library, for which no file is given."""


def check(catalog: DictionaryObject, *, pages: int, elements: Mapping[str, int]) -> None:
    """Raises `DamagedError` unless all pages and elements are there, and the parent tree agrees with them."""
    _same("pages", number_in(dictionary_in(catalog, "/Pages"), "/Count"), pages)
    root = dictionary_in(catalog, "/StructTreeRoot")
    roles = dictionary_in(root, "/RoleMap") or DictionaryObject()
    table = _parent_tree(dictionary_in(root, "/ParentTree"))
    counts: dict[str, int] = {}
    leaves = 0
    waiting = list(array_in(root, "/K") or ())
    while waiting:
        reference = waiting.pop()
        element = resolved(reference)
        kind = name_in(element, "/S") or ""
        standard = name_in(roles, kind) or kind
        counts[standard] = counts.get(standard, 0) + 1
        for kid in array_in(element, "/K") or ():
            if name_in(resolved(kid), "/S") is not None:
                _same("parent", reference_in(resolved(kid), "/P"), reference)
                waiting.append(kid)
            else:
                leaves += 1
                _same("parent tree", _owner(table, element, resolved(kid)), reference)
    _same("elements", counts, dict(elements))
    _same("parent tree entries", sum(_size(value) for value in table.values()), leaves)


def _parent_tree(tree: DictionaryObject | None) -> dict[int, object]:
    table: dict[int, object] = {}
    waiting: list[object] = [tree]
    while waiting:
        node = resolved(waiting.pop())
        numbers = array_in(node, "/Nums") or ()
        table |= dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        waiting += array_in(node, "/Kids") or ()
    return table


def _owner(table: Mapping[int, object], element: object, kid: object) -> object:
    """Whom the parent tree names for content or an object that an element has."""
    if isinstance(kid, DictionaryObject) and "/Obj" in kid:
        return table.get(int(number_in(dictionary_in(kid, "/Obj"), "/StructParent") or 0))
    holder, mark = dictionary_in(element, "/Pg"), kid
    if isinstance(kid, DictionaryObject):
        mark = resolved(kid.get("/MCID"))
        holder = dictionary_in(kid, "/Stm") or dictionary_in(kid, "/Pg") or holder
    parents = resolved(table.get(int(number_in(holder, "/StructParents") or 0)))
    if not isinstance(parents, ArrayObject) or not isinstance(mark, NumberObject):
        return None
    return parents[mark] if mark < len(parents) else None


def _size(value: object) -> int:
    """How many marks or objects an entry of the parent tree names an element for."""
    parents = resolved(value)
    if not isinstance(parents, ArrayObject):
        return 1
    return sum(not isinstance(one, NullObject) for one in parents if isinstance(one, IndirectObject))


def _same(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise DamagedError(f"{what}: {found} instead of {expected}")
