"""The house style as it stands in the Word template: one set of values for every writer.

All lengths are points. Colours are `#rrggbb`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["start", "end", "center", "justify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page of the template's first section; header and footer distances from the paper's edge."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """What a paragraph style comes to, its ancestors and the document's defaults taken in.

    `line_height` is the distance from one baseline to the next; `first_line` is relative to
    `indent` and negative for a hanging indent. A rule below is (width, colour). Between two
    paragraphs stands the larger of the one's `space_after` and the other's `space_before`, as Word
    has it; at the edges of a table cell both stand.
    """

    name: str
    font: str
    size: float
    bold: bool
    italic: bool
    color: str
    space_before: float
    space_after: float
    line_height: float
    align: Align
    indent: float
    first_line: float
    keep_with_next: bool
    page_break_before: bool
    rule_below: tuple[float, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    """The house table: horizontal rules, a head row, a total row, and room in the cells.

    The room above a cell's text is `padding_y` and the `space_before` of its first paragraph.
    `head_color` is the colour of both kinds of head: of the columns (bold) and of the rows.
    """

    rule_width: float
    rule_color: str
    head_fill: str | None
    head_color: str
    row_head_fill: str | None
    total_rule_width: float
    padding_x: float
    padding_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The whole house style; `paragraphs` by Word's name of the style ("Heading 1").

    All of `house_reader.PARAGRAPH_STYLES` are there, and those that the template has besides.
    """

    page: Page
    paragraphs: Mapping[str, ParagraphStyle]
    table: TableStyle
    link_color: str


# --- covers, headers and footers, after docxtpl has filled them in --------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A run of words in a cover, header or footer; a line break in it is a line break there."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where the number of the page goes (Word's PAGE field)."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """Where the number of pages goes (Word's NUMPAGES field)."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop; in headers and footers to the right margin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in the line, such as a logo; `description` is read out to those who do not see it.

    Pictures of a cover have a description. Those of headers and footers need none: they repeat.
    """

    content: bytes
    format: Literal["png", "jpeg"]
    width: float
    height: float
    description: str


Piece: TypeAlias = Words | PageNumber | PageCount | Tab | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of a cover, header or footer, in a style of the house."""

    style: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dressing:
    """What stands around the body: the cover page's lines, and each page's header and footer.

    The first page of a document with a cover has `first_header` and `first_footer`.
    """

    cover: tuple[Line, ...]
    header: tuple[Line, ...]
    footer: tuple[Line, ...]
    first_header: tuple[Line, ...]
    first_footer: tuple[Line, ...]
