"""The words of a document that everybody may read: all but those that its author has closed."""

from collections.abc import Callable, Iterator

from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.assembly.closing.redaction import redacted
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject


def open_places(
    subject: Subject, find: Callable[[str], Iterator[tuple[int, int]]]
) -> Iterator[tuple[Passage, Span]]:
    """Where `find` finds something in what is not closed: the passage, and the place in the file."""
    is_closed = _closed(subject)
    for passage in subject.passages:
        for start, end in find(passage.text):
            span = passage.span(start, end)
            if span is not None and not is_closed(span):
                yield passage, span


def _closed(subject: Subject) -> Callable[[Span], bool]:
    if not has_closed_parts(subject.model):
        return lambda _: False
    closed = redacted(subject.model).edits
    source = subject.model.span.source

    def is_closed(span: Span) -> bool:
        return span.source == source and any(
            one.start <= span.start and span.end <= one.end for one in closed
        )

    return is_closed
