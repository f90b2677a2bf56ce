"""How far a document has come must suit what the meeting is to do with it."""

from collections.abc import Iterator

from kdnet_docs.assembly.points import points
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.model.life import LIFE
from kdnet_docs.model.meeting import Bilag, Purpose
from kdnet_docs.model.parts import State
from kdnet_docs.sources.bilag import MeetingSources, Written


def states(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A finding for each document that is not ready for its point, or that has been adopted before it.

    Once the point has a beslutning its documents may be adopted, and sent back.
    """
    for point in points(sources.meeting, sources.sent):
        if point.purpose is None or point.text("beslutning"):
            continue
        for bilag in point.stated[-1].bilag:
            document = sources.documents.get(bilag.document or "")
            if document and point.purpose not in LIFE[document.status].suits:
                yield _unsuitable(bilag, document, point.purpose)


def _unsuitable(bilag: Bilag, document: Written, purpose: Purpose) -> Diagnostic:
    return Diagnostic(
        code=Code.STATE_OF_BILAG,
        message=msg(
            '"{name}" is {status}, but its point is {purpose}',
            name=bilag.document,
            status=document.status,
            purpose=purpose,
        ),
        span=bilag.span_of("document"),
        hint=_hint(document.status),
    )


def _hint(status: State) -> Message:
    if LIFE[status].is_draft:
        return msg('write "status: til-godkendelse" in the document when it is ready to be decided on')
    return msg(
        'it has been adopted: write "purpose: til-orientering", or name the version that is to be adopted'
    )
