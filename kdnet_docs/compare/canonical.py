"""All that a document says, as text: two documents say the same only if these texts are equal."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import groupby
from typing import TypeAlias, assert_never

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
    Signatures,
    Strong,
    Table,
    Text,
)

Marks: TypeAlias = tuple[str, ...]
"""How words are set, from the outside in: "em", "strong", "code", or "link" and where it leads."""


def canonical_text(document: Document) -> str:
    """The document line by line: each leaf with its kind, number and formatting, then what frames the text.

    Where something stands in the source and what ids it has is no part of what a document says; nor is
    whether an author or the engine wrote a word.
    """
    return "\n".join((*_blocks(document.blocks), *_frame(document))) + "\n"


def _line(*values: object) -> str:
    """A line that no other values give: a line break in words is written as an escape."""
    return json.dumps(values, ensure_ascii=False)


# --- blocks --------------------------------------------------------------------------------------


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:  # noqa: C901, PLR0912 - a case for each kind
    for block in blocks:
        match block:
            case Heading():
                number = block.number.label if block.number else ""
                page = "new page" if block.new_page else ""
                yield _line("heading", block.level, number, page, _runs(block.content))
            case Paragraph():
                yield _line("paragraph", block.role, _runs(block.content))
            case List():
                yield _line("list", block.start, len(block.items))
                for item in block.items:
                    yield _line("item")
                    yield from _blocks(item.blocks)
                yield _line("end of list")
            case Quote():
                yield _line("quote")
                yield from _blocks(block.blocks)
                yield _line("end of quote")
            case CodeBlock():
                yield _line("code", block.text)
            case Rule():
                yield _line("rule")
            case Table():
                yield from _table(block)
            case Contents():
                yield _line("contents", block.title, block.depth)
            case Signatures():
                for one in block.signatories:
                    yield _line("signatory", one.heading, one.date_line, one.name, one.title)
                yield _line("end of signatures")
            case _:
                assert_never(block)


def _table(table: Table) -> Iterator[str]:
    yield _line("table", table.description, _runs(table.caption))
    for column in table.columns:
        yield _line("column", column.width, column.align)
    for row in table.rows:
        yield _line("row", row.role)
        for cell in row.cells:
            yield _line("head cell" if cell.header else "cell", cell.row_span, cell.column_span)
            yield from _blocks(cell.blocks)
    yield _line("end of table")


# --- inlines -------------------------------------------------------------------------------------


def _runs(inlines: Iterable[Inline]) -> list[object]:
    """Words that are set alike, as one; a note as the lines of what is in it."""
    runs: list[object] = []
    for (marks, is_words), group in groupby(_pieces(inlines, ()), key=_set_alike):
        pieces = [piece for _, piece in group]
        runs.extend([[marks, "".join(map(str, pieces))]] if is_words else ([marks, note] for note in pieces))
    return runs


def _set_alike(piece: tuple[Marks, str | list[str]]) -> tuple[Marks, bool]:
    marks, content = piece
    return marks, isinstance(content, str)


def _pieces(inlines: Iterable[Inline], marks: Marks) -> Iterator[tuple[Marks, str | list[str]]]:
    for inline in inlines:
        match inline:
            case Text() | Generated():
                yield marks, inline.text
            case Code():
                yield (*marks, "code"), inline.text
            case Emphasis():
                yield from _pieces(inline.content, (*marks, "em"))
            case Strong():
                yield from _pieces(inline.content, (*marks, "strong"))
            case Link():
                yield from _pieces(inline.content, (*marks, "link", inline.target))
            case LineBreak():
                yield marks, "\n"
            case Footnote():
                yield marks, list(_blocks(inline.blocks))
            case _:
                assert_never(inline)


# --- what frames the text ------------------------------------------------------------------------


def _frame(document: Document) -> Iterator[str]:
    """Title and properties, cover and headers, watermark, and what is stated as data."""
    yield _line("title", document.title)
    yield _line("version", document.version)
    yield _line("language", document.language)
    yield _line("date", document.date.isoformat())
    yield _line("cover", document.cover)
    yield _line("watermark", document.watermark)
    yield _line("properties", document.author, document.subject, document.keywords, document.comments)
    yield _line("fields", _plain(document.fields))
    for stated in document.stated:
        values = {one.name: getattr(stated, one.name) for one in fields(stated) if one.name != "span"}
        yield _line("stated", type(stated).__name__, {name: _plain(value) for name, value in values.items()})


def _plain(value: object) -> object:
    """A value as JSON has it, keys in the order of the alphabet."""
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | None) else str(value)
