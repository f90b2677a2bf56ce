"""What is laid on the pages of a package: a stamp that says where one is, and a watermark for foreign pages.

Both are pages of a PDF as large as the pages that they are laid on, with nothing else on them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.house_reader import read_house
from kdnet_docs.render.pdf.engine import compile_pages
from kdnet_docs.render.pdf.payload import families, house_values


@dataclass(frozen=True, slots=True, kw_only=True)
class StampPage:
    """The stamp of one page: "Bilag 1", "side 3 af 12" and the page of the whole, each of them or none.

    The size is in points, as a reader shows the page.
    """

    width: float
    height: float
    label: str = ""
    count: str = ""
    whole: str = ""


def stamp_pages(pages: Sequence[StampPage], language: str, templates: Path, day: date) -> bytes | Refused:
    """A PDF with one stamp on each page, in the corner at the top right."""
    return _pages("stamps.typ", [asdict(page) for page in pages], language, templates, day)


def watermark_pages(
    sizes: Sequence[tuple[float, float]], word: str, language: str, templates: Path, day: date
) -> bytes | Refused:
    """A PDF with one page of each size, the word across it: light enough to be laid over what is written."""
    pages = [{"width": width, "height": height, "word": word} for width, height in sizes]
    return _pages("watermarks.typ", pages, language, templates, day)


def _pages(
    template: str, pages: Sequence[Mapping[str, Any]], language: str, templates: Path, day: date
) -> bytes | Refused:
    house = read_house(templates)
    if isinstance(house, Refused):
        return house
    data = {
        "language": language.split("-")[:2],
        "fonts": families(house),
        "house": house_values(house),
        "pages": pages,
    }
    return compile_pages(template, data, day, templates)
