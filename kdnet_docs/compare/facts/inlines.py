"""Where generated words, links and the marks of footnotes stand in the leaves of a document."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Spot, Where
from kdnet_docs.compare.facts.changed_leaves import where
from kdnet_docs.compare.facts.pairing import Pairing
from kdnet_docs.compare.sides import Side, leaf_text
from kdnet_docs.document.tree import (
    Emphasis,
    Footnote,
    Generated,
    Heading,
    Inline,
    Link,
    Paragraph,
    Strong,
    Table,
)
from kdnet_docs.document.walk import blocks_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An inline, and the characters of a leaf's text where it stands."""

    leaf: str
    start: int
    end: int
    inline: Inline

    @property
    def spot(self) -> Spot:
        """Its place."""
        span = getattr(self.inline, "span", None)
        return Spot(leaf=self.leaf, start=self.start, end=self.end, span=span)

    @property
    def speaks_of(self) -> str:
        """What a parameter names, or the words of a link."""
        return path(self.inline) if isinstance(self.inline, Generated) else self.text

    @property
    def text(self) -> str:
        """Its words."""
        return leaf_text((self.inline,))


@lru_cache(maxsize=2)
def placed(side: Side) -> tuple[Placed, ...]:
    """Every inline of a document with its place, those in emphasis and links too; kept, for many ask."""
    return tuple(_placed(side))


def _placed(side: Side) -> Iterator[Placed]:
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


def generated(side: Side, wanted: Callable[[str], bool]) -> tuple[Placed, ...]:
    """The words that the engine put in place of the parameters whose paths are wanted."""
    return tuple(
        one for one in placed(side) if isinstance(one.inline, Generated) and wanted(path(one.inline))
    )


def by_path(side: Side, root: str) -> Mapping[str, list[Placed]]:
    """The words put in place of parameters that speak of `root`, by their paths."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for one in generated(side, lambda name: name.startswith(f"{root}.")):
        found[one.speaks_of].append(one)
    return found


def path(inline: Generated) -> str:
    """What a parameter speaks of, without its filter: "tables.fordeling.rows"."""
    return inline.expression.split("|")[0].strip()


def marks(side: Side) -> dict[str, Placed]:
    """The place of each footnote's mark, by the footnote's id."""
    return {one.inline.id: one for one in placed(side) if isinstance(one.inline, Footnote)}


def paired(
    pairing: Pairing, old: Iterable[Placed], new: Iterable[Placed]
) -> Iterator[tuple[Placed | None, Placed | None]]:
    """Inlines of both documents, side by side where their leaves are the same one.

    They go together in their order, those that speak of the same before others.
    """
    before, after = _by_leaf(old), _by_leaf(new)
    for leaf, ones in before.items():
        others = after.pop(pairing.new_of.get(leaf, ""), [])
        steps = Levenshtein.opcodes([one.speaks_of for one in ones], [one.speaks_of for one in others])
        for step in steps:
            yield from zip_longest(
                ones[step.src_start : step.src_end], others[step.dest_start : step.dest_end]
            )
    for ones in after.values():
        yield from ((None, one) for one in ones)


def _by_leaf(inlines: Iterable[Placed]) -> dict[str, list[Placed]]:
    by_leaf: dict[str, list[Placed]] = defaultdict(list)
    for one in inlines:
        by_leaf[one.leaf].append(one)
    return by_leaf


def places(aligned: Aligned, pairs: Iterable[tuple[Placed | None, Placed | None]]) -> Iterator[Where]:
    """The places of pairs that say something else in both documents, or stand in one of them."""
    for old, new in pairs:
        if old is None or new is None or old.text != new.text:
            yield where(aligned, old.spot if old else None, new.spot if new else None)
