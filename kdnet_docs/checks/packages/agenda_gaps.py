"""The numbers of an agenda follow one another: whoever misses a number looks for the point."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.sources.bilag import MeetingSources

_LATE = 4
"""An agenda that begins here or later goes on from those before it in the year."""


def agenda_gaps(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A warning for each point before which numbers are missing, in this package and in those sent before."""
    meeting = sources.meeting
    if meeting.supplements and not sources.sent:
        return
    sent = {item.number for package in sources.sent for item in package.agenda}
    known = sorted(sent | {item.number for item in meeting.agenda})
    before = dict(zip(known, (0, *known), strict=False))
    told = set(sent)
    for item in meeting.agenda:
        last, number = before[item.number], item.number
        is_told, told = number in told, told | {number}
        if is_told or number - last <= 1 or (last == 0 and number >= _LATE):
            continue
        yield Diagnostic(
            code=Code.AGENDA_GAP,
            message=msg("point {number} is missing before point {other}", number=last + 1, other=number)
            if number - last == 2  # noqa: PLR2004 - one between them
            else msg(
                "points {first} to {last} are missing before point {other}",
                first=last + 1,
                last=number - 1,
                other=number,
            ),
            span=item.span_of("number"),
            hint=msg("correct the numbers, or add the point; its number alone will do"),
        )
