"""A part of a document as a document of its own, so that its life can be told apart from the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from kdnet_docs.document.stated import Stated, StatedTable, StatedTarget
from kdnet_docs.document.tree import (
    Block,
    CodeBlock,
    Contents,
    Document,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Table,
)
from kdnet_docs.document.walk import blocks_within


def part_of(document: Document, identity: str) -> Document | None:
    """What bears this id: a heading with all that stands below it, a block, an item, a row, or a target.

    A row has the head of its table with it, and a target its goal's heading alone.
    """
    target = _target(document, identity)
    blocks = tuple(_found(document.blocks, target.goal if target else identity))
    if not blocks:
        return None
    if target:
        blocks = blocks[:1]
    within = {block.id for block in blocks_within(blocks)}
    stated = tuple(one for one in document.stated if _belongs(one, target, within))
    return replace(document, title="", fields={}, watermark=None, blocks=blocks, stated=stated)


def parts_in(document: Document) -> tuple[str, ...]:
    """The ids that parts have, each once and in order."""
    return tuple(dict.fromkeys([*_ids(document.blocks), *(one.id for one in _targets(document))]))


def is_target(document: Document, identity: str) -> bool:
    """Whether the id is a target's."""
    return _target(document, identity) is not None


def _target(document: Document, identity: str) -> StatedTarget | None:
    return next((one for one in _targets(document) if one.id == identity), None)


def _targets(document: Document) -> Iterator[StatedTarget]:
    return (one for one in document.stated if isinstance(one, StatedTarget))


def _belongs(stated: Stated, target: StatedTarget | None, within: set[str]) -> bool:
    if target:
        return stated is target
    match stated:
        case StatedTarget():
            return stated.goal in within
        case StatedTable():
            return stated.id in within
        case _:
            return False


def _found(blocks: tuple[Block, ...], identity: str) -> Iterator[Block]:
    """The blocks of the part; of one that stands in another, only what bears the id."""
    for at, block in enumerate(blocks):
        if block.id == identity:
            yield block
            if isinstance(block, Heading):
                yield from _below(block, blocks[at + 1 :])
            return
        found = tuple(_inside(block, identity))
        if found:
            yield from found
            return


def _below(heading: Heading, blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading) and block.level <= heading.level:
            return
        yield block


def _inside(block: Block, identity: str) -> Iterator[Block]:
    match block:
        case List():
            for item in block.items:
                if item.id == identity:
                    yield replace(block, items=(item,))
                else:
                    yield from _found(item.blocks, identity)
        case Quote():
            yield from _found(block.blocks, identity)
        case Table():
            for row in block.rows:
                if row.id == identity:
                    heads = (one for one in block.rows if one.role == "head" and one is not row)
                    yield replace(block, rows=(*heads, row))
                else:
                    for cell in row.cells:
                        yield from _found(cell.blocks, identity)
        case Heading() | Paragraph() | CodeBlock() | Rule() | Contents() | Signatures():
            pass
        case _:
            assert_never(block)


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks_within(blocks):
        yield block.id
        if isinstance(block, List):
            yield from (item.id for item in block.items)
        if isinstance(block, Table):
            yield from (row.id for row in block.rows)
