"""What an author may write in a contract."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag

from kdnet_docs.model.authored import Authored, tagged_by_key
from kdnet_docs.model.closable import Closable
from kdnet_docs.model.goals import GoalsBlock
from kdnet_docs.model.parts import Head
from kdnet_docs.model.scalars import Date, Flag, Id, Line, Prose, Word, text_of
from kdnet_docs.model.tables import TableSpec


class Person(Closable):
    """Who signs for a party."""

    closes_whole = False

    name: Word
    """The person's name."""
    title: Word = ""
    """The person's office: "Formand for KKR Midtjylland"."""


class Party(Closable):
    """A party to the contract."""

    closes_whole = False

    id: Id
    """The party's name in parameters: `{{ parties.ID }}`."""
    name: Word
    """The party's name in the text."""
    signatory: Person | None = None
    """Who signs for the party."""


class TextBlock(Closable):
    """Running text."""

    text: Prose
    """Markdown, in the words of the contract and nothing else."""
    id: Id | None = None
    """The text's name in links; left out, it follows from the section."""


class TableBlock(Closable):
    """A table among the text."""

    table: TableSpec
    """The table."""


class SignaturesBlock(Authored):
    """The signature block."""

    signatures: tuple[Id, ...] = Field(min_length=1)
    """The parties that sign, by their ids, from left to right."""
    id: Id | None = None
    """The block's name in links; left out, "signatures"."""


class Clause(Closable):
    """A numbered clause of a section."""

    title: Line
    """The clause's heading, without its number."""
    id: Id | None = None
    """The clause's name in parameters and links."""
    text: Prose | None = None
    """The clause's words."""
    body: tuple["ContractBlock", ...] = ()
    """Tables and more text after them."""


class SectionBlock(Closable):
    """A section with its heading."""

    section: Line
    """The section's heading."""
    id: Id | None = None
    """The section's name in links."""
    new_page: Flag = False
    """Whether the section begins on a new page."""
    text: Prose | None = None
    """The section's words."""
    clauses: tuple[Clause, ...] = ()
    """Clauses numbered 1., 2., ..."""
    body: tuple["ContractBlock", ...] = ()
    """Tables, sections below this one, and more text."""


ContractBlock: TypeAlias = Annotated[
    Annotated[SectionBlock, Tag("<section>")]
    | Annotated[TableBlock, Tag("<table>")]
    | Annotated[SignaturesBlock, Tag("<signatures>")]
    | Annotated[GoalsBlock, Tag("<goals>")]
    | Annotated[TextBlock, Tag("<text>")],
    Discriminator(tagged_by_key("section", "table", "signatures", "goals", "text")),
]


class Appendix(Closable):
    """An appendix after the signatures."""

    appendix: Line
    """The appendix's title."""
    id: Id | None = None
    """The appendix's name in links."""
    body: tuple["ContractBlock", ...] = ()
    """What the appendix holds."""


class Contract(Head):
    """A contract between parties."""

    kind: Annotated[Literal["contract"], BeforeValidator(text_of)]
    """What the file is."""
    parties: tuple[Party, ...] = ()
    """Who the contract is between, in the order of the cover."""
    effective: Date | None = None
    """The day from which it holds: `{{ effective }}`."""
    values: dict[str, Word] = Field(default_factory=dict)
    """Words of your own for parameters: `{{ values.NAME }}`."""
    contents: Flag = False
    """Whether a table of contents stands first."""
    body: tuple[ContractBlock, ...] = Field(min_length=1)
    """The contract itself."""
    appendices_heading: Line | None = None
    """The heading above the appendices; left out, "Bilag"."""
    appendices: tuple[Appendix, ...] = ()
    """What follows the signatures."""
