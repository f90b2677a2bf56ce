"""There is one referat of a meeting, and one beslutning of a point: two would tell of different decisions."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.model.meeting import AgendaItem, Meeting
from kdnet_docs.sources.bilag import MeetingSources


def one_referat(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A warning where the referat is made with a tillæg, and an error for each point decided once more."""
    decided = tuple(_decided(sources.meeting))
    earlier = {item.number: (package, item) for package in sources.sent for item in _decided(package)}
    for item in decided:
        if item.number in earlier:
            package, before = earlier[item.number]
            yield Diagnostic(
                code=Code.DECIDED_TWICE,
                message=msg(
                    "point {number} is decided already in {name}", number=item.number, name=package.id
                ),
                span=item.span_of("beslutning"),
                hint=msg("keep one of them: a referat can hold only one beslutning of a point"),
                labels=(Label(before.span_of("beslutning"), msg("first here")),),
            )
    first = next(iter(decided), None)
    if sources.newest and first:
        yield Diagnostic(
            code=Code.NO_REFERAT,
            message=msg(
                "the referat of the whole meeting is made with the tillæg {name}", name=sources.newest
            ),
            span=first.span_of("beslutning"),
            hint=msg('make it with "kdnet build {name}"; this beslutning is in it', name=sources.newest),
        )


def _decided(meeting: Meeting) -> Iterator[AgendaItem]:
    return (item for item in meeting.agenda if item.beslutning and item.beslutning.text.strip())
