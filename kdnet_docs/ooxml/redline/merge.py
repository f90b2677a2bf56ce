"""Merges two Word texts into one with tracked changes.

Accepting all of them gives the new text, rejecting all the old: in words, formatting, numbering, and tables.
"""

from collections.abc import Iterable, Iterator, Sequence

from kdnet_docs.alignment.steps import MovedFrom, MovedTo, Step, TablePair
from kdnet_docs.ooxml.redline.emit import Emitter
from kdnet_docs.ooxml.redline.files import Body, Places, make_one
from kdnet_docs.ooxml.redline.paragraphs import Paragraphs
from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.redline.story import Story
from kdnet_docs.ooxml.redline.tables import Tables
from kdnet_docs.ooxml.xml import Element


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
        self._moves = {(step.old, step.new) for step in found if isinstance(step, MovedFrom)} & {
            (step.old, step.new) for step in found if isinstance(step, MovedTo)
        }

    def blocks(self, old: Sequence[Element], new: Sequence[Element], steps: Sequence[Step]) -> list[Element]:
        """The elements of one place of both texts: the body, a cell."""
        return Story(self, old, new, steps).merged()

    def partners(self, step: MovedFrom | MovedTo) -> tuple[tuple[Element, Element], ...]:
        """What moved, as it is in both texts: a paragraph, a table, or a table with its caption."""
        if (step.old, step.new) not in self._moves:
            return ()
        old, new = (
            [*places.leaves(ids), *places.tables(ids)]
            for places, ids in ((self.old, (step.old,)), (self.new, (step.new,)))
        )
        return tuple((one, other) for one in old for other in new if one.tag == other.tag)


def _moves(steps: Iterable[Step]) -> Iterator[MovedFrom | MovedTo]:
    for step in steps:
        if isinstance(step, MovedFrom | MovedTo):
            yield step
        elif isinstance(step, TablePair):
            yield from _moves(step.caption)
            for row in step.rows:
                for cell in row.cells:
                    yield from _moves(cell.steps)
