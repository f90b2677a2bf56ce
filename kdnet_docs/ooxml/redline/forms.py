"""What the pieces of a redline are: states, and what two elements are compared by."""

from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from kdnet_docs.ooxml.xml import Element

Form: TypeAlias = tuple[Any, ...]
"""An element as nested tuples; equal where two elements say the same."""


class State(StrEnum):
    """Where a piece of text is, by the names that Word marks it with: in both files, or in one of them."""

    SAME = "same"
    DELETED = "del"
    INSERTED = "ins"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"

    @property
    def in_old(self) -> bool:
        """Whether the old file has it here."""
        return self in (State.SAME, State.DELETED, State.MOVED_FROM)

    @property
    def in_new(self) -> bool:
        """Whether the new file has it here."""
        return self in (State.SAME, State.INSERTED, State.MOVED_TO)

    @property
    def unmoved(self) -> "State":
        """The state of what is in one file only, without what is known of a move."""
        return {State.MOVED_FROM: State.DELETED, State.MOVED_TO: State.INSERTED}.get(self, self)


def form(found: Element | None) -> Form:
    """What an element says; nothing says nothing."""
    if found is None:
        return ()
    children = tuple(map(form, found))
    words = None if children else found.text  # what python-docx calls a paragraph's text is all in it
    return found.tag, tuple(sorted(found.items())), children, words


class Framed(NamedTuple):
    """An element with what it says: the look of a run, or the link around it."""

    form: Form
    element: Element | None


PLAIN = Framed((), None)
