"""Leaves and tables as parts of a sequence, with the names that outlive moving."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from kdnet_docs.alignment.sequence import Part
from kdnet_docs.document.anatomy import Anatomy, signature_lines
from kdnet_docs.document.tree import (
    Block,
    CodeBlock,
    Contents,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Table,
)

_BY_PLACE = re.compile(
    r"(?:^text(?:-\d+)?|^(?:referat/)?agenda/\d+|^bilag-list/\d+-\d+|/(?:p|list|quote|code|rule)\d+)(?:/|$)"
)
"""What prose is called by its place in its text, a text by its place in the contract, and a point."""

_NUMBER = re.compile(r"-\d+$")

_HEADING_WEIGHT = 500
"""In characters: a paragraph moves past a heading, not the heading past it; unless it passes many."""

_PROSE = frozenset({"paragraph", "item", "quote", "cell"})


def stable(identity: str) -> bool:
    """Whether an id is an author's own or made of words, not of a place.

    "oekonomi" and "oekonomi/note-fordeling" are stable; "oekonomi/p2" is whatever stands second.
    """
    return not _BY_PLACE.search(identity)


@dataclass(frozen=True, slots=True)
class _Named:
    """A leaf or table by its id, and the id by which it is known wherever it stands, or ""."""

    id: str
    key: str


def leaf_ids(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The ids of the leaves and tables of blocks, in reading order; lists and quotes are what is in them."""
    return tuple(named.id for named in _named(blocks))


def leaf_parts(side: Anatomy, blocks: Iterable[Block]) -> list[Part]:
    """The leaves and tables of blocks as parts of a sequence, in the order of `leaf_ids`."""
    parts = [_part(side, named) for named in _named(blocks)]
    counted = _counted(parts)
    return [replace(part, key="") if part.key in counted else part for part in parts]


def _counted(parts: Iterable[Part]) -> set[str]:
    """Keys made of words that stand twice, and so counted: "baggrund" is "baggrund-2" when one goes."""
    texts = {part.key: part.text for part in parts if part.key}
    found = set()
    for key, text in texts.items():
        base = _NUMBER.sub("", key)
        if base != key and texts.get(base) == text:
            found |= {key, base}
    return found


def _named(blocks: Iterable[Block]) -> Iterator[_Named]:
    for block in blocks:
        match block:
            case List():
                for item in block.items:
                    key = item.id if stable(item.id) else ""
                    rest = item.blocks
                    if rest and isinstance(rest[0], Paragraph):
                        yield _Named(rest[0].id, key)
                        rest = rest[1:]
                    else:
                        yield _Named(item.id, key)
                    yield from _named(rest)
            case Quote():
                yield from _named(block.blocks)
            case Signatures():
                for one in block.signatories:
                    yield from (_by_id(f"{one.id}/{part}") for part, _ in signature_lines(one))
            case Heading() | Paragraph() | CodeBlock() | Rule() | Contents() | Table():
                yield _by_id(block.id)
            case _:
                assert_never(block)


def _by_id(identity: str) -> _Named:
    return _Named(identity, identity if stable(identity) else "")


def _part(side: Anatomy, named: _Named) -> Part:
    if table := side.tables.get(named.id):
        words = (text_of(side, cell.blocks) for row in table.rows for cell in row.cells)
        return Part(key=named.key, text="\n".join(words), kind="table", fixed=True)
    leaf = side.leaves[named.id]
    kind = "prose" if leaf.kind in _PROSE else leaf.kind
    return Part(
        key=named.key,
        text=leaf.text,
        kind=kind,
        fixed=kind in ("rule", "contents", "code"),
        divisible=kind == "prose",
        weight=_HEADING_WEIGHT if kind == "heading" else 0,
    )


def text_of(side: Anatomy, blocks: Iterable[Block]) -> str:
    """The words of blocks, each paragraph on a line."""
    return "\n".join(side.leaves[identity].text for identity in leaf_ids(blocks))
