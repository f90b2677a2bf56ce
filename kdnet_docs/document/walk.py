"""Walks over the tree and the plain words of its parts."""

from collections.abc import Iterable, Iterator
from typing import assert_never

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


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words of inlines without footnotes; a line break is a space."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text() | Generated() | Code():
            return inline.text
        case Emphasis() | Strong() | Link():
            return plain_text(inline.content)
        case LineBreak():
            return " "
        case Footnote():
            return ""
        case _:
            assert_never(inline)


def without_notes(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The inlines without their footnotes, for words that are shown a second time."""
    return tuple(inline for inline in inlines if not isinstance(inline, Footnote))


def blocks_within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order, also those in lists, cells and footnotes."""
    for block in blocks:
        yield block
        match block:
            case Heading() | Paragraph():
                yield from _in_footnotes(block.content)
            case Quote():
                yield from blocks_within(block.blocks)
            case List():
                for item in block.items:
                    yield from blocks_within(item.blocks)
            case Table():
                yield from _in_footnotes(block.caption)
                for row in block.rows:
                    for cell in row.cells:
                        yield from blocks_within(cell.blocks)
            case CodeBlock() | Rule() | Contents() | Signatures():
                pass
            case _:
                assert_never(block)


def signatories(document: Document) -> tuple[Signatory, ...]:
    """Everybody who is to sign, in reading order."""
    blocks = blocks_within(document.blocks)
    return tuple(one for block in blocks if isinstance(block, Signatures) for one in block.signatories)


def _in_footnotes(inlines: Iterable[Inline]) -> Iterator[Block]:
    for inline in inlines_within(inlines):
        if isinstance(inline, Footnote):
            yield from blocks_within(inline.blocks)


def inlines_within(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline in reading order, also those inside emphasis and links, not those of footnotes."""
    for inline in inlines:
        yield inline
        match inline:
            case Emphasis() | Strong() | Link():
                yield from inlines_within(inline.content)
            case Text() | Generated() | Code() | LineBreak() | Footnote():
                pass
            case _:
                assert_never(inline)


def own_inlines(block: Block) -> Iterator[Inline]:
    """Every inline that stands directly in `block`, not in the blocks inside it."""
    match block:
        case Heading() | Paragraph():
            yield from inlines_within(block.content)
        case Table():
            yield from inlines_within(block.caption)
        case List() | Quote() | CodeBlock() | Rule() | Contents() | Signatures():
            pass
        case _:
            assert_never(block)


def headings(blocks: Iterable[Block], depth: int) -> Iterator[Heading]:
    """The headings down to level `depth`, as a table of contents lists them."""
    return (block for block in blocks if isinstance(block, Heading) and block.level <= depth)


def heading_text(heading: Heading) -> str:
    """A heading with its number, as it is read aloud: "Mål 3 – Kvalitet"."""
    words = plain_text(heading.content)
    return f"{heading.number.label} {words}".rstrip() if heading.number else words
