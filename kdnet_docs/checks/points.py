"""A point of the agenda is known by its number."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.model.meeting import AgendaItem
from kdnet_docs.sources.bilag import MeetingSources


def points(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A finding for each point whose number another point of the agenda has already."""
    first: dict[int, AgendaItem] = {}
    for item in sources.meeting.agenda:
        if item.number in first:
            yield Diagnostic(
                code=Code.DUPLICATE_ID,
                message=msg("two points have the number {number}", number=item.number),
                span=item.span_of("number"),
                hint=msg("give one of them another number"),
                labels=(Label(first[item.number].span_of("number"), msg("first here")),),
            )
        first.setdefault(item.number, item)
