"""The core tree: what every writer understands, and all that it must.

Two closed unions, `Block` and `Inline`, of frozen values. Every block has the `id` of its source,
which outlives renumbering and moving, and the span of its wording in the YAML where it has one.
A writer matches a node with `match` and ends with `assert_never`, so that mypy names the writer
which forgets a case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from kdnet_docs.base.messages import Language
from kdnet_docs.base.spans import Span
from kdnet_docs.document.stated import Stated

# --- inlines -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words as they stand in the source."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """Words that the engine put in place of a parameter such as `{{ version }}`."""

    text: str
    expression: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """Emphasised words (italics)."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """Words of strong importance (bold)."""

    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Words set as they would be typed into a computer."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: `target` is `#` and the id of a block in this document, or an address outside it.

    `./` and a percent-encoded name is a file in the folder where this document's own file lies.
    """

    content: tuple["Inline", ...]
    target: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A footnote, standing where its mark stands; the engine counts the marks through the document."""

    id: str
    blocks: tuple["Block", ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """A line break inside a paragraph."""


Inline: TypeAlias = Text | Generated | Emphasis | Strong | Code | Link | Footnote | LineBreak

# --- blocks ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that the engine counted.

    `pattern` holds `%1` where the number goes ("%1." or "Mål %1 –"), and numbers of one `sequence`
    are counted together.
    """

    value: int
    pattern: str
    sequence: str

    @property
    def label(self) -> str:
        """The number as it is read: "Mål 3 –"."""
        return self.pattern.replace("%1", str(self.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1 to 6; levels never skip downwards."""

    id: str
    level: int
    content: tuple[Inline, ...]
    number: Number | None = None
    new_page: bool = False
    span: Span | None = None


ParagraphRole: TypeAlias = Literal["body", "title", "subtitle", "status", "lead"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `role` says what it is for, and the house style how that looks.

    "title" and "subtitle" head a document without a cover, and "status" says below them how far it has
    come; "lead" introduces the list after it.
    """

    id: str
    content: tuple[Inline, ...]
    role: ParagraphRole = "body"
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list; it may be empty, and still counts."""

    id: str
    blocks: tuple["Block", ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A bulleted list, or with `start` a numbered one that begins there."""

    id: str
    items: tuple[ListItem, ...]
    start: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation set off from the text."""

    id: str
    blocks: tuple["Block", ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    """Lines set as they would be typed into a computer; `text` has no final line break."""

    id: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A horizontal rule between two parts of a text."""

    id: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `width` is relative to the other columns', `align` "end" for figures."""

    width: float = 1.0
    align: Literal["start", "end"] = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: `header` cells head their column (in a head row) or their row (elsewhere).

    `row_span` and `column_span` count the rows and columns it covers; covered places have no cell.
    """

    id: str
    blocks: tuple["Block", ...]
    header: bool = False
    row_span: int = 1
    column_span: int = 1
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row; "head" rows repeat on each page, a "total" row is set off from the figures above it.

    Head rows are the first of their table, and a total is the last: the house style has a look for these.
    """

    id: str
    cells: tuple[Cell, ...]
    role: Literal["head", "body", "total"] = "body"
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: head rows first, then the others; `description` tells a screen reader what it holds."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    description: str
    caption: tuple[Inline, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The table of contents, made by the writer from the headings down to level `depth`."""

    id: str
    title: str
    depth: int = 2
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """One party's field in the signature block, its lines in the order they are read.

    `field` is what the signature field of the final PDF is called, as a signatory is asked for it, and
    `label` what those are told who cannot see where the field stands.
    """

    id: str
    field: str
    label: str
    heading: str
    date_line: str
    name: str
    title: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """The signature block, one field per signatory side by side, on one page where there is room for all."""

    id: str
    signatories: tuple[Signatory, ...]
    span: Span | None = None


Block: TypeAlias = Heading | Paragraph | List | Quote | CodeBlock | Rule | Table | Contents | Signatures

# --- the document ------------------------------------------------------------------------------

Fields: TypeAlias = Mapping[str, "str | Fields | tuple[str, ...] | tuple[Fields, ...]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document, ready to be written.

    `cover` names the cover template, `fields` is what covers, headers and footers may say of the
    document, `stated` what it says as data. `watermark` is the word across each page, or None.
    `state` is how far it has come ("vedtaget"), `status` the same on its front page and in its properties
    ("Vedtaget den 12. oktober 2021"), and `stem` what its files are called without their endings, where it
    is built alone; a meeting has none of these.
    `source_name` is the YAML the document was made from and `source_digest` its SHA-256; `source_text`
    is what of it goes along in every file, without its comments, or nothing.
    """

    id: str
    version: str
    title: str
    language: Language
    date: date
    blocks: tuple[Block, ...]
    stated: tuple[Stated, ...] = ()
    cover: str | None = None
    fields: Fields = field(default_factory=dict)
    watermark: str | None = None
    state: str = ""
    status: str = ""
    stem: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    comments: str = ""
    source_name: str = ""
    source_text: str = ""
    source_digest: str = ""
