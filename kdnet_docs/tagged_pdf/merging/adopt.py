"""The objects of one PDF, taken into the file that is being made.

A reference is followed when something that is kept leads to it, by a work list and not by recursion:
a file may well have a chain of a million objects.
"""

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.reading.access import resolved
from kdnet_docs.tagged_pdf.reading.walk import DEEPEST
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable, reading
from kdnet_docs.tagged_pdf.verdicts import Reason

# A page that is not in the page tree, and the roots of trees, would bring along the whole file.
_NOT_TAKEN = {"/Page", "/Pages", "/Catalog", "/StructTreeRoot", "/ObjStm", "/XRef"}
# The keys of the parent tree are given anew.
_DROPPED = {"/StructParent", "/StructParents"}
# Of a stream: its length is written anew, and its data are never fetched from another file.
_DROPPED_FROM_STREAM = {"/Length", "/F", "/FFilter", "/FDecodeParms"}


class Adoption:
    """What has been taken from one PDF, and what waits to be."""

    def __init__(self, objects: Objects, part: int) -> None:
        self._objects = objects
        self._part = part
        self._taken: dict[tuple[int, int], IndirectObject] = {}
        self._shared: dict[int, IndirectObject] = {}
        self._waiting: list[tuple[IndirectObject, IndirectObject]] = []

    def substitute(self, reference: IndirectObject, by: IndirectObject) -> None:
        """Have all that leads to an object of the PDF lead to one of the new file."""
        self._taken[reference.idnum, reference.generation] = by

    def take(self, value: object) -> PdfObject:
        """A value of the PDF as one of the new file; what it leads to waits for `finish`."""
        return self._copy(value, 0)

    def take_shared(self, value: object) -> PdfObject:
        """As `take`, where a dictionary that is met again, as inherited ones are, becomes one object."""
        if not isinstance(value, DictionaryObject):
            return self.take(value)
        if id(value) not in self._shared:
            self._shared[id(value)] = self._objects.add(self.take(value))
        return self._shared[id(value)]

    def finish(self) -> None:
        """Take all that waits, and all that this leads to."""
        while self._waiting:
            source, reference = self._waiting.pop()
            found = self.read(source)
            kind = self.read(found.get("/Type")) if isinstance(found, DictionaryObject) else None
            if isinstance(kind, str) and kind in _NOT_TAKEN:
                continue
            self._objects.put(reference, self._copy(found, 0))

    def read(self, value: object) -> object:
        """What a value of the PDF leads to. Raises `Unmergeable`."""
        if not isinstance(value, IndirectObject):
            return value
        with reading(self._part, "object"):
            return resolved(value)

    def _reference(self, source: IndirectObject) -> IndirectObject:
        key = (source.idnum, source.generation)
        reference = self._taken.get(key)
        if reference is None:
            reference = self._taken[key] = self._objects.reserve()
            self._waiting.append((source, reference))
        return reference

    def _copy(self, value: object, depth: int) -> PdfObject:
        if isinstance(value, IndirectObject):
            return self._reference(value)
        if isinstance(value, DictionaryObject | ArrayObject):
            if depth > DEEPEST:
                raise Unmergeable(self._part, Reason.BROKEN, "arrays in arrays without end")
            if isinstance(value, ArrayObject):
                return ArrayObject(self._copy(one, depth + 1) for one in value)
            return self._dictionary(value, depth)
        return value if isinstance(value, PdfObject) else NullObject()

    def _dictionary(self, source: DictionaryObject, depth: int) -> DictionaryObject:
        entries = {key: self._copy(value, depth + 1) for key, value in source.items() if key not in _DROPPED}
        if not isinstance(source, StreamObject):
            copy = DictionaryObject()
            copy.update(entries)
            return copy
        stream = EncodedStreamObject() if "/Filter" in source else DecodedStreamObject()
        stream.update({key: value for key, value in entries.items() if key not in _DROPPED_FROM_STREAM})
        stream._data = source._data  # noqa: SLF001 - as it is, without unpacking
        return stream
