"""A meeting to its dagsorden: title, agenda, the list of bilag, and what is said of each point."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from types import MappingProxyType

from kdnet_docs.assembly.bilag import NumberedBilag, bilag_numbers, numbered_bilag
from kdnet_docs.assembly.bilag_list import Place, bilag_list, bilag_of_point
from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.labels import words as label_words
from kdnet_docs.assembly.points import Point, TextKey, point_heading, point_title, points
from kdnet_docs.assembly.stated import stated_by_meeting
from kdnet_docs.assembly.values import CLOSED, long_date
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.spans import Wording
from kdnet_docs.document.tree import Block, Document, Heading, Link, List, ListItem, Paragraph, Strong, Text
from kdnet_docs.document.walk import plain_text, without_notes
from kdnet_docs.model.meeting import Meeting

NOWHERE: Mapping[str, Place] = MappingProxyType({})


def assemble_dagsorden(
    meeting: Meeting,
    sent: Sequence[Meeting],
    findings: list[Diagnostic],
    places: Mapping[str, Place] = NOWHERE,
) -> Document:
    """The dagsorden of a meeting, or the tillægsdagsorden that goes on from the packages `sent`.

    `places` says by their keys where the bilag are found, as far as that is known.
    """
    context = meeting_context(meeting, sent, findings)
    listed, numbered = tuple(points(meeting, sent)), numbered_bilag(meeting, sent)
    title = context.heading(meeting.title, "title")
    blocks: tuple[Block, ...] = (
        Paragraph(id="title", role="title", content=title, span=meeting.title.span),
        *_supplement(sent, context),
        *closed_note((*sent, meeting), context),
    )
    if not numbered or any(_is_told_of(point) for point in listed):
        heading = "supplementary-agenda" if sent else "agenda"
        blocks = (*blocks, _heading("agenda", heading, context), *_agenda(listed, sent, context))
    if numbered:
        table = bilag_list(numbered, places, context)
        blocks = (*blocks, _heading("bilag-list", "bilag-list", context), table)
    sections = _sections(listed, numbered, places, context)
    called = plain_text(title)
    made = meeting_document(f"meeting-{meeting.id}", meeting, called, (*blocks, *sections), context)
    return replace(made, stated=stated_by_meeting(meeting, called, listed, numbered, context))


def meeting_context(meeting: Meeting, sent: Sequence[Meeting], findings: list[Diagnostic]) -> Context:
    """What is known of the meeting while it is assembled; a tillæg keeps the labels of what was sent."""
    words = label_words(meeting.language, *(package.labels for package in (*sent, meeting)))
    return Context(
        language=meeting.language,
        words=words,
        scope={"bilag": bilag_numbers(meeting, sent), CLOSED: words["closed-words"]},
        findings=findings,
    )


def meeting_document(
    identity: str, meeting: Meeting, title: str, blocks: tuple[Block, ...], context: Context
) -> Document:
    """The document around the blocks."""
    source = meeting.span.source
    return Document(
        id=identity,
        version=meeting.id,
        title=title,
        language=meeting.language,
        date=meeting.date,
        blocks=blocks,
        fields={"labels": context.words},
        author=meeting.organisation,
        source_name=source.name,
        # It holds what is decided, and what is for some readers only: it does not go along.
        source_digest=source.digest,
    )


def _heading(identity: str, label: str, context: Context) -> Heading:
    return Heading(id=identity, level=1, content=(Text(text=context.words[label]),))


def _supplement(sent: Sequence[Meeting], context: Context) -> Iterator[Paragraph]:
    """The lines which say that this is a tillæg, to which dagsorden, and what it holds."""
    if not sent:
        return
    first, words = sent[0], context.words
    which = f"{words['supplement']} {len(sent)}" if len(sent) > 1 else words["supplement"]
    day = long_date(first.date, context.language)
    title = without_notes(context.line(first.title, "supplements"))
    content = (Text(text=f"{which} {words['to-agenda']} {day}: "), *title)
    yield Paragraph(id="supplements", role="subtitle", content=content)
    yield Paragraph(id="supplement-note", content=(Text(text=words["supplement-note"]),))


def closed_note(packages: Sequence[Meeting], context: Context) -> Iterator[Paragraph]:
    """The line which says that what follows is not for everybody."""
    if any(map(has_closed_parts, packages)):
        content = (Strong(content=(Text(text=context.words["closed-note"]),)),)
        yield Paragraph(id="closed-note", content=content)


# --- the agenda


def _is_told_of(point: Point) -> bool:
    """Whether there is more to a point than its bilag, which the list of bilag shows."""
    return bool(point.text("title") or point.purpose) or _has_section(point)


def _agenda(listed: Sequence[Point], sent: Sequence[Meeting], context: Context) -> Iterator[List]:
    """Numbered lists of the points; where a number is passed over, a new list goes on from there."""
    run: list[Point] = []
    lists = count(1)
    for point in listed:
        if run and point.number != run[-1].number + 1:
            yield _agenda_list(run, next(lists), sent, context)
            run = []
        run.append(point)
    yield _agenda_list(run, next(lists), sent, context)


def _agenda_list(run: Sequence[Point], number: int, sent: Sequence[Meeting], context: Context) -> List:
    return List(
        id=f"agenda/list{number}",
        start=run[0].number,
        items=tuple(
            ListItem(
                id=point.id,
                blocks=(_agenda_line(point, context, new=bool(sent) and len(point.stated) == 1),),
                span=point.stated[-1].span,
            )
            for point in run
        ),
    )


def _agenda_line(point: Point, context: Context, *, new: bool) -> Paragraph:
    """A point's title, as a link to what is said of it, and what the meeting is to do with it."""
    content = point_title(point, context)
    if _has_section(point):
        content = (Link(content=without_notes(content), target=f"#{point.id}/title"),)
    remarks = (
        context.words["new-point"] if new else "",
        context.words[point.purpose] if point.purpose else "",
    )
    if remark := ", ".join(filter(None, remarks)):
        content = (*content, Text(text=f" ({remark})"))
    title = point.text("title")
    return Paragraph(id=f"{point.id}/p1", content=content, span=title.span if title else None)


