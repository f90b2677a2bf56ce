"""The role map of the whole: custom structure types, each with the standard type that it stands for.

A type is followed through its part's role map and namespaces (ISO 32000-1, 14.8.4; ISO 32000-2, 14.7.4)
to a type of PDF 1.7, and keeps its name. Where two parts mean different things by one name, the later
gets a new one.
"""

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from kdnet_docs.tagged_pdf.merging.values import dictionary
from kdnet_docs.tagged_pdf.reading.access import dictionary_in, resolved, text_in
from kdnet_docs.tagged_pdf.reading.standard_types import MATHML, STANDARD, mathml_type, standard_type

_LONGEST_CHAIN = 32


class RoleMap:
    """The names that are used so far."""

    def __init__(self) -> None:
        self._meaning: dict[str, str | None] = {}
        self._renamed: dict[tuple[str, str | None], str] = {}

    def name(self, own: str, standard: str | None) -> str:
        """What to call an element that its part calls `own`; it stands for a standard type, or for none."""
        if own == standard:
            return own
        key = (own, standard)
        if key not in self._renamed:
            self._renamed[key] = name = self._free(own, standard)
            self._meaning[name] = standard
        return self._renamed[key]

    def meaning(self, name: str) -> str | None:
        """The standard type of a name that `name` gave."""
        return name if name in STANDARD else self._meaning.get(name)

    def entries(self) -> DictionaryObject:
        """The role map as a dictionary."""
        return dictionary(
            {name: standard for name, standard in self._meaning.items() if standard is not None}
        )

    def _free(self, own: str, standard: str | None) -> str:
        name, number = own, 1
        while name in STANDARD or self._meaning.get(name, standard) != standard:
            number += 1
            name = f"{own}_{number}"
        return name


def resolve(element: DictionaryObject, role_map: DictionaryObject | None) -> tuple[str, str | None]:
    """The name of an element's type in its part, and the type of PDF 1.7 that it stands for."""
    own = resolved(element.get("/S"))
    name, space = str(own) if isinstance(own, NameObject) else "/NonStruct", dictionary_in(element, "/NS")
    first = name
    for _ in range(_LONGEST_CHAIN):
        if space is None and name in STANDARD:
            return first, name  # also where the part maps it to another, which PDF/UA forbids
        target = _mapped(name, space, role_map)
        if target is None:
            break
        name, space = target
    if space is not None and text_in(space, "/NS") == MATHML:
        return first, mathml_type(name)
    return first, standard_type(name)


def _mapped(
    name: str, space: DictionaryObject | None, role_map: DictionaryObject | None
) -> tuple[str, DictionaryObject | None] | None:
    """What a type is mapped to by its namespace, or by the role map if it has none."""
    if space is None:
        found = resolved(role_map.get(name)) if role_map is not None else None
    else:
        roles = dictionary_in(space, "/RoleMapNS")
        found = resolved(roles.get(name)) if roles is not None else None
    if isinstance(found, NameObject):
        return str(found), None
    if isinstance(found, ArrayObject) and len(found) > 1:
        target, other = resolved(found[0]), resolved(found[1])
        if isinstance(target, NameObject) and isinstance(other, DictionaryObject):
            return str(target), other
    return None
