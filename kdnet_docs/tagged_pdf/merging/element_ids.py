"""The ids of structure elements, unique in the whole, and the table headers that name them.

ISO 32000-1, 14.7.2 (ID, IDTree) and 14.8.5.7 (Headers).
"""

from collections.abc import Iterator

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.trees import name_tree
from kdnet_docs.tagged_pdf.merging.values import pdf
from kdnet_docs.tagged_pdf.reading.access import array_in, name_in, octets, resolved


class ElementIds:
    """The ids that are used so far."""

    def __init__(self) -> None:
        self._elements: dict[bytes, IndirectObject] = {}
        self._numbers: dict[bytes, int] = {}

    def give(self, element: IndirectObject, wanted: bytes) -> bytes:
        """The id that an element gets: the one it wants, or one like it."""
        found = wanted
        while found in self._elements:
            self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            found = b"%b-%d" % (wanted, self._numbers[wanted])
        self._elements[found] = element
        return found

    def tree(self, objects: Objects) -> IndirectObject | None:
        """The name tree from ids to elements."""
        return name_tree(objects, list(self._elements.items())) if self._elements else None


def attributes(holder: DictionaryObject, key: str) -> Iterator[DictionaryObject]:
    """The attribute objects under a key: of an element's A, or of a class."""
    found = resolved(holder.get(key))
    for one in found if isinstance(found, ArrayObject) else [found]:
        value = resolved(one)
        if isinstance(value, DictionaryObject):
            yield value


def rename_headers(attribute: DictionaryObject, renamed: dict[bytes, bytes]) -> None:
    """Have a cell's Headers name the ids that their elements have now."""
    if name_in(attribute, "/O") == "/Table" and (headers := array_in(attribute, "/Headers")) is not None:
        ids = [octets(resolved(one)) for one in headers]
        attribute[NameObject("/Headers")] = pdf([renamed.get(one, one) for one in ids if one is not None])
