"""What stands on a page around the document's own text: cover, header, footer, watermark, stamp."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto, unique
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.house import Dressing, Line, PageCount, PageNumber, Piece, Tab, Words
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.tracing.letters import Letters


@unique
class Part(Enum):
    """Where on a page words stand that no block of the document has."""

    COVER = auto()
    HEADER = auto()
    FOOTER = auto()
    WATERMARK = auto()
    STAMP = auto()


@dataclass(frozen=True, slots=True)
class Around:
    """A line there, as it reads on one page; a tab stands between what is at its left and at its right."""

    part: Part
    text: str


def around(document: Document, templates: Path, pages: int) -> Sequence[Sequence[Around]]:
    """The lines around a document's text, for each of so many pages."""
    template = open_template(document, templates)
    if isinstance(template, Refused):
        return [()] * pages
    return [tuple(_on_page(document, template.dressing, page, pages)) for page in range(1, pages + 1)]


def _on_page(document: Document, dressing: Dressing, page: int, pages: int) -> Iterator[Around]:
    is_cover = page == 1 and bool(dressing.cover)
    header = dressing.first_header if is_cover else dressing.header
    footer = dressing.first_footer if is_cover else dressing.footer
    lines = ((Part.COVER, dressing.cover if is_cover else ()), (Part.HEADER, header), (Part.FOOTER, footer))
    for part, each in lines:
        for line in each:
            yield Around(part, _text(line, page, pages))
    if document.watermark:
        yield Around(Part.WATERMARK, document.watermark)


def _text(line: Line, page: int, pages: int) -> str:
    return "".join(_piece(piece, page, pages) for piece in line.pieces)


def _piece(piece: Piece, page: int, pages: int) -> str:
    match piece:
        case Words():
            return piece.text
        case PageNumber():
            return str(page)
        case PageCount():
            return str(pages)
        case Tab():
            return "\t"
        case _:
            return ""


def without(text: str, lines: Sequence[Around]) -> str:
    """The text of a page without the lines around it, of which one may be broken in two."""
    letters = [Letters(line.text).letters for line in lines]
    kept = []
    for line in text.splitlines():
        own = Letters(line).letters
        if not own or not any(own == one for one in letters):
            kept.append(line)
    return "\n".join(kept)
