"""Blocks as values for the Typst template: the tree's own shapes, with the house's style names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any, assert_never

from kdnet_docs.document.tree import (
    Block,
    Cell,
    CodeBlock,
    Contents,
    Heading,
    Inline,
    List,
    Paragraph,
    ParagraphRole,
    Quote,
    Row,
    Rule,
    Signatory,
    Signatures,
    Table,
)
from kdnet_docs.document.walk import heading_text
from kdnet_docs.ooxml.house import House, ParagraphStyle
from kdnet_docs.render.breaks import ABREAST, characters_across
from kdnet_docs.render.pdf.inlines import Remark, Runs
from kdnet_docs.render.pdf.tables import own_notes, set_once, table_value

Value = dict[str, Any]

STYLES: Mapping[ParagraphRole, str] = {
    "body": "Body Text",
    "title": "Title",
    "subtitle": "Subtitle",
    "status": "Document Status",
    "lead": "Lead",
}
_BULLETS = ("•", "–", "•")  # as the lists of the house template have them
_NUMBERS = ("1.", "a.", "i.")  # Typst's patterns
_STYLED_LEVELS = 3  # of lists and of the table of contents; deeper ones look like the last
_KEPT_WITH_WORDS_ABOVE = ("signatures", "table")
_TAGGED_LEVELS = 10  # Typst gives up on deeply nested structure, and the page runs out of width


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """Turns blocks into values.

    `labels` are the Typst labels of the blocks that can be referred to; `headings` those that the
    table of contents may list. `text_style` is the style of a body paragraph where we are, and `look`
    what departs from it there (in the cells of a table); where `compact`, items of lists keep to it.
    Longer words than `longest_word` do not fit on a line. `placeholders` are the addresses of what holds
    the place of signature fields, by the ids of signatories.
    """

    house: House
    labels: Mapping[str, str]
    headings: tuple[Heading, ...]
    astray: Mapping[str, int] = field(default_factory=dict)
    text_style: str = "Body Text"
    look: Mapping[str, object] = field(default_factory=dict)
    compact: bool = False
    longest_word: int = 70
    placeholders: Mapping[str, str] = field(default_factory=dict)
    list_depth: int = 0
    depth: int = 0

    @cached_property
    def runs(self) -> Runs:
        """How inlines become runs; a footnote's blocks stand in the style of notes."""
        notes = replace(self, text_style="footnote text", look={}, compact=True, list_depth=0, depth=0)
        return Runs(
            labels=self.labels, link_color=self.house.link_color, longest=self.longest_word, blocks=notes.of
        )

    def of(self, blocks: Iterable[Block]) -> list[Value]:
        """The values of `blocks`, in order; the words before a table or a signature block stay with it."""
        values = [value for block in blocks for value in self._labelled(block)]
        for value, following in pairwise(values):
            if following["type"] in _KEPT_WITH_WORDS_ABOVE and value["type"] == "paragraph":
                value["keep"] = True
        for value, following in reversed(list(pairwise(values))):
            if following.get("moved") and (value["type"] == "heading" or value.get("keep")):
                value["moved"] = following.pop("moved")
        return values

    def _labelled(self, block: Block) -> list[Value]:
        values = self._values(block)
        label = self.labels.get(block.id)
        if label and values:
            values[0]["label"] = label
        return values

    def _values(self, block: Block) -> list[Value]:
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                return [self._paragraph(block)]
            case List():
                return self._list(block)
            case Quote():
                return self._quote(block)
            case CodeBlock():
                return [self._block("code", self.style("Code Block"), text=block.text)]
            case Rule():
                body = self.style("Body Text")
                return [self._block("rule", body, line=body.line_height)]
            case Table():
                return [self._table(block)] if any(row.cells for row in block.rows) else []
            case Contents():
                return [self._contents(block)]
            case Signatures():
                return [self._signatures(block)]
            case _:
                assert_never(block)

    # --- the shape of a value: its type, its style, the room before and after it --------------------

    def style(self, name: str) -> ParagraphStyle:
        """The house's style of that name."""
        return self.house.paragraphs[name]

    @property
    def gap(self) -> float:
        """The room below a table: in Word an empty paragraph, which a heading does not need."""
        return self.style("Table Gap").line_height

    def _block(self, kind: str, style: ParagraphStyle, *, new_page: bool = False, **more: object) -> Value:
        return {
            "type": kind,
            "style": style.name.lower(),
            "before": style.space_before,
            "after": style.space_after,
            "new_page": new_page or style.page_break_before,
            **more,
        }

    # --- one method per block -------------------------------------------------------------------------

    def _heading(self, heading: Heading) -> Value:
        content = self.runs.of(heading.content)
        set_once(content, f"in-{heading.id}")  # and so out of the bookmark's words
        return self._block(
            "heading",
            self.style(f"Heading {heading.level}"),
            named=bool(heading_text(heading)),
            new_page=heading.new_page,
            level=heading.level,
            number=heading.number.label if heading.number else None,
            outlined=True,
            content=content,
        )

    def _paragraph(self, paragraph: Paragraph) -> Value:
        name = self.text_style if paragraph.role == "body" else STYLES[paragraph.role]
        style = self.style(name)
        value = self._block(
            "paragraph",
            style,
            title=paragraph.role == "title",
            keep=paragraph.role == "lead" or _leads(paragraph.content),
            hung=self.list_depth > 0,
            content=self.runs.of(paragraph.content),
        ) | dict(self.look)
        return value | self._note_moved(paragraph, value) if self.depth == 0 else value

    def _note_moved(self, paragraph: Paragraph, value: Value) -> Value:
        """Where Typst moves a paragraph but not its note to the next page, we break the page ourselves."""
        name = f"in-{paragraph.id}"
        if self.astray.get(name, 0):
            return {"moved": True}
        own_notes(value["content"], name)
        return {}

    def _list(self, block: List) -> list[Value]:
        if self.depth >= _TAGGED_LEVELS:
            return self.of(inner for item in block.items for inner in item.blocks)
        kind, marks = ("List Bullet", _BULLETS) if block.start is None else ("List Number", _NUMBERS)
        style = self.style(_of_depth(kind, self.list_depth + 1))
        outer = self.style(_of_depth(kind, self.list_depth)).indent if self.list_depth else 0.0
        inside = replace(
            self,
            text_style=self.text_style if self.compact else style.name,
            list_depth=self.list_depth + 1,
            depth=self.depth + 1,
        )
        value = self._block(
            "list",
            style,
            start=block.start,
            text=inside.text_style.lower(),
            marker=marks[min(self.list_depth, _STYLED_LEVELS - 1)],
            indent=max(0.0, style.indent + style.first_line - outer),
            items=[inside.of(item.blocks) for item in block.items],
        )
        return [value] if block.items else []

    def _quote(self, quote: Quote) -> list[Value]:
        if self.depth >= _TAGGED_LEVELS:
            return self.of(quote.blocks)
        inside = replace(self, text_style="Quote", depth=self.depth + 1)
        return [
            {"type": "quote", "before": 0, "after": 0, "new_page": False, "blocks": inside.of(quote.blocks)}
        ]

    def _table(self, table: Table) -> Value:
        """A table; without a caption it has no room of its own above it, as in Word."""
        name = f"in-{table.id}"
        caption = self._block(
            "table", self.style("Caption"), caption=self.runs.of(table.caption), gap=self.gap
        )
        caption |= {"after": 0} if table.caption else {"before": 0, "after": 0}
        return caption | table_value(
            table, name, self.astray.get(name, 0), lambda *place: self._cell(table, *place)
        )

    def _cell(self, table: Table, row: Row, column: int, cell: Cell) -> list[Value]:
        align = table.columns[column].align
        look: Value = {"align": align}
        if cell.header:
            look["color"] = self.house.table.head_color
        if row.role != "body":
            look["bold"] = True
        inside = replace(
            self,
            text_style="Table Head"
            if row.role == "head"
            else "Table Figure"
            if align == "end"
            else "Table Text",
            look=look,
            compact=True,
            longest_word=int(characters_across(table, column, cell) * 0.8),
            list_depth=0,
            depth=self.depth + 1,
        )
        return inside.of(cell.blocks)

    def _contents(self, contents: Contents) -> Value:
        return self._block(
            "contents",
            self.style("TOC Heading"),
            title=contents.title,
            depth=contents.depth,
            words={self.labels[heading.id]: heading_text(heading) for heading in self.headings},
            styles={
                str(level): _of_depth("toc", level, first=True) for level in range(1, contents.depth + 1)
            },
        )

    def _signatures(self, signatures: Signatures) -> Value:
        fields = [
            self._signatory(signatory, "Signature Party" if number < ABREAST else "Signature Party 2")
            for number, signatory in enumerate(signatures.signatories)
        ]
        return self._block(
            "signatures", self.style("Signature"), gap=self.gap, signatories=fields, abreast=ABREAST
        )

    def _signatory(self, signatory: Signatory, party_style: str) -> list[Value]:
        """The lines of a field: whom one signs for, a line to date and sign on, and whose name it is."""
        lines = (
            (party_style, signatory.heading),
            ("Signature Line", signatory.date_line),
            ("Signature", signatory.name),
            ("Signature", signatory.title),
        )
        values: list[Value] = [{"style": style.lower(), "text": text} for style, text in lines]
        values[1]["field"] = self.placeholders.get(signatory.id)  # in the room above the line
        return values


def _of_depth(kind: str, depth: int, *, first: bool = False) -> str:
    """The name of a style that exists in three depths: "List Bullet", "List Bullet 2", "TOC 1"."""
    level = min(depth, _STYLED_LEVELS)
    return f"{kind} {level}" if level > 1 or first else kind


def _leads(content: Iterable[Inline]) -> bool:
    return any(isinstance(inline, Remark) and inline.leads for inline in content)
