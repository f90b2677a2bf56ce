"""One of the two documents of a comparison, with its leaves by their ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, TypeVar, assert_never

from kdnet_docs.base.spans import Span
from kdnet_docs.document.stated import Stated
from kdnet_docs.document.tree import (
    Block,
    Cell,
    Code,
    CodeBlock,
    Contents,
    Document,
    Emphasis,
    Footnote,
    Generated,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Row,
    Rule,
    Signatory,
    Signatures,
    Strong,
    Table,
    Text,
)
from kdnet_docs.document.walk import blocks_within, inlines_within, own_inlines, plain_text

StatedT = TypeVar("StatedT", bound=Stated)

LeafKind: TypeAlias = Literal[
    "heading",
    "paragraph",
    "item",
    "quote",
    "code",
    "rule",
    "contents",
    "signature",
    "caption",
    "table",
    "cell",
]

NOTE_MARK = "\ufffc"
"""Stands in a leaf's text where a footnote's mark stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    r"""What holds words directly: a heading, a paragraph, an item's paragraph, a line of the signatures.

    `text` is its words, with a line break as "\n" and a footnote as `NOTE_MARK`. `label` is the number
    or bullet before them ("3.", "Mål 2 –", "•"). `under` is the id of the heading it stands below ("" at
    the top; a heading's is its own), `depth` a heading's level or an item's depth from 1, else 0.
    """

    id: str
    kind: LeafKind
    text: str
    label: str = ""
    under: str = ""
    depth: int = 0
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Anatomy:
    """A document taken apart: what stands in it, by id, each mapping in reading order.

    A side is no other side, whatever both say, so that what is found in it can be kept.
    """

    document: Document
    leaves: Mapping[str, Leaf]
    tables: Mapping[str, Table]
    rows: Mapping[str, Row]
    cells: Mapping[str, Cell]
    notes: Mapping[str, Footnote]

    def text(self, leaves: Iterable[str]) -> str:
        """The words of leaves, each on lines of its own: so a paragraph is read that was split or joined."""
        return "\n".join(self.leaves[leaf].text for leaf in leaves)

    def stated(self, kind: type[StatedT]) -> tuple[StatedT, ...]:
        """What the document states as data, of one kind."""
        return tuple(one for one in self.document.stated if isinstance(one, kind))

    def clause(self, leaf: str) -> str:
        """The heading that a leaf stands under, with its number: "3. Grøn omstilling"; "" at the top."""
        heading = self.leaves.get(self.leaves[leaf].under)
        return f"{heading.label} {heading.text}".strip() if heading else ""


