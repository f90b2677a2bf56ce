"""A point of the agenda is known by its number and its title, and a bilag by its id where it has one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kdnet_docs.assembly.bilag import NumberedBilag, all_bilag
from kdnet_docs.assembly.points import Point
from kdnet_docs.assembly.points import points as stated_points
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.model.meeting import AgendaItem
from kdnet_docs.sources.bilag import MeetingSources


def points(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A finding for each number and id that is taken, each number out of order, and a title that lacks."""
    agenda = sources.meeting.agenda
    yield from _ids(all_bilag(sources.meeting, sources.sent))
    yield from _numbers(agenda)
    if sources.meeting.supplements and not sources.sent:
        return  # what a point is called was sent, and what was sent is not known
    for point in stated_points(sources.meeting, sources.sent):
        if _is_nameless(point):
            yield Diagnostic(
                code=Code.MISSING_KEY,
                message=msg("the point lacks a title"),
                span=point.stated[-1].span_of("number"),
                hint=msg('add a line "{key}: ..."', key="title"),
            )


def _numbers(agenda: Sequence[AgendaItem]) -> Iterator[Diagnostic]:
    first = {item.number: item for item in reversed(agenda)}
    for before, item in pairwise(agenda):
        if item.number < before.number and first[item.number] is item:
            yield Diagnostic(
                code=Code.ORDER_OF_POINTS,
                message=msg(
                    "point {number} stands after point {other}", number=item.number, other=before.number
                ),
                span=item.span_of("number"),
                hint=msg("put the points in the order of their numbers, or correct the number"),
            )
    for item in agenda:
        if (before := first[item.number]) is not item:
            yield Diagnostic(
                code=Code.DUPLICATE_ID,
                message=msg("two points have the number {number}", number=item.number),
                span=item.span_of("number"),
                hint=msg("give one of them another number"),
                labels=(Label(before.span_of("number"), msg("first here")),),
            )


def _is_nameless(point: Point) -> bool:
    """Whether a point is spoken of, and there is nothing that it could be called."""
    said = point.purpose or any(point.text(key) for key in ("sagsfremstilling", "indstilling", "beslutning"))
    named = point.text("title") or any(item.bilag for item in point.stated)
    return bool(said) and not named


def _ids(packages: Sequence[Sequence[NumberedBilag]]) -> Iterator[Diagnostic]:
    """An id stands for one number, so a bilag may repeat the id of the one that it replaces."""
    *sent, own = packages
    earlier = {one.bilag.id: one for package in sent for one in package if one.bilag.id}
    first: dict[str, NumberedBilag] = {}
    for one in own:
        if one.bilag.id is None:
            continue
        before, sent_as = first.setdefault(one.bilag.id, one), earlier.get(one.bilag.id)
        if before is one and sent_as and sent_as.number != one.number:
            before = sent_as
        if before is not one:
            yield Diagnostic(
                code=Code.DUPLICATE_ID,
                message=msg('two bilag have the id "{id}"', id=one.bilag.id),
                span=one.bilag.span_of("id"),
                hint=msg("give one of them another id"),
                labels=(Label(before.bilag.span_of("id"), msg("first here")),),
            )
