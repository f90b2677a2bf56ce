"""The facts of a comparison as tables: one for each group of kinds, one row for each clause."""

from collections.abc import Iterator, Sequence

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.pdf_report.words import Speech, cell, paragraph
from kdnet_docs.compare.faces.report import grouped
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.sentences import sentence
from kdnet_docs.document.tree import (
    Block,
    Cell,
    Column,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Row,
    Table,
    Text,
)


def fact_blocks(comparison: Comparison, speech: Speech) -> Iterator[Block]:
    """A heading and a table for each group; a clause is a link to its place in the text.

    A document without headings has no clauses: then a list will do.
    """
    for number, (group, facts) in enumerate(grouped(comparison.facts), start=1):
        identity = f"facts/{number}"
        yield Heading(id=identity, level=2, content=speech.words(group))
        if not any(fact.where.clause for fact in facts):
            yield _list(identity, facts, speech)
            continue
        yield Table(
            id=f"{identity}/table",
            columns=(Column(width=4), Column(width=11)),
            rows=(
                _head(identity, (msg("Where"), msg("Change")), speech),
                *_rows(identity, facts, speech),
            ),
            description=speech.say(group),
        )


def _list(identity: str, facts: Sequence[Fact], speech: Speech) -> List:
    items = (
        ListItem(
            id=f"{identity}/{fact.number}",
            blocks=(paragraph(f"{identity}/fact-{fact.number}", speech.words(sentence(fact))),),
        )
        for fact in facts
    )
    return List(id=f"{identity}/list", items=tuple(items))


def overview(comparison: Comparison, speech: Speech) -> Table:
    """How many changes there are of each kind."""
    groups = tuple(grouped(comparison.facts))
    rows = (
        Row(
            id=f"overview/{number}",
            cells=(
                cell(
                    f"overview/{number}/group",
                    (Link(content=speech.words(group), target=f"#facts/{number}"),),
                    header=True,
                ),
                cell(f"overview/{number}/count", (Text(text=str(len(facts))),)),
            ),
        )
        for number, (group, facts) in enumerate(groups, start=1)
    )
    return Table(
        id="overview",
        columns=(Column(width=5), Column(width=1, align="end")),
        rows=(
            _head("overview", (msg("Changes"), msg("Number")), speech),
            *rows,
            Row(
                id="overview/total",
                role="total",
                cells=(
                    cell("overview/total/group", speech.words(msg("In all")), header=True),
                    cell("overview/total/count", (Text(text=str(len(comparison.facts))),)),
                ),
            ),
        ),
        description=speech.say(msg("How many changes there are of each kind")),
    )


def _head(identity: str, labels: tuple[Message, ...], speech: Speech) -> Row:
    cells = (
        cell(f"{identity}/head/{number}", speech.words(label), header=True)
        for number, label in enumerate(labels, start=1)
    )
    return Row(id=f"{identity}/head", role="head", cells=tuple(cells))


def _rows(identity: str, facts: Sequence[Fact], speech: Speech) -> Iterator[Row]:
    """The facts of a clause in one row, the clauses as they are first met."""
    places = dict.fromkeys((fact.where.clause_id, fact.where.clause) for fact in facts)
    for number, (clause_id, clause) in enumerate(places, start=1):
        row = f"{identity}/{number}"
        own = [fact for fact in facts if (fact.where.clause_id, fact.where.clause) == (clause_id, clause)]
        words: tuple[Inline, ...] = (
            (*speech.of_text(clause, "same"),) if clause else speech.words(msg("The whole"))
        )
        where = (Link(content=words, target=f"#{text_id(clause_id)}"),) if clause_id else words
        told = (paragraph(f"{row}/fact-{fact.number}", speech.words(sentence(fact))) for fact in own)
        yield Row(
            id=row,
            cells=(cell(f"{row}/where", where, header=True), Cell(id=f"{row}/facts", blocks=tuple(told))),
        )


def text_id(heading: str) -> str:
    """The id in the report of a heading of the document."""
    return f"text/{heading}"
