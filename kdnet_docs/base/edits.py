"""Words written into a source at the places of others, and nothing else changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from kdnet_docs.base.spans import Source, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """New characters for those of a span, as they are to stand in the file."""

    span: Span
    text: str


def edited(source: Source, edits: Iterable[Edit]) -> str:
    """The text of the source with the edits; of two that touch the same characters the first is made.

    Raises ValueError for an edit of another text: a place means nothing there.
    """
    wanted: list[Edit] = []
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.source is not source and edit.span.source != source:
            raise ValueError(f"{edit.span!r} is no place in this text")
        if not wanted or wanted[-1].span.end <= edit.span.start:
            wanted.append(edit)
    pieces: list[str] = []
    at = 0
    for edit in wanted:
        pieces += source.text[at : edit.span.start], edit.text
        at = edit.span.end
    return "".join([*pieces, source.text[at:]])


def moved(at: int, edits: Iterable[Edit]) -> int:
    """Where a place that no edit touches is after the edits."""
    before = (edit for edit in edits if edit.span.end <= at)
    return at + sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in before)
