"""The parent tree: from marked content and from objects to the structure element that they belong to.

ISO 32000-1, 14.7.4.4. It is made anew from the structure tree, so that no key of a part can collide.
"""

from pypdf.generic import DictionaryObject, IndirectObject, NameObject, NullObject, NumberObject, PdfObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.trees import number_tree
from kdnet_docs.tagged_pdf.merging.values import pdf


class ParentTree:
    """What structure elements have claimed so far."""

    def __init__(self) -> None:
        self._marks: dict[int, dict[int, IndirectObject]] = {}
        self._objects: dict[int, IndirectObject] = {}

    def claim_mark(self, container: IndirectObject, mark: int, element: IndirectObject) -> bool:
        """Give marked content of a page or form to an element; False if it is given already."""
        marks = self._marks.setdefault(container.idnum, {})
        if mark in marks:
            return False
        marks[mark] = element
        return True

    def claim_object(self, claimed: IndirectObject, element: IndirectObject) -> bool:
        """Give an annotation or XObject to an element; False if it is given already."""
        if claimed.idnum in self._objects:
            return False
        self._objects[claimed.idnum] = element
        return True

    def marks(self, container: IndirectObject) -> dict[int, IndirectObject]:
        """The claimed marked content of a page or form."""
        return self._marks.get(container.idnum, {})

    def build(self, objects: Objects) -> tuple[IndirectObject, int]:
        """The number tree and the next free key; each page, form, annotation gets its key."""
        entries = list[tuple[int, PdfObject]]()
        for number, marks in self._marks.items():
            _give(objects, number, "/StructParents", len(entries))
            parents = [marks.get(mark, NullObject()) for mark in range(max(marks) + 1)]
            entries.append((len(entries), objects.add(pdf(parents))))
        for number, element in self._objects.items():
            _give(objects, number, "/StructParent", len(entries))
            entries.append((len(entries), element))
        return number_tree(objects, entries), len(entries)


def _give(objects: Objects, number: int, name: str, key: int) -> None:
    holder = objects.get_object(IndirectObject(number, 0, objects))
    if isinstance(holder, DictionaryObject):
        holder[NameObject(name)] = NumberObject(key)
