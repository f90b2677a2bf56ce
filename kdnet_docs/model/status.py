"""What an author may write in a status table."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from kdnet_docs.model.closable import Closable
from kdnet_docs.model.parts import Head
from kdnet_docs.model.scalars import Id, Line, Prose, text_of


class Initiative(Closable):
    """An initiative and how far it has come."""

    id: Id
    """The initiative's name, the same from meeting to meeting."""
    title: Line
    """What the initiative is called."""
    carriers: Line | None = None
    """Who carries it: "Randers-, Midt-, Horsens- og Aarhusklyngen"."""
    statuses: tuple[Prose, ...] = Field(min_length=1)
    """One status or more; each has a row of its own."""


class StatusTable(Head):
    """A table of initiatives and their status."""

    kind: Annotated[Literal["status"], BeforeValidator(text_of)]
    """What the file is."""
    text: Prose | None = None
    """Words before the table."""
    initiatives: tuple[Initiative, ...] = Field(min_length=1)
    """The rows of the table."""
