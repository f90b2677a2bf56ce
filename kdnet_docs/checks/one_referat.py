"""There is one referat of a meeting: two would tell of different decisions."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.sources.bilag import MeetingSources


def one_referat(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A warning at the first beslutning of a meeting whose referat is made with a tillæg."""
    written = (item for item in sources.meeting.agenda if item.beslutning and item.beslutning.text.strip())
    first = next(written, None)
    if sources.newest and first:
        yield Diagnostic(
            code=Code.NO_REFERAT,
            message=msg(
                "the referat of the whole meeting is made with the tillæg {name}", name=sources.newest
            ),
            span=first.span_of("beslutning"),
            hint=msg('make it with "kdnet build {name}"; this beslutning is in it', name=sources.newest),
        )
