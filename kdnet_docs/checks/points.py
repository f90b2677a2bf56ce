"""A point of the agenda is known by its number."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.sources.bilag import MeetingSources


def points(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A finding for each point whose number another point of the agenda has already."""
    agenda = sources.meeting.agenda
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