def anatomy(document: Document) -> Anatomy:
    """The document taken apart; ids are those under which the Word writer anchors its paragraphs.

    An item that does not begin with a paragraph and a cell without blocks are leaves without words, by
    their own ids; a table is one by its id, with the words of its caption.
    """
    taken = _Taken()
    taken.blocks(document.blocks, _Place())
    return Anatomy(
        document=document,
        leaves=taken.leaves,
        tables=taken.tables,
        rows=taken.rows,
        cells=taken.cells,
        notes=taken.notes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a block stands: what a paragraph is there, and the label of the first."""

    kind: LeafKind = "paragraph"
    depth: int = 0
    in_note: bool = False


@dataclass(slots=True)
class _Taken:
    """Gathers the parts of a document in reading order; notes come after the leaf with their mark."""

    leaves: dict[str, Leaf] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    notes: dict[str, Footnote] = field(default_factory=dict)
    under: str = ""

    def blocks(self, blocks: Iterable[Block], place: _Place) -> None:
        for block in blocks:
            self._block(block, place)

    def _block(self, block: Block, place: _Place) -> None:
        match block:
            case Heading():
                self.under = block.id
                label = block.number.label if block.number else ""
                self._words(block, block.content, replace(place, kind="heading", depth=block.level), label)
            case Paragraph():
                self._words(block, block.content, place)
            case List():
                self._list(block, place)
            case Quote():
                self.blocks(block.blocks, replace(place, kind="quote", depth=0))
            case CodeBlock():
                self._leaf(Leaf(id=block.id, kind="code", text=block.text, span=block.span))
            case Rule():
                self._leaf(Leaf(id=block.id, kind="rule", text="", span=block.span))
            case Table():
                self._table(block, place)
            case Contents():
                self._leaf(Leaf(id=block.id, kind="contents", text=block.title, span=block.span))
            case Signatures():
                self._signatures(block)
            case _:
                assert_never(block)

    def _words(
        self, block: Heading | Paragraph, content: Iterable[Inline], place: _Place, label: str = ""
    ) -> None:
        content = tuple(content)
        text = leaf_text(content, in_note=place.in_note)
        self._leaf(
            Leaf(id=block.id, kind=place.kind, text=text, label=label, depth=place.depth, span=block.span)
        )
        self._notes(content, place)

    def _leaf(self, leaf: Leaf) -> None:
        self.leaves[leaf.id] = replace(leaf, under=self.under)

    def _list(self, block: List, place: _Place) -> None:
        inside = replace(place, kind="item", depth=place.depth + 1)
        for number, item in enumerate(block.items, start=block.start or 0):
            label = "•" if block.start is None else f"{number}."
            rest = item.blocks
            if rest and isinstance(first := rest[0], Paragraph):
                rest = rest[1:]
            else:
                first = Paragraph(id=item.id, content=(), span=item.span)
            self._words(first, first.content, inside, label)
            self.blocks(rest, inside)

    def _table(self, block: Table, place: _Place) -> None:
        self.tables[block.id] = block
        kind: LeafKind = "caption" if block.caption else "table"
        text = leaf_text(block.caption, in_note=place.in_note)
        self._leaf(Leaf(id=block.id, kind=kind, text=text, span=block.span))
        self._notes(block.caption, place)
        inside = replace(place, kind="cell", depth=0)
        for row in block.rows:
            self.rows[row.id] = row
            for cell in row.cells:
                self.cells[cell.id] = cell
                empty = Paragraph(id=cell.id, content=(), span=cell.span)
                self.blocks(cell.blocks or (empty,), inside)

    def _signatures(self, block: Signatures) -> None:
        for one in block.signatories:
            for part, text in signature_lines(one):
                self._leaf(Leaf(id=f"{one.id}/{part}", kind="signature", text=text, span=one.span))

    def _notes(self, content: Iterable[Inline], place: _Place) -> None:
        """The notes of a leaf; a note in a note is among its words, as in Word."""
        if place.in_note:
            return
        for inline in inlines_within(content):
            if isinstance(inline, Footnote):
                self.notes[inline.id] = inline
                self.blocks(inline.blocks, _Place(in_note=True))


def signature_lines(one: Signatory) -> tuple[tuple[str, str], ...]:
    """The lines of a signatory's field, each with what its id ends in."""
    return (
        ("heading", one.heading),
        ("date_line", one.date_line),
        ("name", one.name),
        ("title", one.title),
    )


def leaf_text(content: Iterable[Inline], *, in_note: bool = False) -> str:
    """The words of inlines as a leaf has them."""
    return "".join(_text(inline, in_note=in_note) for inline in content)


def _text(inline: Inline, *, in_note: bool) -> str:
    match inline:
        case Text() | Generated() | Code():
            return inline.text
        case Emphasis() | Strong() | Link():
            return leaf_text(inline.content, in_note=in_note)
        case LineBreak():
            return "\n"
        case Footnote():
            return _bracketed(inline) if in_note else NOTE_MARK
        case _:
            assert_never(inline)


def _bracketed(note: Footnote) -> str:
    """The words of a note inside a note, as writers put them there."""
    parts = (
        block.text if isinstance(block, CodeBlock) else plain_text(own_inlines(block))
        for block in blocks_within(note.blocks)
    )
    return f" [{' '.join(part for part in parts if part)}]"
