"""A comparison on one page for the minutes: the weightiest facts, and how many there are besides."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.pdf import heading_of, subject_of
from kdnet_docs.compare.faces.pdf_report.facts import grouped
from kdnet_docs.compare.faces.pdf_report.words import Speech, paragraph, shortened, speech
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.sentences import sentence
from kdnet_docs.compare.weight import by_weight
from kdnet_docs.document.tree import Block, Document, Inline, List, ListItem, Paragraph, Text
from kdnet_docs.document.walk import plain_text
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.tagged_pdf.reading.pages import page_sizes

_MOST = 40
"""Facts that no page has room for."""
_SPARE = 2
"""Lines that are kept free: Word breaks lines a little otherwise than we do."""


def write_summary_pdf(comparison: Comparison, templates: Path) -> bytes | Refused:
    """The page as PDF."""
    document = summary(comparison, templates)
    return document if isinstance(document, Refused) else WRITERS["pdf"](document, templates)


def write_summary_docx(comparison: Comparison, templates: Path) -> bytes | Refused:
    """The page as a Word file, to be copied into the minutes."""
    document = summary(comparison, templates)
    return document if isinstance(document, Refused) else WRITERS["docx"](document, templates)


def summary(comparison: Comparison, templates: Path) -> Document | Refused:
    """The page as a document, with as many facts as one page has room for."""
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
    return _document(comparison, facts[:fits])


def _pages(document: Document, templates: Path) -> int | Refused:
    """How many pages a document takes with some lines to spare."""
    spare = tuple(paragraph(f"spare/{at}", (Text(text="–"),)) for at in range(_SPARE))
    pdf = WRITERS["pdf"](replace(document, blocks=(*document.blocks, *spare)), templates)
    return pdf if isinstance(pdf, Refused) else len(page_sizes(pdf))


def _document(comparison: Comparison, told: Sequence[Fact]) -> Document:
    new = comparison.aligned.new.document
    speaker = speech(new)
    return Document(
        id=f"{new.id}-summary",
        version=new.version,
        title=speaker.say(heading_of(comparison)),
        language=new.language,
        date=new.date,
        blocks=tuple(_blocks(comparison, told, speaker)),
        fields=new.fields,
        author=new.author,
        subject=subject_of(comparison),
        keywords=new.keywords,
    )


def _blocks(comparison: Comparison, told: Sequence[Fact], speaker: Speech) -> Iterator[Block]:
    yield Paragraph(id="title", role="title", content=speaker.words(heading_of(comparison)))
    about = shortened(subject_of(comparison))
    yield Paragraph(id="subtitle", role="subtitle", content=(Text(text=about),))
    yield paragraph("count", speaker.words(_counted(comparison, len(told))))
    for number, (group, facts) in enumerate(grouped(told), start=1):
        identity = f"facts/{number}"
        yield Paragraph(id=identity, role="lead", content=speaker.strong(group))
        items = (
            ListItem(
                id=f"{identity}/{fact.number}",
                blocks=(paragraph(f"{identity}/{fact.number}/p1", _line(fact, comparison, speaker)),),
            )
            for fact in facts
        )
        yield List(id=f"{identity}/list", items=tuple(items))
    if told and (rest := len(comparison.facts) - len(told)):
        said = msg("There is 1 more change, see the report.")
        if rest > 1:
            said = msg("There are {count} more changes, see the report.", count=rest)
        yield paragraph("rest", speaker.words(said))


def _counted(comparison: Comparison, told: int) -> Message:
    """How many changes there are; none only where both texts are the same."""
    count = len(comparison.facts)
    if not count:
        return (
            msg("There are no changes: both versions say the same.")
            if comparison.equal
            else msg("The texts differ, see the report.")
        )
    if count == 1:
        return msg("There is 1 change:") if told else msg("There is 1 change, see the report.")
    if not told:
        return msg("There are {count} changes, see the report.", count=count)
    if told < count:
        return msg("There are {count} changes. The weightiest are:", count=count)
    return msg("There are {count} changes:", count=count)


def _line(fact: Fact, comparison: Comparison, speaker: Speech) -> tuple[Inline, ...]:
    """A fact, and the clause it stands in where the sentence does not name it."""
    told, clause = speaker.words(sentence(fact)), _clause(fact, comparison)
    if not clause or clause in plain_text(told):
        return told
    return (*told, Text(text=f" ({clause})"))


def _clause(fact: Fact, comparison: Comparison) -> str:
    """What the clause of a fact is called for short: "Mål 1", or else its heading."""
    aligned, identity = comparison.aligned, fact.where.clause_id
    heading = aligned.new.leaves.get(identity) or aligned.old.leaves.get(identity)
    label = heading.label.rstrip(" –-:") if heading else ""
    return label if " " in label else shortened(fact.where.clause)
