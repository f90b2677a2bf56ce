"""The parts that sources of every kind may have."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator

from kdnet_docs.model.authored import Authored
from kdnet_docs.model.closable import Closable
from kdnet_docs.model.notes import Silence, Unanswered
from kdnet_docs.model.scalars import Date, Id, Line, Word, text_of

State: TypeAlias = Annotated[
    Literal["udkast", "til-godkendelse", "vedtaget", "underskrevet"], BeforeValidator(text_of)
]
Language: TypeAlias = Annotated[Literal["da", "en"], BeforeValidator(text_of)]


class Labels(Authored):
    """Words that the engine writes of itself, where this document wants them otherwise."""

    between: Word | None = None
    """Between the title and the first party of the cover: "mellem"."""
    and_: Word | None = None
    """Between two parties of the cover: "og"."""
    page: Word | None = None
    """Before the page number: "Side"."""
    of: Word | None = None
    """Between page number and number of pages: "af"."""
    draft: Word | None = None
    """The watermark of a draft: "UDKAST"."""
    state_udkast: Word | None = None
    """The line on the front page of a document that is `udkast`: "Udkast"."""
    state_til_godkendelse: Word | None = None
    """The same where it is `til-godkendelse`: "Til godkendelse"."""
    state_vedtaget: Word | None = None
    """The same where it is `vedtaget`: "Vedtaget"."""
    state_underskrevet: Word | None = None
    """The same where it is `underskrevet`: "Underskrevet"."""
    adopted_on: Word | None = None
    """Before the day of the adoption, where that is stated: "Vedtaget den"."""
    contents: Word | None = None
    """The heading of the table of contents: "Indhold"."""
    for_: Word | None = None
    """Before a party's name in the signature block: "For"."""
    signature_for: Word | None = None
    """Before a party's name in what a signature field is called: "Underskrift for"."""
    signature_date: Word | None = None
    """The line for the date in the signature block."""
    goal: Word | None = None
    """Before a goal's number: "Mål"."""
    maal: Word | None = None
    """The first row of a goal's table: "Mål"."""
    metode: Word | None = None
    """The second row of a goal's table: "Metode"."""
    afrapportering: Word | None = None
    """The third row of a goal's table: "Afrapportering"."""
    initiative: Word | None = None
    """The first column of a status table: "Initiativ"."""
    status: Word | None = None
    """The second column of a status table: "Status"."""
    agenda: Word | None = None
    """The heading of a meeting's agenda: "Dagsorden"."""
    agenda_item: Word | None = None
    """The column of agenda numbers: "Dagsordenspunkt"."""
    bilag: Word | None = None
    """The column of bilag: "Bilag"."""
    no_bilag: Word | None = None
    """In place of the title of a point that has neither title nor bilag: "(uden bilag)"."""
    bilag_list: Word | None = None
    """The heading of the list of bilag: "Bilagsliste"."""
    bilag_title: Word | None = None
    """The column of what the bilag are called: "Titel"."""
    til_orientering: Word | None = None
    """After a point that the meeting is told of: "til orientering"."""
    til_droeftelse: Word | None = None
    """After a point that the meeting is to discuss: "til drøftelse"."""
    til_beslutning: Word | None = None
    """After a point that the meeting is to decide: "til beslutning"."""
    sagsfremstilling: Word | None = None
    """The heading of what a point is about: "Sagsfremstilling"."""
    indstilling: Word | None = None
    """The heading of what the meeting is asked to decide: "Indstilling"."""
    beslutning: Word | None = None
    """The heading of what the meeting decided: "Beslutning"."""
    no_beslutning: Word | None = None
    """In the minutes, for a point that nothing was decided on: "(ingen beslutning)"."""
    referat: Word | None = None
    """Before the meeting's title in the minutes: "Referat"."""
    supplement: Word | None = None
    """What a delta on a dagsorden that has been sent is called: "Tillæg"."""
    to_agenda: Word | None = None
    """Between that and the date of the dagsorden: "til dagsordenen af"."""
    supplementary_agenda: Word | None = None
    """The heading of its points: "Tillægsdagsorden"."""
    supplement_note: Word | None = None
    """The sentence which says what a tillæg holds."""
    new_point: Word | None = None
    """After a point that the dagsorden lacks: "nyt punkt"."""
    replaces_bilag: Word | None = None
    """After a bilag in place of one that has been sent: "erstatter det udsendte"."""
    changes_since: Word | None = None
    """After a bilag that is compared with an earlier version, before that: "med ændringer siden"."""
    further_sagsfremstilling: Word | None = None
    """The heading of one that adds to what has been sent: "Supplerende sagsfremstilling"."""
    new_indstilling: Word | None = None
    """The heading of one in place of what has been sent: "Indstilling (erstatter den udsendte)"."""
    closed_part: Word | None = None
    """What stands in the open version for the title of a part that is closed: "Lukket punkt"."""
    closed_bilag: Word | None = None
    """The same for a bilag: "Lukket bilag"."""
    closed_words: Word | None = None
    """In place of words that are closed: "(lukket)"; the same marks what is closed in the closed version."""
    closed_note: Word | None = None
    """On the front page of what has closed parts: "Med lukkede dele: må ikke offentliggøres"."""


class Head(Closable):
    """What stands at the top of every source."""

    closes_whole = False

    id: Id
    """The document's name, the same in all its versions."""
    version: Word
    """The version, as the file is called."""
    status: State
    """How far the document has come."""
    adopted: Date | None = None
    """The day it was adopted, for its front page; only in a document that is `vedtaget` or `underskrevet`."""
    language: Language = "da"
    """The document's language."""
    title: Line
    """The document's title."""
    date: Date
    """The date the file carries in its properties; it is not printed."""
    author: Word = ""
    """Who issues the document."""
    subject: Word = ""
    """What the document is about, for its properties."""
    keywords: tuple[Word, ...] = ()
    """Words to find the document by, for its properties."""
    remark: Word = ""
    """A remark in the document's properties, such as that it is constructed."""
    labels: Labels | None = None
    """Generated words that this document wants otherwise."""
    accepts: tuple[Word, ...] = ()
    """Words that `kdnet final` takes for unfinished, and that are meant as they stand."""
    silence: tuple[Silence, ...] = ()
    """Findings of `kdnet check` that are none here, each with the reason; no part of the text."""
    unanswered: tuple[Unanswered, ...] = ()
    """Questions that `kdnet rollforward` left open: a final file waits for them; no part of the text."""
