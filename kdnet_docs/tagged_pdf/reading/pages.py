"""The pages of a PDF in their order, and how large a reader shows them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf.errors import PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from kdnet_docs.tagged_pdf.reading.reader import Reader, limits
from kdnet_docs.tagged_pdf.verdicts import PageSize

LARGEST = 1_000_000
"""The points that a page may be wide or high, some 350 metres."""
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


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """How large a reader shows each page of a PDF that is known to be sound."""
    with limits():
        return tuple(size(page) for page in pages(Reader(pdf)))


def size(page: Page) -> PageSize:
    """How large a reader shows the page. Raises `PdfReadError` for a box without area."""
    left, bottom, right, top = box = _box(page.get("/MediaBox"))
    if page.get("/CropBox") is not None:
        crop = _box(page.get("/CropBox"))
        inside = (max(left, crop[0]), max(bottom, crop[1]), min(right, crop[2]), min(top, crop[3]))
        # A crop box that misses the page altogether is passed over.
        box = inside if inside[0] < inside[2] and inside[1] < inside[3] else box
    unit = _number(page.get("/UserUnit"), 1.0)
    width, height = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
    if not (0 < width < LARGEST and 0 < height < LARGEST):
        raise PdfReadError("a page of no size that can be shown")
    quarters = round(_number(page.get("/Rotate"), 0.0) / 90) % 4
    return PageSize(width=height, height=width) if quarters % 2 else PageSize(width=width, height=height)


def _box(value: PdfObject | None) -> tuple[float, float, float, float]:
    """A rectangle with its lower left corner first."""
    if not isinstance(value, ArrayObject) or len(value) != 4:  # noqa: PLR2004 - two corners
        raise PdfReadError("a page without a box")
    x1, y1, x2, y2 = (_number(side.get_object(), math.nan) for side in value)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _number(value: object, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else otherwise
