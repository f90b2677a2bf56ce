"""Merges two Word texts into one with tracked changes.

Accepting all of them gives the new text, rejecting all the old: in words, formatting, numbering, and tables.
"""

from collections.abc import Sequence

from kdnet_docs.alignment.steps import Step
from kdnet_docs.ooxml.redline.emit import Emitter
from kdnet_docs.ooxml.redline.files import Body, Places, make_one
from kdnet_docs.ooxml.redline.moves import Moves
from kdnet_docs.ooxml.redline.paragraphs import Paragraphs
from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.redline.story import Story, Tools
from kdnet_docs.ooxml.redline.tables import Tables
from kdnet_docs.ooxml.xml import Element


def merge(old: Body, new: Body, steps: Sequence[Step], review: Review) -> list[Element]:
    """Both texts in one; without steps, what is the same is found by its words.

    The elements of both are used up. `review.notes` says afterwards what became of the footnotes.
    """

    def blocks(old: Sequence[Element], new: Sequence[Element], steps: Sequence[Step]) -> list[Element]:
        return Story(tools, old, new, steps).merged()

    before, after = Places(old), Places(new)
    make_one(old.elements, new.elements, review)
    emitter, paragraphs = Emitter(review), Paragraphs(review)
    tables = Tables(review, (before, after), paragraphs, emitter, blocks)
    tools = Tools(
        old=before,
        new=after,
        paragraphs=paragraphs,
        tables=tables,
        emitter=emitter,
        moves=Moves(before, after, paragraphs, tables, steps),
    )
    return blocks(old.elements, new.elements, steps)
