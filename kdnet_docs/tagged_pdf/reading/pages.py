"""The pages of a PDF in their order, and how large a reader shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pypdf.errors import PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from kdnet_docs.tagged_pdf.reading.geometry import view
from kdnet_docs.tagged_pdf.reading.reader import Reader, limits
from kdnet_docs.tagged_pdf.verdicts import PageSize

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with what it inherits, and the object that it is."""

    reference: IndirectObject
    dictionary: DictionaryObject
    inherited: dict[str, PdfObject]
    """Of `INHERITED`, what stands on the page or above it."""

    @property
    def resources(self) -> DictionaryObject:
        """What the page draws with, by name."""
        found = self.get("/Resources")
        return found if isinstance(found, DictionaryObject) else DictionaryObject()

    def complete(self) -> DictionaryObject:
        """The page's own entries and those that it inherits, in a dictionary of their own."""
        entries = DictionaryObject()
        entries.update({**self.dictionary, **{NameObject(key): one for key, one in self.inherited.items()}})
        return entries

    def get(self, key: str) -> PdfObject | None:
        """An entry of the page, inherited or its own, with its reference followed."""
        found = self.inherited.get(key) if key in INHERITED else self.dictionary.get(key)
        return None if found is None else found.get_object()


def pages(reader: Reader) -> Iterator[Page]:
    """The pages in order; one that stands twice in the page tree comes twice.

    Raises `PdfReadError` where the page tree is broken or runs in a circle.
    """
    top: dict[str, PdfObject] = {}
    to_read = [(reader.root_object.raw_get("/Pages") if "/Pages" in reader.root_object else None, top)]
    branches: set[tuple[int, int]] = set()
    while to_read:
        reference, above = to_read.pop()
        if not isinstance(reference, IndirectObject):
            raise PdfReadError("a page that is no object of its own")
        node = reference.get_object()
        if not isinstance(node, DictionaryObject):
            raise PdfReadError("a page that is missing")
        inherited = above | {key: node.raw_get(key) for key in INHERITED if key in node}
        if "/Kids" not in node:
            yield Page(reference=reference, dictionary=node, inherited=inherited)
            continue
        key = (reference.idnum, reference.generation)
        kids = node["/Kids"]
        if key in branches or not isinstance(kids, ArrayObject):
            raise PdfReadError("a page tree that runs in a circle")
        branches.add(key)
        to_read += [(kid, inherited) for kid in reversed(kids)]


# Who asks how large the pages are has mostly just asked how many there are.
@lru_cache(maxsize=2)
def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """How large a reader shows each page of a PDF that is known to be sound."""
    with limits():
        return tuple(size(page) for page in pages(Reader(pdf)))


def size(page: Page) -> PageSize:
    """How large a reader shows the page. Raises `PdfReadError` for a page of no size."""
    return view(page.complete()).size
