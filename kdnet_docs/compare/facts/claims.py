"""Which words a fact already speaks of, so that no second fact does."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot
from kdnet_docs.document.anatomy import Anatomy, Leaf
from kdnet_docs.document.tree import Block, Row
from kdnet_docs.document.walk import blocks_within

Range = tuple[int, int]

_WHOLE_TABLES = (Kind.TABLE_ADDED, Kind.TABLE_REMOVED)
# These say where something stands; what changed in its words is still to be read.
_WORDLESS = (
    Kind.CLAUSE_MOVED,
    Kind.CLAUSE_RENUMBERED,
    Kind.GOAL_RENUMBERED,
    Kind.ROW_MOVED,
    Kind.TEXT_MOVED,
)


class Claims:
    """The ranges of the leaves of both documents that facts speak of.

    A place that names a row, a footnote or a whole table claims all that is in it. What only moved has a
    claim without words, which says that it has been told of.
    """

    def __init__(self, aligned: Aligned, facts: Iterable[Fact]) -> None:
        self._old: defaultdict[str, list[Range]] = defaultdict(list)
        self._new: defaultdict[str, list[Range]] = defaultdict(list)
        self._aligned = aligned
        for fact in facts:
            self.add(fact)

    def add(self, fact: Fact) -> None:
        """Let a fact claim its places."""
        for place in fact.places:
            if place.old:
                self._claim(self._old, self._aligned.old, place.old, fact.kind)
            if place.new:
                self._claim(self._new, self._aligned.new, place.new, fact.kind)

    def of_old(self, leaf: Leaf) -> tuple[Range, ...]:
        """What is claimed of a leaf of the old document."""
        return tuple(self._old.get(leaf.id, ()))

    def of_new(self, leaf: Leaf) -> tuple[Range, ...]:
        """What is claimed of a leaf of the new document."""
        return tuple(self._new.get(leaf.id, ()))

    @staticmethod
    def _claim(ranges: dict[str, list[Range]], side: Anatomy, spot: Spot, kind: Kind) -> None:
        within = _leaves_within(side, spot.leaf, whole_tables=kind in _WHOLE_TABLES)
        if within is None:
            ranges[spot.leaf].append((0, 0) if kind in _WORDLESS else (spot.start, spot.end))
            return
        for leaf in within:
            if leaf in side.leaves:
                ranges[leaf].append((0, 0 if kind in _WORDLESS else len(side.leaves[leaf].text)))


def _leaves_within(side: Anatomy, identity: str, *, whole_tables: bool) -> Iterable[str] | None:
    if identity in side.rows:
        return _in_row(side.rows[identity])
    if identity in side.notes:
        return _ids(side.notes[identity].blocks)
    if whole_tables and identity in side.tables:
        return _ids((side.tables[identity],))
    return None


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    return (block.id for block in blocks_within(blocks))


def _in_row(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield cell.id
        yield from _ids(cell.blocks)
