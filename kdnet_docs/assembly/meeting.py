"""A meeting to its front page: title, agenda, and the list of bilag derived from it."""

from collections.abc import Iterator
from itertools import count

from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.labels import words as label_words
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.document.tree import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Row,
    Table,
    Text,
)
from kdnet_docs.document.walk import plain_text, without_notes
from kdnet_docs.model.meeting import AgendaItem, Bilag, Meeting


def assemble_meeting(meeting: Meeting, findings: list[Diagnostic]) -> Document:
    """The front page of a meeting's package; its bilag are linked as `#ID@VERSION`."""
    words = label_words(meeting.language, meeting.labels)
    context = Context(language=meeting.language, words=words, scope={}, findings=findings)
    _refuse_same_numbers(meeting, context)
    title = context.heading(meeting.title, "title")
    source = meeting.span.source
    blocks: tuple[Block, ...] = (
        Paragraph(id="title", role="title", content=title, span=meeting.title.span),
        Heading(id="agenda", level=1, content=(Text(text=words["agenda"]),)),
        *_agenda(meeting, context),
    )
    if any(item.bilag for item in meeting.agenda):
        heading = Heading(id="bilag-list", level=1, content=(Text(text=words["bilag-list"]),))
        blocks = (*blocks, heading, _bilag_list(meeting, context))
    return Document(
        id=f"meeting-{meeting.id}",
        version=meeting.id,
        title=plain_text(title),
        language=meeting.language,
        date=meeting.date,
        blocks=blocks,
        fields={"labels": words},
        author=meeting.organisation,
        source_name=source.name,
        source_text=source.text,
    )


def _refuse_same_numbers(meeting: Meeting, context: Context) -> None:
    first: dict[int, AgendaItem] = {}
    for item in meeting.agenda:
        if item.number in first:
            context.findings.append(
                Diagnostic(
                    code=Code.DUPLICATE_ID,
                    message=msg("two points have the number {number}", number=item.number),
                    span=item.span_of("number"),
                    hint=msg("give one of them another number"),
                    labels=(Label(first[item.number].span_of("number"), msg("first here")),),
                )
            )
        first.setdefault(item.number, item)


def _agenda(meeting: Meeting, context: Context) -> Iterator[List]:
    """Numbered lists of the points; where a number is passed over, a new list goes on from there."""
    run: list[AgendaItem] = []
    lists = count(1)
    for item in meeting.agenda:
        if run and item.number != run[-1].number + 1:
            yield _agenda_list(run, next(lists), context)
            run = []
        run.append(item)
    yield _agenda_list(run, next(lists), context)


def _agenda_list(items: list[AgendaItem], number: int, context: Context) -> List:
    return List(
        id=f"agenda/list{number}",
        start=items[0].number,
        items=tuple(
            ListItem(id=f"agenda/{item.number}", blocks=_item_title(item, context), span=item.span)
            for item in items
        ),
    )


def _item_title(item: AgendaItem, context: Context) -> tuple[Block, ...]:
    """A point's title; one without a title goes by its bilag, or says that it has none."""
    identity = f"agenda/{item.number}"
    wording = item.title or next((bilag.title for bilag in item.bilag), None)
    content = without_notes(context.line(wording, identity)) or (Text(text=context.words["no-bilag"]),)
    return (Paragraph(id=f"{identity}/p1", content=content, span=wording.span if wording else None),)


def _bilag_list(meeting: Meeting, context: Context) -> Table:
    words = context.words
    rows = (row for item in meeting.agenda for row in _bilag_rows(item, context))
    head = tuple(
        _cell(f"bilag-list/head/{key}", (Text(text=words[key]),), header=True)
        for key in ("agenda-item", "bilag")
    )
    return Table(
        id="bilag-list/table",
        columns=(Column(width=1), Column(width=3)),
        rows=(Row(id="bilag-list/head", role="head", cells=head), *rows),
        description=words["bilag-list"],
    )


def _bilag_rows(item: AgendaItem, context: Context) -> Iterator[Row]:
    """One row for each bilag; the point's number reaches down over all of them."""
    for number, bilag in enumerate(item.bilag, start=1):
        identity = f"bilag-list/{item.number}-{number}"
        cell = _cell(f"{identity}/bilag", _link(bilag, identity, context))
        first = (
            _cell(f"{identity}/point", (Text(text=str(item.number)),), header=True, row_span=len(item.bilag)),
        )
        yield Row(id=identity, cells=(*first, cell) if number == 1 else (cell,), span=bilag.span)


def _link(bilag: Bilag, identity: str, context: Context) -> tuple[Inline, ...]:
    return (
        Link(content=context.line(bilag.title, identity), target=f"#{bilag.document}", span=bilag.title.span),
    )


def _cell(identity: str, content: tuple[Inline, ...], *, header: bool = False, row_span: int = 1) -> Cell:
    paragraph = Paragraph(id=f"{identity}/p1", content=content)
    return Cell(id=identity, blocks=(paragraph,), header=header, row_span=row_span)
