"""Blocks as Word's paragraphs and tables, each in a style of the house and with its anchor."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from docx.document import Document as Word

from kdnet_docs.document.tree import (
    Block,
    Cell,
    CodeBlock,
    Contents,
    Document,
    Footnote,
    Heading,
    Inline,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Table,
)
from kdnet_docs.document.walk import blocks_within, heading_text, headings, own_inlines, plain_text
from kdnet_docs.ooxml.anchors import Anchors
from kdnet_docs.ooxml.bookmarks import Bookmarks
from kdnet_docs.ooxml.contents import Entry, contents
from kdnet_docs.ooxml.footnotes import Footnotes
from kdnet_docs.ooxml.links import Links
from kdnet_docs.ooxml.numbering import Numbering
from kdnet_docs.ooxml.paragraph import Numbered, Setting, keep_with_next, lines, paragraph, words
from kdnet_docs.ooxml.properties import text_width
from kdnet_docs.ooxml.stable_ids import FileIds
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element
from kdnet_docs.render.word.inlines import InlineWriter
from kdnet_docs.render.word.signatures import signature_table
from kdnet_docs.render.word.tables import CellPlace, table_element

_DEEPEST_LIST = 2  # levels from 0; Word's list styles go no deeper, and deeper lists look like the last
_CELL_MARGINS = 200  # twips, for a table inside a cell
_ROLES = {"title": "Title", "subtitle": "Subtitle", "status": "Document Status", "lead": "Lead"}
_CELL_STYLES = {  # of cells in a head row or not, in a column of figures or not
    (False, False): "Table Text",
    (False, True): "Table Figure",
    (True, False): "Table Head",
    (True, True): "Table Head Figure",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a block stands: how a plain paragraph looks there, and how much room there is."""

    style: str
    width: int  # twips
    depth: int = 0  # lists around it
    compact: bool = False  # in a cell or a note, where one style of list does for all depths
    keep_next: bool = False


