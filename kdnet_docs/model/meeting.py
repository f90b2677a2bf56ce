"""What an author may write in a meeting."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kdnet_docs.model.authored import Authored
from kdnet_docs.model.parts import Labels, Language
from kdnet_docs.model.scalars import Count, Date, Line, Word, text_of


class Bilag(Authored):
    """A document that belongs to an agenda item."""

    title: Line
    """What the bilag is called on the list of bilag."""
    document: Word
    """The document, as ID@VERSION."""


class AgendaItem(Authored):
    """A point of the agenda."""

    number: Count
    """The point's number."""
    title: Line | None = None
    """What the point is about."""
    bilag: tuple[Bilag, ...] = ()
    """The documents that belong to the point."""


class Meeting(Authored):
    """A meeting and the documents that are sent out for it."""

    kind: Annotated[Literal["meeting"], BeforeValidator(text_of)]
    """What the file is."""
    id: Word
    """The meeting's name, as the file is called: year and month."""
    language: Language = "da"
    """The language of the front page."""
    title: Line
    """What the meeting is called."""
    date: Date
    """The date the package carries in its properties."""
    organisation: Word = ""
    """Who calls the meeting."""
    labels: Labels | None = None
    """Generated words that this meeting wants otherwise."""
    agenda: tuple[AgendaItem, ...] = Field(min_length=1)
    """The points of the agenda."""
