"""Where words, parameters, links and the marks of footnotes stand in the leaves of a document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kdnet_docs.document.anatomy import Anatomy, leaf_text
from kdnet_docs.document.tree import Emphasis, Generated, Heading, Inline, Link, Paragraph, Strong, Table
from kdnet_docs.document.walk import blocks_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An inline, and the characters of a leaf's text where it stands."""

    leaf: str
    start: int
    end: int
    inline: Inline

    @property
    def speaks_of(self) -> str:
        """What a parameter names, or the words of a link."""
        return path(self.inline) if isinstance(self.inline, Generated) else self.text

    @property
    def text(self) -> str:
        """Its words."""
        return leaf_text((self.inline,))


@lru_cache(maxsize=2)
def placed(side: Anatomy) -> tuple[Placed, ...]:
    """Every inline of a document with its place, those in emphasis and links too; kept, for many ask."""
    return tuple(_placed(side))


def _placed(side: Anatomy) -> Iterator[Placed]:
    in_notes = {block.id for note in side.notes.values() for block in blocks_within(note.blocks)}
    for block in blocks_within(side.document.blocks):
        if isinstance(block, Heading | Paragraph):
            yield from _within(block.id, 0, block.content, in_note=block.id in in_notes)
        if isinstance(block, Table):
            yield from _within(block.id, 0, block.caption, in_note=block.id in in_notes)


def _within(leaf: str, at: int, inlines: Iterable[Inline], *, in_note: bool) -> Iterator[Placed]:
    for inline in inlines:
        end = at + len(leaf_text((inline,), in_note=in_note))
        yield Placed(leaf=leaf, start=at, end=end, inline=inline)
        if isinstance(inline, Emphasis | Strong | Link):
            yield from _within(leaf, at, inline.content, in_note=in_note)
        at = end


def path(inline: Generated) -> str:
    """What a parameter speaks of, without its filter: "tables.fordeling.rows"."""
    return inline.expression.split("|")[0].strip()
