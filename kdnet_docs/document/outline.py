"""Headings and what stands under them, as the sections that a reader sees."""

from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.document.tree import Block, Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, the blocks right under it, and the sections of deeper headings."""

    heading: Heading
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...]


def outline(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks before the first heading, and the sections after it."""
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    return blocks[:first], tuple(_sections(blocks[first:]))


def _sections(blocks: tuple[Block, ...]) -> Iterator[Section]:
    rest = blocks
    while rest and isinstance(heading := rest[0], Heading):
        end = next((at for at, block in enumerate(rest) if at and _opens_beside(block, heading)), len(rest))
        own, deeper = outline(rest[1:end])
        yield Section(heading=heading, blocks=own, sections=deeper)
        rest = rest[end:]


def _opens_beside(block: Block, heading: Heading) -> bool:
    return isinstance(block, Heading) and block.level <= heading.level
