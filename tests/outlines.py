"""A document tree as lines that a person can read, for the golden files."""

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
    Row,
    Rule,
    Signatures,
    Strong,
    Table,
    Text,
)


def outline(document: Document) -> str:
    """Each block on a line with its kind, id and words; what stands inside it is indented.

    In words, `*` and `**` are emphasis, `{{x=y}}` is what a parameter came to, `[^id]` a footnote.
    """
    top = f"{document.id}@{document.version} “{document.title}”, {document.language}, {document.date}"
    draft = f", {document.watermark}" if document.watermark else ""
    return "\n".join((top + draft, "", *_blocks(document.blocks, ""))) + "\n"


def _blocks(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield indent + line


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - a case for each kind
    match block:
        case Heading():
            number = f"{block.number.label} " if block.number else ""
            page = " (new page)" if block.new_page else ""
            yield f"{'#' * block.level} #{block.id}{page}: {number}{_words(block.content)}"
        case Paragraph():
            role = "" if block.role == "body" else f" ({block.role})"
            yield f"p #{block.id}{role}: {_words(block.content)}"
        case List():
            yield f"list #{block.id}{f' from {block.start}' if block.start is not None else ''}"
            for item in block.items:
                yield f"  item #{item.id}"
                yield from _blocks(item.blocks, "    ")
        case Quote():
            yield f"quote #{block.id}"
            yield from _blocks(block.blocks, "  ")
        case CodeBlock():
            yield f"code #{block.id}: {block.text!r}"
        case Rule():
            yield f"rule #{block.id}"
        case Table():
            columns = " ".join(f"{column.width:g}{column.align[0]}" for column in block.columns)
            yield f"table #{block.id} [{columns}] “{block.description}”"
            for row in block.rows:
                yield from _row(row)
        case Contents():
            yield f"contents #{block.id}: {block.title}"
        case Signatures():
            yield f"signatures #{block.id}"
            for one in block.signatories:
                yield f"  #{one.id}: {one.heading} | {one.date_line} | {one.name} | {one.title}"
        case _:
            assert_never(block)
    if isinstance(block, Heading | Paragraph):
        for note in block.content:
            if isinstance(note, Footnote):
                yield from _blocks(note.blocks, "  [^] ")


def _row(row: Row) -> Iterator[str]:
    yield f"  {row.role} #{row.id}"
    for cell in row.cells:
        spans = f" {cell.row_span}x{cell.column_span}" if (cell.row_span, cell.column_span) != (1, 1) else ""
        yield f"    {'head' if cell.header else 'cell'} #{cell.id}{spans}"
        yield from _blocks(cell.blocks, "      ")


def _words(inlines: Iterable[Inline]) -> str:
    return "".join(_inline(one) for one in inlines)


def _inline(one: Inline) -> str:
    match one:
        case Text():
            return one.text
        case Generated():
            return f"{{{{{one.expression}={one.text}}}}}"
        case Emphasis():
            return f"*{_words(one.content)}*"
        case Strong():
            return f"**{_words(one.content)}**"
        case Code():
            return f"`{one.text}`"
        case Link():
            return f"[{_words(one.content)}]({one.target})"
        case Footnote():
            return f"[^{one.id}]"
        case LineBreak():
            return " / "
        case _:
            assert_never(one)
