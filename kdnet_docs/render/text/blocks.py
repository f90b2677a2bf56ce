"""The blocks of a document as plain text; between two blocks stands an empty line."""

from collections.abc import Iterable
from typing import assert_never
from urllib.parse import unquote

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
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Strong,
    Table,
    Text,
)
from kdnet_docs.document.walk import heading_text, headings
from kdnet_docs.render.text.tables import table_text

_UNDERLINES = {1: "=", 2: "-"}
_NOTES_RULE = "_" * 20
_CONTENTS_STEP = "   "


class Body:
    """Writes the blocks of one document, and counts its footnotes as their marks come by."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._notes: list[Footnote] = []

    def write(self) -> str:
        """The whole body: the blocks and, after a rule, the footnotes."""
        body = self._blocks(self._document.blocks)
        notes = [  # a note with a note makes the list longer
            _hang(f"[{number}] ", self._blocks(note.blocks))
            for number, note in enumerate(self._notes, start=1)
        ]
        return "\n\n".join([body, _NOTES_RULE, *notes] if notes else [body])

    # --- blocks --------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._inlines(block.content)
            case List():
                return self._list(block)
            case Quote():
                return _behind("> ", self._blocks(block.blocks))
            case CodeBlock():
                return _behind("    ", block.text)
            case Rule():
                return "* * *"
            case Table():
                return self._table(block)
            case Contents():
                return self._contents(block)
            case Signatures():
                return "\n\n".join(
                    f"{field.heading}\n{field.date_line}\n{field.name}\n{field.title}"
                    for field in block.signatories
                )
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        words = self._inlines(heading.content)
        line = f"{heading.number.label} {words}" if heading.number else words
        underline = _UNDERLINES.get(heading.level)
        longest = max(len(part) for part in line.split("\n"))
        return f"{line}\n{underline * longest}" if underline else line

    def _list(self, block: List) -> str:
        """A list of short items stays together; one with longer items has air between them."""
        items = [self._item(item) for item in block.items]
        gap = "\n\n" if any("\n\n" in item for item in items) else "\n"
        return gap.join(
            _hang("- " if block.start is None else f"{block.start + at}. ", item)
            for at, item in enumerate(items)
        )

    def _item(self, item: ListItem) -> str:
        """The blocks of an item; a list follows right after the words that introduce it."""
        words = ""
        for block in item.blocks:
            gap = "\n" if isinstance(block, List) else "\n\n"
            words += (gap if words else "") + self._block(block)
        return words

    def _table(self, table: Table) -> str:
        words = table_text(table, lambda cell: self._blocks(cell.blocks))
        return f"{self._inlines(table.caption)}\n\n{words}" if table.caption else words

    def _contents(self, contents: Contents) -> str:
        entries = (
            _CONTENTS_STEP * heading.level + heading_text(heading)
            for heading in headings(self._document.blocks, contents.depth)
        )
        return "\n".join((contents.title, *entries))

    # --- inlines -------------------------------------------------------------------------------

    def _inlines(self, inlines: Iterable[Inline]) -> str:
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text() | Generated() | Code():
                return inline.text
            case Emphasis() | Strong():
                return self._inlines(inline.content)
            case Link():
                words = self._inlines(inline.content)
                address = inline.target.removeprefix("mailto:")
                if address.startswith("./"):
                    address = unquote(address[2:])
                return words if address.startswith("#") or address == words else f"{words} <{address}>"
            case Footnote():
                self._notes.append(inline)
                return f"[{len(self._notes)}]"
            case LineBreak():
                return "\n"
            case _:
                assert_never(inline)


def _hang(mark: str, words: str) -> str:
    """Words after a mark, their further lines below the first word."""
    return mark + words.replace("\n", "\n" + " " * len(mark))


def _behind(mark: str, words: str) -> str:
    """Words with the mark before each of their lines."""
    return mark + words.replace("\n", "\n" + mark)
