"""A comparison on one page for the minutes: all targets, then what else weighs, and how much is left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces import report
from kdnet_docs.compare.faces.pdf_report.words import Speech, cell, paragraph
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.weight import TARGETS, by_name, by_weight
from kdnet_docs.compare.wording.values import spoken
from kdnet_docs.document.tree import Block, Cell, Column, Document, Paragraph, Row, Table, Text
from kdnet_docs.reading.values import Figure, Value
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.tagged_pdf.reading.pages import page_sizes

_MOST = 60
"""Facts that no page has room for."""
_SPARE = 1
"""Lines that are kept free: Word breaks lines a little otherwise than we do."""
_SHORTER = 6
"""Facts after the first that had no room, of which one may be short enough."""


def write_summary_pdf(comparison: Comparison, templates: Path) -> bytes | Refused:
    """The page as PDF."""
    document = summary(comparison, templates)
    return document if isinstance(document, Refused) else WRITERS["pdf"](document, templates)


def write_summary_docx(comparison: Comparison, templates: Path) -> bytes | Refused:
    """The page as a Word file, to be copied into the minutes."""
    document = summary(comparison, templates)
    return document if isinstance(document, Refused) else WRITERS["docx"](document, templates)


def summary(comparison: Comparison, templates: Path) -> Document | Refused:
    """The page as a document, with as many facts as one page has room for, the weightiest first."""
    facts = by_weight(comparison.facts)
    fits, too_many = 0, min(len(facts), _MOST) + 1
    while too_many - fits > 1:
        tried = (fits + too_many) // 2
        pages = _pages(_document(comparison, facts[:tried]), templates)
        if isinstance(pages, Refused):
            return pages
        if pages == 1:
            fits = tried
        else:
            too_many = tried
    told = facts[:fits]
    for fact in facts[too_many : too_many + _SHORTER] if fits else ():
        pages = _pages(_document(comparison, (*told, fact)), templates)
        told = (*told, fact) if pages == 1 else told
    return _document(comparison, told)


def _pages(document: Document, templates: Path) -> int | Refused:
    """How many pages a document takes with some lines to spare."""
    spare = tuple(paragraph(f"spare/{at}", (Text(text="–"),)) for at in range(_SPARE))
    pdf = WRITERS["pdf"](replace(document, blocks=(*document.blocks, *spare)), templates)
    return pdf if isinstance(pdf, Refused) else len(page_sizes(pdf))


def _document(comparison: Comparison, told: Sequence[Fact]) -> Document:
    new = comparison.aligned.new.document
    speaker = Speech(new.language)
    return Document(
        id=f"{new.id}-summary",
        version=new.version,
        title=speaker.say(report.title(comparison)),
        language=new.language,
        date=new.date,
        blocks=tuple(_blocks(comparison, told, speaker)),
        fields=new.fields,
        author=new.author,
        subject=report.subject(comparison),
        keywords=new.keywords,
    )


def _blocks(comparison: Comparison, told: Sequence[Fact], speaker: Speech) -> Iterator[Block]:
    yield Paragraph(id="title", role="title", content=speaker.words(report.title(comparison)))
    about = report.shortened(report.subject(comparison))
    said = msg("{subject}: {words}", subject=about, words=_counted(comparison, len(told)))
    yield paragraph("count", speaker.words(said))
    if targets := [fact for fact in told if fact.kind in TARGETS]:
        yield _targets(targets, comparison, speaker)
    if others := tuple(by_name(told)):
        yield _others(others, comparison, speaker)
    if told and (rest := len(comparison.facts) - len(told)):
        yield paragraph("rest", speaker.words(report.besides(rest)))


def _counted(comparison: Comparison, told: int) -> Message:
    """How many changes there are; none only where both texts are the same."""
    count = len(comparison.facts)
    if not count:
        return (
            msg("There are no changes: both versions say the same.")
            if comparison.equal
            else msg("The texts differ, see the report.")
        )
    changes = report.counted(comparison.facts)
    if not told:
        return msg("{changes}, see the report.", changes=changes)
    return msg("{changes}.", changes=changes)


# --- targets -----------------------------------------------------------------------------------


def _targets(facts: Sequence[Fact], comparison: Comparison, speaker: Speech) -> Table:
    """Every target that is another, new or gone: what it measures, what it was, what it is."""
    columns = (Column(width=10.8), Column(width=2.7), Column(width=2.9))
    return Table(
        id="targets",
        columns=columns,
        rows=(
            _head("targets", (msg("Target"), msg("Before"), msg("Now")), speaker),
            *(_target(fact, comparison, speaker) for fact in facts),
        ),
        description=speaker.say(msg("The targets that have been changed, added or dropped")),
    )


def _target(fact: Fact, comparison: Comparison, speaker: Speech) -> Row:
    clause = report.clause_name(fact, comparison)
    name = f"{clause}: {fact.subject}" if clause else fact.subject
    old, new = _values(fact)
    identity = f"targets/{fact.number}"
    return Row(
        id=identity,
        cells=(
            cell(f"{identity}/name", (Text(text=name),), header=True),
            cell(f"{identity}/old", speaker.words(old or msg("new"))),
            cell(f"{identity}/new", speaker.words(new or msg("dropped"))),
        ),
    )


def _values(fact: Fact) -> tuple[Message | None, Message | None]:
    """What a target was and is; when it is due only where the figure does not tell all."""
    told = [_figure(value, due=False) for value in (fact.old, fact.new)]
    if None in told or told[0] == told[1]:
        told = [_figure(value, due=True) for value in (fact.old, fact.new)]
    return told[0], told[1]


def _figure(value: Value | None, *, due: bool) -> Message | None:
    if value is None:
        return None
    figure = msg("{figure}", figure=spoken(value))
    if due and isinstance(value, Figure) and value.due:
        return msg("{figure} ({due})", figure=figure, due=value.due)
    return figure


# --- what else weighs --------------------------------------------------------------------------


def _others(
    weights: Iterable[tuple[Message, Sequence[Fact]]], comparison: Comparison, speaker: Speech
) -> Table:
    """The facts that are no targets, those of a weight in one row."""
    rows = (
        Row(
            id=f"others/{number}",
            cells=(
                cell(f"others/{number}/name", speaker.words(name), header=True),
                Cell(
                    id=f"others/{number}/facts",
                    blocks=tuple(_fact(fact, comparison, speaker) for fact in facts),
                ),
            ),
        )
        for number, (name, facts) in enumerate(weights)
    )
    return Table(
        id="others",
        columns=(Column(width=2.6), Column(width=13.8)),
        rows=(_head("others", (msg("About"), msg("Change")), speaker), *rows),
        description=speaker.say(msg("Other changes that weigh")),
    )


def _fact(fact: Fact, comparison: Comparison, speaker: Speech) -> Paragraph:
    return paragraph(f"fact-{fact.number}", speaker.words(report.with_clause(fact, comparison)))


def _head(identity: str, labels: Sequence[Message], speaker: Speech) -> Row:
    cells = (
        cell(f"{identity}/head/{at}", speaker.words(label), header=True) for at, label in enumerate(labels)
    )
    return Row(id=f"{identity}/head", role="head", cells=tuple(cells))
