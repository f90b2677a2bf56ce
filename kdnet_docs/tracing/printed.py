"""A document as the words that are printed, each known to the place in the source where it comes from."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto, unique
from functools import cached_property
from itertools import count, takewhile
from operator import attrgetter
from typing import assert_never

from kdnet_docs.base.spans import Span
from kdnet_docs.document.stated import StatedParty
from kdnet_docs.document.tree import (
    Block,
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
    Rule,
    Signatory,
    Signatures,
    Strong,
    Table,
    Text,
)
from kdnet_docs.document.walk import heading_text, headings
from kdnet_docs.tracing.layout import counted
from kdnet_docs.tracing.letters import Letters

_NOTHING = "\u00ad"
"""Counts as nothing wherever words are looked for."""
_DOTS = re.compile(r"\s*(?:\.\s*){4,}\d*\s*$")
"""What stands between an entry of the table of contents and its page, and the page."""


@unique
class Kind(Enum):
    """What words are, as far as it says where they come from."""

    WRITTEN = auto()
    """The author's own words, or a figure of theirs as the engine formats it."""
    PARAMETER = auto()
    """What the engine put in place of a parameter."""
    NUMBER = auto()
    """The number of a clause, a goal, an item or a footnote, which the engine counts."""
    CONTENTS = auto()
    """An entry in the table of contents."""
    LABEL = auto()
    """A word that the engine writes, such as "Metode" or "For"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of one origin: `start` to `end` of what is printed.

    `block` is the id of the block they stand in, `under` that of the heading above it, if any.
    """

    start: int
    end: int
    kind: Kind
    block: str
    under: str
    span: Span | None = None
    expression: str = ""
    head: bool = False
    """Whether they stand in the head of a table, which is repeated on each page."""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """The body of one or more documents: its `text` in reading order, notes after the block of their mark."""

    text: str
    passages: tuple[Passage, ...]
    headings: dict[str, str]
    """The words of each heading by its id."""

    @cached_property
    def letters(self) -> Letters:
        """The text as words are looked for in it."""
        return Letters(self.text)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands there."""
        return counted((self.text,))

    @cached_property
    def _without_numbers(self) -> Letters:
        """The text without what the engine counts, which nobody types who means the words beside it."""
        text = list(self.text)
        for one in self.passages:
            if one.kind is Kind.NUMBER:
                text[one.start : one.end] = _NOTHING * (one.end - one.start)
        return Letters("".join(text))

    def find(self, words: str) -> list[tuple[int, int]]:
        """Where the words stand: from, and up to."""
        entry = _DOTS.sub("", words)
        found = self.letters.find(entry) or self._without_numbers.find(entry)
        if entry == words:
            return found
        return [
            place for place in found if all(one.kind is Kind.CONTENTS for one in self.within(*place))
        ] or found

    def within(self, start: int, end: int) -> tuple[Passage, ...]:
        """The passages that have some of the text from `start` to `end`."""
        first = bisect_right(self.passages, start, key=attrgetter("end"))
        return tuple(takewhile(lambda one: one.start < end, self.passages[first:]))

    def of_block(self, block: str) -> tuple[Passage, ...]:
        """The passages of a block."""
        return tuple(one for one in self.passages if one.block == block)


def printed(documents: Iterable[Document]) -> Printed:
    """The words of the bodies of documents that follow one another."""
    writer = _Writer()
    for document in documents:
        writer.body(document)
    return Printed(text="".join(writer.pieces), passages=tuple(writer.passages), headings=writer.headings)


@dataclass(slots=True)
class _Writer:
    pieces: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    _document: Document = field(init=False)
    _notes: Iterator[int] = field(init=False)
    _length: int = 0
    _block: str = ""
    _under: str = ""
    _head: bool = False
    _note: str = ""  # the note that we are in, whose anchor in Word is that of all its blocks
    _waiting: list[tuple[int, Footnote]] = field(default_factory=list)

    def body(self, document: Document) -> None:
        """Write what a document has between its headers and footers."""
        self._document, self._notes, self._under = document, count(1), ""
        self._blocks(document.blocks)

    # --- text

    def _add(self, text: str, kind: Kind, span: Span | None = None, expression: str = "") -> None:
        if not text:
            return
        passage = Passage(
            start=self._length,
            end=self._length + len(text),
            kind=kind,
            block=self._block,
            under=self._under,
            span=span,
            expression=expression,
            head=self._head,
        )
        self.passages.append(passage)
        self._put(text)

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)

    # --- blocks

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._one(block)
            self._put("\n")
            self._notes_of_block()

    def _one(self, block: Block) -> None:  # noqa: C901 - a case for each kind
        self._block = self._note or block.id
        match block:
            case Heading():
                self._under = block.id
                self.headings[block.id] = heading_text(block)
                if block.number:
                    self._add(block.number.label, Kind.NUMBER, block.span)
                    self._put(" ")
                self._inlines(block.content, block.span)
            case Paragraph():
                self._inlines(block.content, block.span)
            case List():
                self._list(block)
            case Quote():
                self._blocks(block.blocks)
            case CodeBlock():
                self._add(block.text, Kind.WRITTEN, block.span)
            case Table():
                self._table(block)
            case Contents():
                self._contents(block)
            case Signatures():
                for signatory in block.signatories:
                    self._signatory(signatory)
            case Rule():
                pass
            case _:
                assert_never(block)

    def _list(self, block: List) -> None:
        for number, item in enumerate(block.items, start=block.start or 0):
            if block.start is not None:
                self._block = self._note or item.id
                self._add(f"{number}.", Kind.NUMBER, item.span)
                self._put(" ")
            self._blocks(item.blocks)

    def _table(self, table: Table) -> None:
        self._inlines(table.caption, table.span)
        self._put("\n")
        self._notes_of_block()
        for row in table.rows:
            self._head = row.role == "head"
            for cell in row.cells:
                self._block = self._note or cell.id
                self._blocks(cell.blocks)
            self._notes_of_block()
        self._head = False

    def _contents(self, contents: Contents) -> None:
        self._add(contents.title, Kind.LABEL)
        for heading in headings(self._document.blocks, contents.depth):
            self._put("\n")
            self._add(heading_text(heading), Kind.CONTENTS, heading.span)

    def _signatory(self, signatory: Signatory) -> None:
        """The lines of a field; the party's name in the first of them is the author's."""
        parties = (one for one in self._document.stated if isinstance(one, StatedParty))
        name = next((one.name for one in parties if signatory.id.endswith(f"/{one.id}")), "")
        before = signatory.heading.removesuffix(name) if name else signatory.heading
        for part, text, kind in (
            ("heading", before, Kind.LABEL),
            ("heading", signatory.heading[len(before) :], Kind.WRITTEN),
            ("date_line", signatory.date_line, Kind.LABEL),
            ("name", signatory.name, Kind.WRITTEN),
            ("title", signatory.title, Kind.WRITTEN),
        ):
            self._block = f"{signatory.id}/{part}"
            self._add(text, kind, signatory.span if kind is Kind.WRITTEN else None)
            if text is not before:
                self._put("\n")

    # --- inlines and notes

    def _inlines(self, inlines: Iterable[Inline], span: Span | None) -> None:
        """The inlines of a block that stands at `span`, or nowhere where the engine wrote it."""
        for inline in inlines:
            match inline:
                case Text():
                    own = inline.span or span
                    self._add(inline.text, Kind.WRITTEN if own else Kind.LABEL, own)
                case Code():
                    self._add(inline.text, Kind.WRITTEN, inline.span or span)
                case Generated():
                    self._add(inline.text, Kind.PARAMETER, inline.span, inline.expression)
                case Emphasis() | Strong() | Link():
                    self._inlines(inline.content, span)
                case Footnote():
                    number = next(self._notes)
                    self._add(str(number), Kind.NUMBER, inline.span)
                    self._waiting.append((number, inline))
                case LineBreak():
                    self._put("\n")
                case _:
                    assert_never(inline)

    def _notes_of_block(self) -> None:
        while self._waiting:
            number, note = self._waiting.pop(0)
            self._block = self._note = note.id
            self._add(str(number), Kind.NUMBER, note.span)
            self._put(" ")
            self._blocks(note.blocks)
            self._note = ""
