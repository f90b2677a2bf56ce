"""What moved, at both of its places: only what the steps name at both is a move."""

from collections.abc import Iterable, Iterator, Sequence

from kdnet_docs.alignment.steps import MovedFrom, MovedTo, Step, TablePair
from kdnet_docs.ooxml.redline.files import Places
from kdnet_docs.ooxml.redline.forms import State
from kdnet_docs.ooxml.redline.paragraphs import Paragraphs
from kdnet_docs.ooxml.redline.stream import Block, Item
from kdnet_docs.ooxml.redline.tables import Tables
from kdnet_docs.ooxml.xml import Element, qualified

_TABLE = qualified("w:tbl")


class Moves:
    """The moves of two texts."""

    def __init__(
        self, old: Places, new: Places, paragraphs: Paragraphs, tables: Tables, steps: Sequence[Step]
    ) -> None:
        self._old, self._new = old, new
        self._paragraphs = paragraphs
        self._tables = tables
        found = list(_moves(steps))
        left = {(step.old, step.new) for step in found if isinstance(step, MovedFrom)}
        came = {(step.old, step.new): step.table for step in found if isinstance(step, MovedTo)}
        self._moves = {move: came[move] for move in came if move in left}

    def ends(self, step: MovedFrom | MovedTo, head: Element) -> tuple[list[Item], list[Item]] | None:
        """A paragraph or table where it was, and where it is; None if it is not at both places."""
        move = (step.old, step.new)
        if move not in self._moves:
            return None
        find = Places.tables if head.tag == _TABLE else Places.leaves
        old, new = find(self._old, (step.old,)), find(self._new, (step.new,))
        if not old or not new:
            return None
        if head.tag != _TABLE:
            return self._paragraphs.moved(old[0], new[0])
        left, came = self._tables.moved(old[0], new[0], self._moves[move])
        return [Block(State.MOVED_FROM, left)], [Block(State.MOVED_TO, came)]


def _moves(steps: Iterable[Step]) -> Iterator[MovedFrom | MovedTo]:
    for step in steps:
        if isinstance(step, MovedFrom | MovedTo):
            yield step
        if isinstance(step, MovedTo) and step.table:
            yield from _moves((step.table,))
        elif isinstance(step, TablePair):
            yield from _moves(step.caption)
            for row in step.rows:
                for cell in row.cells:
                    yield from _moves(cell.steps)
