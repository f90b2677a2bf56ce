"""The report of a comparison as a PDF: what the changes mean, and the text in which they stand."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces import report as shared
from kdnet_docs.compare.faces.pdf_report.facts import fact_blocks, overview
from kdnet_docs.compare.faces.pdf_report.text import text_blocks
from kdnet_docs.compare.faces.pdf_report.words import Speech, paragraph
from kdnet_docs.compare.not_shown import not_shown
from kdnet_docs.document.tree import Block, Document, Heading, List, ListItem, Paragraph, Text
from kdnet_docs.render.pdf.inlines import Changed
from kdnet_docs.render.pdf.writer import write_pdf

_NOT_SHOWN = (
    msg("the cover, headers and footers, and the pages of the table of contents"),
    msg("paragraphs and rows that did not change; they are counted"),
    msg("bold, italics and the addresses of links inside paragraphs"),
)


def write_pdf_report(comparison: Comparison, templates: Path) -> bytes | Refused:
    """The report in the house style, PDF/A-3a and PDF/UA-1; Refused where a font lacks a character."""
    return write_pdf(report(comparison), templates)


def report(comparison: Comparison) -> Document:
    """The report as a document, in the language of the new version."""
    new = comparison.aligned.new.document
    speaker = Speech(new.language)
    return Document(
        id=f"{new.id}-changes",
        version=new.version,
        title=speaker.say(shared.title(comparison)),
        language=new.language,
        date=new.date,
        blocks=tuple(_blocks(comparison, speaker)),
        fields=new.fields,
        author=new.author,
        subject=shared.subject(comparison),
        keywords=new.keywords,
    )


def _blocks(comparison: Comparison, speaker: Speech) -> Iterator[Block]:
    title = speaker.words(shared.title(comparison))
    yield Paragraph(id="title", role="title", content=title)
    yield Paragraph(id="subtitle", role="subtitle", content=(Text(text=shared.subject(comparison)),))
    if comparison.equal:
        yield paragraph("equal", speaker.words(msg("There are no changes: both versions say the same.")))
        return
    yield paragraph("count", speaker.words(msg("{changes}.", changes=shared.counted(comparison.facts))))
    yield overview(comparison, speaker)
    yield Heading(id="how", level=1, content=speaker.words(msg("How to read the report")))
    yield from _how(speaker)
    yield Heading(id="facts", level=1, content=speaker.words(msg("What has changed")))
    yield from fact_blocks(comparison, speaker)
    yield Heading(id="text", level=1, content=speaker.words(msg("The text with its changes")))
    yield from text_blocks(comparison, speaker)
    yield Heading(id="not-shown", level=1, content=speaker.words(msg("What the report does not show")))
    yield _listed("not-shown/list", _NOT_SHOWN, speaker)
    if differs := not_shown(comparison):
        said = msg("Different in the two versions, and in none of their words:")
        yield Paragraph(id="differs", role="lead", content=speaker.words(said))
        yield _listed("differs/list", differs, speaker)


def _listed(identity: str, points: Iterable[Message], speaker: Speech) -> List:
    items = (
        ListItem(id=f"{identity}/{at}", blocks=(paragraph(f"{identity}/{at}/p1", speaker.words(point)),))
        for at, point in enumerate(points)
    )
    return List(id=identity, items=tuple(items))


def _how(speaker: Speech) -> Iterator[Block]:
    said = msg("First stands what the changes mean, and then the text of the places where something changed.")
    yield paragraph("how/p1", speaker.words(said))
    yield paragraph(
        "how/p2",
        (
            *speaker.words(msg("Words that are gone are ")),
            Changed(text=speaker.say(msg("struck out")), change="deleted"),
            *speaker.words(msg(", and new words are ")),
            Changed(text=speaker.say(msg("underlined")), change="inserted"),
            *speaker.words(msg(". What stands in italics in brackets is said by the report.")),
        ),
    )
