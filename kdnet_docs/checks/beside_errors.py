"""Where an error stands words are missing: those of a parameter that failed are not there to be read."""

from collections.abc import Iterable, Iterator, Sequence

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.spans import Span
from kdnet_docs.document.anatomy import Anatomy


def not_beside(
    errors: Sequence[Diagnostic], findings: Iterable[Diagnostic], anatomy: Anatomy
) -> Iterator[Diagnostic]:
    """The findings but those in a paragraph, heading or cell in which an error stands.

    They would speak of the hole that it leaves: of two spaces, or of a sentence without its full stop.
    """
    places = [error.span for error in errors if error.span]
    leaves = (leaf.span for leaf in anatomy.leaves.values() if leaf.span and places)
    holed = [span for span in leaves if any(_begins_in(place, span) for place in places)]
    for finding in findings:
        span = finding.span
        if span is None or not any(_begins_in(span, leaf) for leaf in holed):
            yield finding


def _begins_in(place: Span, leaf: Span) -> bool:
    return leaf.start <= place.start <= leaf.end and place.source == leaf.source
