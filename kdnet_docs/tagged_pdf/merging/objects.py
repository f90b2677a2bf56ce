"""The objects of the file that is being made, in one row (ISO 32000-1, 7.3.10)."""

from collections.abc import Iterator

from pypdf.generic import IndirectObject, NullObject, PdfObject


class Objects:
    """Numbered objects; a reference to one is pypdf's, so that pypdf's dictionaries can follow it."""

    def __init__(self) -> None:
        self._objects: list[PdfObject] = []

    def __len__(self) -> int:
        return len(self._objects)

    def __iter__(self) -> Iterator[PdfObject]:
        return iter(self._objects)

    def add(self, value: PdfObject) -> IndirectObject:
        """A reference to a new object."""
        self._objects.append(value)
        return IndirectObject(len(self._objects), 0, self)

    def reserve(self) -> IndirectObject:
        """A reference to an object that `put` gives later, and that is null till then."""
        return self.add(NullObject())

    def put(self, reference: IndirectObject, value: PdfObject) -> None:
        """Make a value the object of a reference."""
        self._objects[reference.idnum - 1] = value

    def get_object(self, reference: IndirectObject) -> PdfObject:
        """The object that a reference leads to; pypdf asks for it by this name."""
        return self._objects[reference.idnum - 1]
