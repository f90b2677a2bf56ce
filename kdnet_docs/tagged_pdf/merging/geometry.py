"""The box of a page that a reader shows, and the way from what is seen to the page's own coordinates."""

import math
from dataclasses import dataclass

from pypdf.generic import ArrayObject, DictionaryObject

from kdnet_docs.tagged_pdf.merging.values import array_in, number_in, resolved

Matrix = tuple[float, float, float, float, float, float]
"""What a point is multiplied with, as the operator cm takes it."""

_A4 = (0.0, 0.0, 595.276, 841.89)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page as it is shown: its crop box, turned by quarters clockwise, in units of so many points."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int
    unit: float

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
    """How a page is shown that has all that it inherits; A4 if its box is none."""
    left, bottom, right, top = media = _box(array_in(page, "/MediaBox")) or _A4
    crop = _box(array_in(page, "/CropBox")) or media
    inside = (max(left, crop[0]), max(bottom, crop[1]), min(right, crop[2]), min(top, crop[3]))
    if inside[0] < inside[2] and inside[1] < inside[3]:
        left, bottom, right, top = inside
    unit = number_in(page, "/UserUnit") or 1.0
    rotate = number_in(page, "/Rotate") or 0.0
    return View(
        left=left,
        bottom=bottom,
        right=right,
        top=top,
        quarters=round(rotate / 90) % 4 if math.isfinite(rotate) else 0,
        unit=unit if 0 < unit < math.inf else 1.0,
    )


def _box(value: ArrayObject | None) -> tuple[float, float, float, float] | None:
    sides = [float(one) for one in map(resolved, value or ()) if isinstance(one, int | float)]
    if len(sides) != 4 or not all(map(math.isfinite, sides)):  # noqa: PLR2004 - two corners
        return None
    x1, y1, x2, y2 = sides
    box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    return box if box[0] < box[2] and box[1] < box[3] else None


def _after(first: Matrix, then: Matrix) -> Matrix:
    """One matrix that does what two do one after the other (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
