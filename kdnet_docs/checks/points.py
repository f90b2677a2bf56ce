"""A point of the agenda is known by its number, and a bilag by its id where it has one."""

from collections.abc import Iterator, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.sources.bilag import MeetingSources


def points(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A finding for each number and each id that another point, or another bilag, has already."""
    agenda = sources.meeting.agenda
    yield from _ids([bilag for item in agenda for bilag in item.bilag if bilag.id])
    first = {item.number: item for item in reversed(agenda)}
    for item in agenda:
        if (before := first[item.number]) is not item:
            yield Diagnostic(
                code=Code.DUPLICATE_ID,
                message=msg("two points have the number {number}", number=item.number),
                span=item.span_of("number"),
                hint=msg("give one of them another number"),
                labels=(Label(before.span_of("number"), msg("first here")),),
            )


def _ids(bilag: Sequence[Bilag]) -> Iterator[Diagnostic]:
    first = {one.id: one for one in reversed(bilag)}
    for one in bilag:
        if (before := first[one.id]) is not one:
            yield Diagnostic(
                code=Code.DUPLICATE_ID,
                message=msg('two bilag have the id "{id}"', id=one.id),
                span=one.span_of("id"),
                hint=msg("give one of them another id"),
                labels=(Label(before.span_of("id"), msg("first here")),),
            )
