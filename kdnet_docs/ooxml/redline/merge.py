"""Merges two Word texts into one with tracked changes.

Accepting all of them gives the new text, rejecting all the old: in words, formatting, numbering, and tables.
"""

from collections.abc import Iterable, Iterator, Sequence

from kdnet_docs.alignment.steps import MovedFrom, MovedTo, Step, TablePair
from kdnet_docs.ooxml.redline.emit import Emitter
from kdnet_docs.ooxml.redline.files import Body, Places, make_one
from kdnet_docs.ooxml.redline.forms import State
from kdnet_docs.ooxml.redline.paragraphs import Paragraphs
from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.redline.story import Story
from kdnet_docs.ooxml.redline.stream import Block, Item
from kdnet_docs.ooxml.redline.tables import Tables
from kdnet_docs.ooxml.xml import Element, qualified

_TABLE = qualified("w:tbl")


def merge(old: Body, new: Body, steps: Sequence[Step], review: Review) -> list[Element]:
    """Both texts in one; without steps, what is the same is found by its words.

    The elements of both are used up. `review.notes` says afterwards what became of the footnotes.
    """
    merger = Merger(Places(old), Places(new), steps, review)
    make_one(old.elements, new.elements, review)
    return merger.blocks(old.elements, new.elements, steps)


class Merger:
    """What all places of two texts are merged with."""

    def __init__(self, old: Places, new: Places, steps: Sequence[Step], review: Review) -> None:
        self.old = old
        self.new = new
        self.paragraphs = Paragraphs(review)
        self.emitter = Emitter(review)
        self.tables = Tables(self, review)
        found = list(_moves(steps))
        left = {(step.old, step.new) for step in found if isinstance(step, MovedFrom)}
        came = {(step.old, step.new): step.table for step in found if isinstance(step, MovedTo)}
        self._moves = {move: came[move] for move in came if move in left}

    def blocks(self, old: Sequence[Element], new: Sequence[Element], steps: Sequence[Step]) -> list[Element]:
        """The elements of one place of both texts: the body, a cell."""
        return Story(self, old, new, steps).merged()

    def ends(self, step: MovedFrom | MovedTo, head: Element) -> tuple[list[Item], list[Item]] | None:
        """What moved, where it was and where it is: a paragraph, or a table; None if it is not both."""
        move = (step.old, step.new)
        if move not in self._moves:
            return None
        find = Places.tables if head.tag == _TABLE else Places.leaves
        old, new = find(self.old, (step.old,)), find(self.new, (step.new,))
        if not old or not new:
            return None
        if head.tag != _TABLE:
            return self.paragraphs.moved(old[0], new[0])
        left, came = self.tables.moved(old[0], new[0], self._moves[move])
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
