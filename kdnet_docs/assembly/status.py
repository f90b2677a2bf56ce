"""A status table to a document."""

from collections.abc import Iterator
from dataclasses import replace

from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.head import document
from kdnet_docs.assembly.head import status as status_line
from kdnet_docs.assembly.ids import Ids
from kdnet_docs.assembly.labels import words as label_words
from kdnet_docs.assembly.stated import stated_by_status
from kdnet_docs.assembly.values import CLOSED
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.document.tree import Cell, Column, Document, Emphasis, Generated, Paragraph, Row, Table, Text
from kdnet_docs.document.walk import plain_text
from kdnet_docs.model.status import Initiative, StatusTable


def assemble_status(status: StatusTable, findings: list[Diagnostic]) -> Document:
    """The document of a status table; what is wrong with its content is added to `findings`."""
    words = label_words(status.language, status.labels)
    scope = {"version": status.version, CLOSED: words["closed-words"]}
    context = Context(language=status.language, words=words, scope=scope, findings=findings)
    ids = Ids(findings)
    for initiative in status.initiatives:
        ids.reserve(initiative.id, initiative.span_of("id"))
    title = context.heading(status.title, "title")
    called = plain_text(title)
    table = Table(
        id="initiatives",
        columns=(Column(width=2), Column(width=3)),
        rows=(
            _head(words["initiative"], words["status"]),
            *(row for item in status.initiatives for row in _rows(item, context)),
        ),
        description=called,
        span=status.span_of("initiatives"),
    )
    heading = Paragraph(id="title", role="title", content=title, span=status.title.span)
    state = Paragraph(
        id="title/status",
        role="status",
        content=(Generated(text=status_line(status, words), expression="status"),),
        span=status.span_of("status"),
    )
    blocks = (heading, state, *context.prose(status.text, "text"), table)
    stated = stated_by_status(status, called, context)
    return replace(document(status, called, blocks, words), stated=stated)


def _head(*labels: str) -> Row:
    return Row(
        id="initiatives/head",
        role="head",
        cells=tuple(
            Cell(
                id=f"initiatives/head/{number}",
                blocks=(Paragraph(id=f"initiatives/head/{number}/p1", content=(Text(text=label),)),),
                header=True,
            )
            for number, label in enumerate(labels, start=1)
        ),
    )


def _rows(initiative: Initiative, context: Context) -> Iterator[Row]:
    """One row for each status; the initiative's own cell reaches down over all of them."""
    identity = initiative.id
    for number, wording in enumerate(initiative.statuses, start=1):
        name = f"{identity}/status-{number}"
        cell = Cell(id=name, blocks=context.prose(wording, name), span=wording.span)
        first = (_initiative_cell(initiative, context),) if number == 1 else ()
        row_id = identity if number == 1 else f"{identity}/row-{number}"
        yield Row(id=row_id, cells=(*first, cell), span=initiative.span)


def _initiative_cell(initiative: Initiative, context: Context) -> Cell:
    identity = f"{initiative.id}/initiative"
    title = Paragraph(
        id=f"{identity}/title",
        content=context.marked(
            context.line(initiative.title, f"{identity}/title"), closed=initiative.closes("title")
        ),
        span=initiative.title.span,
    )
    carriers = initiative.carriers
    carried = (
        Paragraph(
            id=f"{identity}/carriers",
            content=(Emphasis(content=context.line(carriers, f"{identity}/carriers")),),
            span=carriers.span,
        ),
    ) if carriers else ()  # fmt: skip
    return Cell(
        id=identity,
        blocks=(title, *carried),
        header=True,
        row_span=len(initiative.statuses),
        span=initiative.span,
    )
