"""A heading, an item, a row or a status with nothing in it was forgotten, or is to go."""

from collections.abc import Iterator, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.tree import Block, Heading, List, Paragraph, Row, Table
from kdnet_docs.document.walk import blocks_within, plain_text
from kdnet_docs.model.status import StatusTable


def empty_parts(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each; a goal with nothing below its heading has no measure, which another check tells."""
    yield from _headings(subject.document.blocks)
    for block in blocks_within(subject.document.blocks):
        if isinstance(block, Table):
            yield from _rows(block.rows)
        if isinstance(block, List) and "/overview/" not in block.id:
            for item in block.items:
                if not _has_words(item.blocks):
                    yield _finding(msg("the item has no words"), item.span)
    for note in subject.anatomy.notes.values():
        if not _has_words(note.blocks):
            yield _finding(msg("the footnote has no words"), note.span)
    if isinstance(subject.model, StatusTable):
        yield from _statuses(subject.model)


def _headings(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and not (block.number and block.number.sequence == "goals"):
            below = blocks[at + 1] if at + 1 < len(blocks) else None
            if below is None or (isinstance(below, Heading) and below.level <= block.level):
                yield _finding(msg("nothing stands below the heading"), block.span)


def _rows(rows: Sequence[Row]) -> Iterator[Diagnostic]:
    for row in rows:
        if row.role == "body" and not any(_has_words(cell.blocks) for cell in row.cells):
            yield _finding(msg("the row has no words"), row.span)


def _statuses(table: StatusTable) -> Iterator[Diagnostic]:
    for initiative in table.initiatives:
        for status in initiative.statuses:
            if not status.text.strip():
                yield _finding(msg("the initiative has no status"), initiative.span)


def _has_words(blocks: Sequence[Block]) -> bool:
    return any(
        not isinstance(block, Paragraph) or plain_text(block.content).strip()
        for block in blocks_within(blocks)
        if not isinstance(block, List)
    )


def _finding(message: Message, span: Span | None) -> Diagnostic:
    return Diagnostic(
        code=Code.EMPTY_PART, message=message, span=span, hint=msg("write what belongs there, or take it out")
    )
