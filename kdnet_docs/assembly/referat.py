"""A meeting to its referat: of each point its title, what was asked for, and what was decided."""

from collections.abc import Iterator, Sequence

from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.meeting import closed_note, meeting_context, meeting_document, text_of_point
from kdnet_docs.assembly.points import Point, TextKey, all_points, point_heading
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.document.tree import Block, Document, Emphasis, Heading, Paragraph, Text
from kdnet_docs.document.walk import plain_text, without_notes
from kdnet_docs.model.meeting import Meeting


def assemble_referat(
    meeting: Meeting, sent: Sequence[Meeting], findings: list[Diagnostic]
) -> Document | None:
    """The referat of the whole meeting, with the packages sent before; None until something is decided."""
    points = tuple(all_points(meeting, sent))
    if not any(point.text("beslutning") for point in points):
        return None
    context = meeting_context(meeting, sent, findings)
    wording = sent[0].title if sent else meeting.title
    called = without_notes(context.line(wording, "title"))
    title = (Text(text=f"{context.words['referat']}: "), *called)
    blocks = (
        Paragraph(id="title", role="title", content=title, span=wording.span),
        *closed_note((*sent, meeting), context),
        *(block for point in points for block in _point(point, context)),
    )
    return meeting_document(f"referat-{meeting.id}", meeting, plain_text(title), blocks, context)


def _point(point: Point, context: Context) -> Iterator[Block]:
    yield point_heading(point, context)
    for key in _TEXTS:
        yield from text_of_point(point, key, point.text(key), context, key)
    if point.text("beslutning") is None:
        identity, words = f"{point.id}/beslutning", context.words
        nothing = Emphasis(content=(Text(text=words["no-beslutning"]),))
        yield Heading(id=identity, level=2, content=(Text(text=words["beslutning"]),))
        yield Paragraph(id=f"{identity}/none", content=(nothing,))


_TEXTS: tuple[TextKey, ...] = ("indstilling", "beslutning")
