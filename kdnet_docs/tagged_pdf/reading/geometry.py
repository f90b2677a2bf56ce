"""The box of a page that a reader shows, and the way from what is seen to the page's own coordinates."""

import math
from dataclasses import dataclass

from pypdf.errors import PdfReadError
from pypdf.generic import DictionaryObject

from kdnet_docs.tagged_pdf.reading.access import items, resolved, value_in
from kdnet_docs.tagged_pdf.verdicts import PageSize

Matrix = tuple[float, float, float, float, float, float]
"""What a point is multiplied with, as the operator cm takes it."""

_Box = tuple[float, float, float, float]

LARGEST = 1_000_000
"""The points that a page may be wide or high, some 350 metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page as it is shown: its crop box, turned by quarters clockwise, in units of so many points."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int
    unit: float

    @property
    def size(self) -> PageSize:
        """How large a reader shows the page."""
        width, height = (self.right - self.left) * self.unit, (self.top - self.bottom) * self.unit
        if self.quarters % 2:
            width, height = height, width
        return PageSize(width=width, height=height)

    def corner(self) -> tuple[float, float]:
        """The upper left corner that is seen, in the page's own coordinates (for an /XYZ destination)."""
        return (
            (self.left, self.top),
            (self.left, self.bottom),
            (self.right, self.bottom),
            (self.right, self.top),
        )[self.quarters]

    def matrix(self, stamp: "View") -> Matrix:
        """What places a form with a stamp's coordinates so that both lower left corners, as seen, are one."""
        scale = stamp.unit / self.unit
        onto = (
            (1.0, 0.0, 0.0, 1.0, self.left, self.bottom),
            (0.0, 1.0, -1.0, 0.0, self.right, self.bottom),
            (-1.0, 0.0, 0.0, -1.0, self.right, self.top),
            (0.0, -1.0, 1.0, 0.0, self.left, self.top),
        )[self.quarters]
        turned = (
            (1.0, 0.0, 0.0, 1.0, -stamp.left, -stamp.bottom),
            (0.0, -1.0, 1.0, 0.0, -stamp.bottom, stamp.right),
            (-1.0, 0.0, 0.0, -1.0, stamp.right, stamp.top),
            (0.0, 1.0, -1.0, 0.0, stamp.top, -stamp.left),
        )[stamp.quarters]
        scaled = (scale * onto[0], scale * onto[1], scale * onto[2], scale * onto[3], onto[4], onto[5])
        return _after(turned, scaled)


def view(page: DictionaryObject) -> View:
    """How a page is shown that has all that it inherits. Raises `PdfReadError` for one of no size."""
    media = _box(page, "/MediaBox")
    if media is None:
        raise PdfReadError("a page without a box")
    # A crop box that is none, or misses the page altogether, is passed over.
    box = _within(_box(page, "/CropBox"), media) or media
    left, bottom, right, top = box
    found = View(
        left=left,
        bottom=bottom,
        right=right,
        top=top,
        quarters=round(_number(page, "/Rotate", 0.0) / 90) % 4,
        unit=_number(page, "/UserUnit", 1.0),
    )
    if not (0 < found.size.width < LARGEST and 0 < found.size.height < LARGEST):
        raise PdfReadError("a page of no size that can be shown")
    return found


def _number(page: DictionaryObject, key: str, otherwise: float) -> float:
    value = value_in(page, key)
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else otherwise


def _box(page: DictionaryObject, key: str) -> _Box | None:
    """A rectangle with its lower left corner first; None where there is none."""
    sides = [float(one) for one in map(resolved, items(page, key)) if isinstance(one, int | float)]
    if len(sides) != 4 or not all(map(math.isfinite, sides)):  # noqa: PLR2004 - two corners
        return None
    x1, y1, x2, y2 = sides
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _within(crop: _Box | None, media: _Box) -> _Box | None:
    if crop is None:
        return None
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return box if box[0] < box[2] and box[1] < box[3] else None


def _after(first: Matrix, then: Matrix) -> Matrix:
    """One matrix that does what two do one after the other (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
