"""A sound PDF, some of whose objects are changed, written anew in one piece.

The file ends in a line break, and says nothing of who wrote it when: the same changes of the same bytes
give the same bytes. It is for files of our own making; a signature would not survive.
"""

from collections.abc import Callable
from typing import TypeAlias

from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

from kdnet_docs.tagged_pdf.merging.write import write
from kdnet_docs.tagged_pdf.reading.access import reference_in
from kdnet_docs.tagged_pdf.reading.reader import Reader, limits


class Rewriting(Reader):
    """A file that is being changed: its objects are changed in place, or added."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__(pdf)
        size = self.trailer["/Size"]
        self._following = size if isinstance(size, int) else 0

    def add(self, value: PdfObject) -> IndirectObject:
        """A reference to a new object."""
        self.resolved_objects[0, self._following] = value
        self._following += 1
        return IndirectObject(self._following - 1, 0, self)


Change: TypeAlias = Callable[[Rewriting], None]
"""Raises `ValueError` where the file is not one that can be changed so."""


def rewritten(pdf: bytes, *changes: Change) -> bytes:
    """The file with the changes, one after the other."""
    with limits():
        file = Rewriting(pdf)
        for change in changes:
            change(file)
        root, info = reference_in(file.trailer, "/Root"), reference_in(file.trailer, "/Info")
        if root is None:
            raise ValueError("a file without a catalogue")
        return write(root, info or file.add(DictionaryObject()))
