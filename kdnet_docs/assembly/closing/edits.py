"""Changes to the text of a source, and the way back from the changed text to the places in the first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.spans import Source, Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`text[start:end]` becomes `words`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Edited(Source):
    """A source that was made from another by edits, which are in order and never overlap."""

    original: Source
    edits: tuple[Edit, ...]

    def in_original(self, offset: int) -> int:
        """The place in the original of what stands at `offset`, or of what that was put in the place of."""
        shift = 0
        for edit in self.edits:
            start = edit.start + shift
            if offset < start:
                break
            if offset < start + len(edit.words):
                return edit.start
            shift += len(edit.words) - (edit.end - edit.start)
        return offset - shift


def edited(source: Source, edits: Iterable[Edit]) -> Edited:
    """The source with these edits; one within another is left out."""
    pieces, at, made = [], 0, []
    # What is put in before a place comes before what takes its place.
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end > edit.start, -edit.end)):
        if edit.start < at:
            continue
        pieces += [source.text[at : edit.start], edit.words]
        at = edit.end
        made.append(edit)
    return Edited(source.name, "".join([*pieces, source.text[at:]]), source, tuple(made))


def in_original(diagnostic: Diagnostic) -> Diagnostic:
    """The finding as it is told of the source that was edited."""
    labels = tuple(Label(original_of(label.span), label.message) for label in diagnostic.labels)
    return replace(diagnostic, span=original_of(diagnostic.span) if diagnostic.span else None, labels=labels)


def original_of(span: Span) -> Span:
    """The place in the source that was edited; of another source, the place itself."""
    match span.source:
        case Edited() as source:
            start, end = source.in_original(span.start), source.in_original(span.end)
            return Span(source.original, start, max(start, end))
        case _:
            return span