class BlockWriter:
    """Writes the blocks of one document into a Word file's parts."""

    def __init__(
        self, word: Word, document: Document, styles: Styles, pages: Mapping[str, int], ids: FileIds
    ) -> None:
        self._styles = styles
        self._pages = pages
        self._bookmarks = Bookmarks(word)
        self.anchors = Anchors(word, self._bookmarks)
        self.tables: dict[str, Element] = {}  # id -> the table as it was written
        self._numbering = Numbering(word, styles, ids)
        self._notes = Footnotes(word, styles)
        self._headings = tuple(headings(document.blocks, depth=6))
        self._toc_names = {heading.id: ids.heading_name(heading.id) for heading in self._headings}
        self._width = text_width(word)
        self._inlines = InlineWriter(
            styles=styles, anchors=self.anchors, links=Links(word.part), note=self._note
        )
        self._inlines_of_notes = InlineWriter(
            styles=styles, anchors=None, links=Links(self._notes.part), note=_note_in_note
        )
        self._in_note = False

    def body(self, blocks: Iterable[Block]) -> list[Element]:
        """The blocks of the document as the body's elements."""
        return self._blocks(tuple(blocks), Place(style="Body Text", width=self._width))

    # --- blocks --------------------------------------------------------------------------------

    def _blocks(self, blocks: tuple[Block, ...], place: Place) -> list[Element]:
        """The blocks; a table has a gap below it, since Word joins tables that touch.

        What stands before the signatures stays with them: nobody signs a page without the contract on it. A
        paragraph stays with the table it leads up to.
        """
        made: list[Element] = []
        for block, following in pairwise((*blocks, None)):
            assert block is not None  # noqa: S101 only the last of the pairs ends with None
            made.extend(self._block(block, place))
            if isinstance(block, Table | Signatures) and not isinstance(following, Heading):
                made.append(self._paragraph_element("Table Gap"))
            if isinstance(block, Paragraph) and isinstance(following, Table):
                keep_with_next(made[-1])
            if isinstance(following, Signatures):
                for last in made[-2:] if isinstance(block, Table) else made[-1:]:  # a table has its gap
                    keep_with_next(last)
        return made

    def _block(self, block: Block, place: Place) -> Iterable[Element]:
        match block:
            case Heading():
                return [self._heading(block, place)]
            case Paragraph():
                return [self._paragraph(block, place)]
            case List():
                return self._list(block, place)
            case Quote():
                return self._blocks(block.blocks, replace(place, style="Quote"))
            case CodeBlock():
                content = self._anchored(block.id, lines(block.text))
                return [
                    self._paragraph_element("Code Block", content, block_id=block.id, keep=place.keep_next)
                ]
            case Rule():
                return [self._rule(block, place)]
            case Table():
                return self._table(block, place)
            case Contents():
                return [self._contents(block)]
            case Signatures():
                return [self._signatures(block, place)]
            case _:
                assert_never(block)

    def _heading(self, heading: Heading, place: Place) -> Element:
        content = self._anchored(heading.id, self._write(heading.content, heading.id))
        if name := None if self._in_note else self._toc_names.get(heading.id):
            content = self._bookmarks.around(name, content)
        return paragraph(
            self._styles.id(f"Heading {heading.level}"),
            content,
            Setting(
                numbered=self._numbering.heading(heading.number) if heading.number else None,
                new_page=heading.new_page,
                keep_next=place.keep_next,
            ),
            self.anchors.para_id(heading.id),
        )

    def _paragraph(self, block: Paragraph, place: Place, numbered: Numbered | None = None) -> Element:
        plain = place.style == "Body Text"
        return paragraph(
            self._styles.id(_ROLES.get(block.role, place.style) if plain else place.style),
            self._anchored(block.id, self._write(block.content, block.id)),
            Setting(
                numbered=numbered,
                keep_next=place.keep_next,
            ),
            self.anchors.para_id(block.id),
        )

    def _rule(self, rule: Rule, place: Place) -> Element:
        content = self._anchored(rule.id, [])
        return self._paragraph_element("Rule", content, block_id=rule.id, keep=place.keep_next)

    # --- lists ---------------------------------------------------------------------------------

    def _list(self, block: List, place: Place) -> Iterator[Element]:
        level = min(place.depth, _DEEPEST_LIST)
        suffix = "" if place.compact or not level else f" {level + 1}"
        family = "Table List" if place.compact else "List"
        inside = replace(place, depth=place.depth + 1)
        first = replace(inside, style=f"{family} {'Number' if block.start is not None else 'Bullet'}{suffix}")
        further = replace(inside, style=f"{family} Continue{suffix}")
        deeper = level if place.compact else 0
        if block.start is None:
            numbered = self._numbering.bullets(first.style, deeper)
        else:
            numbered = self._numbering.numbered(block.id, first.style, block.start, deeper)
        for item in block.items:
            yield from self._item(item, first, further, numbered)

    def _item(
        self, item: ListItem, place: Place, further: Place, numbered: Numbered | None
    ) -> Iterator[Element]:
        """An item counts with its first paragraph; one that begins otherwise gets an empty paragraph."""
        rest = item.blocks
        if rest and isinstance(first := rest[0], Paragraph):
            rest = rest[1:]
        else:
            first = Paragraph(id=item.id, content=())
        yield self._paragraph(first, place, numbered)
        yield from self._blocks(rest, further)

    # --- tables --------------------------------------------------------------------------------

    def _table(self, block: Table, place: Place) -> Iterator[Element]:
        if block.caption:
            content = self._anchored(block.id, self._write(block.caption, block.id))
            yield self._paragraph_element("Caption", content, block_id=block.id, keep=True)
        self.tables[block.id] = table_element(
            block,
            self._styles.id("House Table"),
            place.width,
            lambda cell, where: self._cell(cell, where, block),
        )
        yield self.tables[block.id]

    def _cell(self, cell: Cell | None, where: CellPlace, block: Table) -> tuple[Element, ...]:
        column = block.columns[min(where.column, len(block.columns) - 1)]
        place = Place(
            style=_CELL_STYLES[where.row.role == "head", column.align == "end"],
            width=max(where.width - _CELL_MARGINS, _CELL_MARGINS),
            compact=True,
            keep_next=where.keep_next,
        )
        if cell is None:
            return (self._paragraph_element(place.style, keep=where.keep_next),)
        if not cell.blocks:
            return (self._paragraph(Paragraph(id=cell.id, content=()), place),)
        return tuple(self._blocks(cell.blocks, place))

    def _signatures(self, block: Signatures, place: Place) -> Element:
        return signature_table(block, place.width, self._styles, self.anchors)

    # --- contents ------------------------------------------------------------------------------

    def _contents(self, block: Contents) -> Element:
        title = self._anchored(block.id, [words(block.title)])
        entries = [
            Entry(
                level=heading.level,
                words=heading_text(heading),
                bookmark=self._toc_names[heading.id],
                page=self._pages[heading.id],
            )
            for heading in self._headings
            if heading.level <= block.depth
        ]
        head = self._paragraph_element("TOC Heading", title, block_id=block.id)
        return contents(head, entries, block.depth, self._styles)

    # --- notes ---------------------------------------------------------------------------------

    def _note(self, note: Footnote) -> list[Element]:
        identity = self._notes.reserve()
        self._in_note = True
        blocks = self._blocks(note.blocks, Place(style="footnote text", width=self._width, compact=True))
        self._in_note = False
        if not (note.blocks and isinstance(note.blocks[0], Paragraph)):
            blocks.insert(0, self._paragraph_element("footnote text"))
        for at, mark in enumerate(self._notes.mark(), start=1):
            blocks[0].insert(at, mark)
        self._notes.add(identity, blocks)
        return self._anchored(note.id, [self._notes.reference(identity)])

    # --- what all have in common ---------------------------------------------------------------

    def _write(self, content: Iterable[Inline], block_id: str) -> list[Element]:
        writer = self._inlines_of_notes if self._in_note else self._inlines
        return writer.write(content, block_id)

    def _anchored(self, block_id: str, content: list[Element]) -> list[Element]:
        """The content with its anchor; a note's text has none, since LibreOffice keeps only the first."""
        return content if self._in_note else self.anchors.around(block_id, content)

    def _paragraph_element(
        self, style: str, content: Iterable[Element] = (), *, block_id: str | None = None, keep: bool = False
    ) -> Element:
        para_id = self.anchors.para_id(block_id) if block_id else None
        return paragraph(self._styles.id(style), content, Setting(keep_next=keep), para_id)


def _note_in_note(note: Footnote) -> list[Element]:
    """The words of a note in brackets: Word has no notes inside notes."""
    parts = (
        block.text if isinstance(block, CodeBlock) else plain_text(own_inlines(block))
        for block in blocks_within(note.blocks)
    )
    return [words(f" [{' '.join(part for part in parts if part)}]")]
