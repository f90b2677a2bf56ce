"""A tillæg goes on from what has been sent: it takes over the numbers, and replaces what is there."""

from collections.abc import Iterator, Mapping, Sequence

from kdnet_docs.assembly.bilag import NumberedBilag, bilag_sent, numbered_bilag
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources


def supplement(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A finding for each bilag that replaces none that was sent, and for what is no matter of a tillæg.

    Also where the numbers of two packages would be the same: both go on from the same meeting.
    """
    meeting = sources.meeting
    own = [one for one in numbered_bilag(meeting, sources.sent) if one.replaces]
    if meeting.supplements is None:
        for one in own:
            yield _out_of_place(
                msg('only a tillæg has bilag that replace others: "supplements" is missing'),
                one.bilag.span_of("replaces"),
                msg('delete the line, or write "supplements: MEETING" at the top'),
            )
        return
    if meeting.bilag_numbering is not None:
        yield _out_of_place(
            msg("a tillæg numbers its bilag as the meeting does that was sent"),
            meeting.span_of("bilag-numbering"),
            msg("delete the line"),
        )
    yield from _rivals(sources)
    yield from _dates(meeting, sources.sent)
    yield from _replacements(own, bilag_sent(sources.sent))


def _rivals(sources: MeetingSources) -> Iterator[Diagnostic]:
    for one in (*sources.sent, sources.meeting):
        if rival := sources.rivals.get(one.id):
            yield Diagnostic(
                code=Code.SUPPLEMENTS,
                message=msg("{name} has the tillæg {other} already", name=one.supplements, other=rival.id),
                span=one.span_of("supplements"),
                hint=msg('write "supplements: {name}"', name=rival.id),
                labels=(Label(rival.span_of("supplements"), msg("first here")),),
            )


def _dates(meeting: Meeting, sent: Sequence[Meeting]) -> Iterator[Diagnostic]:
    for before in sent[-1:]:
        if meeting.date < before.date:
            yield Diagnostic(
                code=Code.DATE_OF_TILLAEG,
                message=msg("the tillæg has a date before that of {name}", name=before.id),
                span=meeting.span_of("date"),
                hint=msg("the date is the day on which the dagsorden, or the tillæg, is sent out"),
                labels=(Label(before.span_of("date"), msg("sent here")),),
            )


def _replacements(own: list[NumberedBilag], sent: Mapping[str, NumberedBilag]) -> Iterator[Diagnostic]:
    first: dict[str, NumberedBilag] = {}
    for one in own:
        old = sent.get(one.number)
        if old is None:
            yield _replaces(
                one,
                msg("no bilag {number} has been sent", number=one.number),
                msg("bilag {numbers} have been sent", numbers=", ".join(sent))
                if sent
                else msg("no bilag have been sent: delete the line"),
            )
        elif old.item.number != one.item.number:
            yield _replaces(
                one,
                msg("bilag {number} was sent for point {point}", number=one.number, point=old.item.number),
                msg("move it to that point, or replace a bilag of this one"),
                Label(old.item.span_of("number"), msg("sent here")),
            )
        elif one.number in first:
            before = first[one.number].bilag.span_of("replaces")
            message = msg("bilag {number} is replaced twice", number=one.number)
            yield _replaces(one, message, msg("delete one of them"), Label(before, msg("first here")))
        first.setdefault(one.number, one)


def _replaces(one: NumberedBilag, message: Message, hint: Message, *labels: Label) -> Diagnostic:
    span = one.bilag.span_of("replaces")
    return Diagnostic(code=Code.REPLACES, message=message, span=span, hint=hint, labels=labels)


def _out_of_place(message: Message, span: Span, hint: Message) -> Diagnostic:
    return Diagnostic(code=Code.KEY_OUT_OF_PLACE, message=message, span=span, hint=hint)