# --- what is said of each point


def _has_section(point: Point) -> bool:
    return any(point.own_text(key) for key in _AGAIN)


# The texts of a section, with the label of one that was sent before: a sagsfremstilling adds to that,
# an indstilling goes in its place, for it is what the meeting decides on.
_AGAIN: Mapping[TextKey, str] = MappingProxyType(
    {"sagsfremstilling": "further-sagsfremstilling", "indstilling": "new-indstilling"}
)


def _sections(
    listed: Sequence[Point],
    numbered: Sequence[NumberedBilag],
    places: Mapping[str, Place],
    context: Context,
) -> Iterator[Block]:
    """A section for each point that this package says more of, with its bilag; the first begins a page."""
    for number, point in enumerate(filter(_has_section, listed)):
        yield point_heading(point, context, new_page=number == 0)
        for key, again in _AGAIN.items():
            label = again if point.was_sent(key) else key
            yield from text_of_point(point, key, point.own_text(key), context, label)
        if own := [one for one in numbered if one.item is point.stated[-1]]:
            yield Heading(id=f"{point.id}/bilag", level=2, content=(Text(text=context.words["bilag"]),))
            yield bilag_of_point(own, f"{point.id}/bilag/list", places, context)


def text_of_point(
    point: Point, key: TextKey, wording: Wording | None, context: Context, label: str
) -> Iterator[Block]:
    """One text of a point below its heading; nothing where there is none."""
    if wording is not None:
        identity = f"{point.id}/{key}"
        # Where all of a point is closed, its heading says so.
        closed = any(key in item.closed_keys for item in point.stated)
        content = context.marked((Text(text=context.words[label]),), closed=closed)
        yield Heading(id=identity, level=2, content=content)
        yield from context.prose(wording, identity)
