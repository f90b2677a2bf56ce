"""Blocks as values for the Typst template: the tree's own shapes, with the house's style names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, assert_never

from kdnet_docs.document.tree import (
    Block,
    CodeBlock,
    Contents,
    Heading,
    List,
    Paragraph,
    ParagraphRole,
    Quote,
    Rule,
    Signatory,
    Signatures,
    Table,
)
from kdnet_docs.document.walk import heading_text
from kdnet_docs.ooxml.house import House, ParagraphStyle
from kdnet_docs.render.pdf.inlines import Runs
from kdnet_docs.render.pdf.tables import table_value

Value = dict[str, Any]

STYLES: Mapping[ParagraphRole, str] = {
    "body": "Body Text",
    "title": "Title",
    "subtitle": "Subtitle",
    "lead": "Lead",
}
_STYLED_LEVELS = 3  # of lists and of the table of contents; deeper ones look like the last
_TAGGED_LEVELS = 10  # Typst gives up on deeply nested structure, and the page runs out of width


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """Turns blocks into values for one part of the file.

    `labels` are the Typst labels of the blocks that can be referred to; `headings` those that the
    table of contents may list. `offset` is added to the level of headings. `text_style` is the style of
    a body paragraph where we are, and `look` what departs from it there (in the cells of a table).
    """

    part: str
    house: House
    labels: Mapping[str, str]
    headings: tuple[Heading, ...]
    offset: int = 0
    text_style: str = "Body Text"
    look: Mapping[str, object] = field(default_factory=dict)
    list_depth: int = 0
    depth: int = 0

    @cached_property
    def runs(self) -> Runs:
        """How inlines become runs in this part; a footnote's blocks stand in the style of notes."""
        notes = replace(self, text_style="footnote text", look={}, list_depth=0, depth=0)
        return Runs(labels=self.labels, link_color=self.house.link_color, blocks=notes.of)

    def of(self, blocks: Iterable[Block]) -> list[Value]:
        """The values of `blocks`, in order."""
        return [value for block in blocks for value in self._labelled(block)]

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
                return [self._spaced("rule", self.room / 2)]
            case Table():
                return [table_value(self, block)]
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
    def room(self) -> float:
        """The height of a line of text."""
        return self.style("Body Text").line_height

    def _block(self, kind: str, style: ParagraphStyle, *, new_page: bool = False, **more: object) -> Value:
        return {
            "type": kind,
            "style": style.name.lower(),
            "before": style.space_before,
            "after": style.space_after,
            "new_page": new_page or style.page_break_before,
            **more,
        }

    def _spaced(self, kind: str, room: float, **more: object) -> Value:
        return {"type": kind, "before": room, "after": room, "new_page": False, **more}

    # --- one method per block -------------------------------------------------------------------------

    def _heading(self, heading: Heading) -> Value:
        return self._block(
            "heading",
            self.style(f"Heading {heading.level}"),
            new_page=heading.new_page,
            level=heading.level + self.offset,
            number=heading.number.label if heading.number else None,
            outlined=True,
            content=self.runs.of(heading.content),
        )

    def _paragraph(self, paragraph: Paragraph) -> Value:
        name = self.text_style if paragraph.role == "body" else STYLES[paragraph.role]
        style = self.style(name)
        return self._block(
            "paragraph",
            style,
            title=paragraph.role == "title",
            keep=paragraph.role == "lead",
            hung=self.list_depth > 0,
            content=self.runs.of(paragraph.content),
        ) | dict(self.look)

    def _list(self, block: List) -> list[Value]:
        if self.depth >= _TAGGED_LEVELS:
            return self.of(inner for item in block.items for inner in item.blocks)
        kind = "List Bullet" if block.start is None else "List Number"
        style = self.style(_of_depth(kind, self.list_depth + 1))
        outer = self.style(_of_depth(kind, self.list_depth)).indent if self.list_depth else 0.0
        inside = replace(
            self,
            text_style=self.text_style if self.look else style.name,
            list_depth=self.list_depth + 1,
            depth=self.depth + 1,
        )
        value = self._block(
            "list",
            style,
            start=block.start,
            marker="–" if self.list_depth % 2 else "•",
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

    def _contents(self, contents: Contents) -> Value:
        return self._block(
            "contents",
            self.style("TOC Heading"),
            part=self.part,
            title=contents.title,
            depth=contents.depth,
            offset=self.offset,
            words={self.labels[heading.id]: heading_text(heading) for heading in self.headings},
            styles={
                str(level): _of_depth("toc", level, first=True) for level in range(1, contents.depth + 1)
            },
        )

    def _signatures(self, signatures: Signatures) -> Value:
        fields = [_signatory(signatory, self.room) for signatory in signatures.signatories]
        return self._spaced("signatures", self.room * 2, style="signature", signatories=fields)


def _of_depth(kind: str, depth: int, *, first: bool = False) -> str:
    """The name of a style that exists in three depths: "List Bullet", "List Bullet 2", "TOC 1"."""
    level = min(depth, _STYLED_LEVELS)
    return f"{kind} {level}" if level > 1 or first else kind


def _signatory(signatory: Signatory, room: float) -> list[Value]:
    """The lines of a field, each with the room above it: some to write a date and a name in."""
    return [
        {"text": signatory.heading, "above": 0, "bold": True},
        {"text": signatory.date_line, "above": room * 1.5, "bold": False},
        {"text": signatory.name, "above": room * 2.5, "bold": False, "rule": True},
        {"text": signatory.title, "above": 0, "bold": False},
    ]
