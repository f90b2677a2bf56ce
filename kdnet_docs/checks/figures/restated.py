"""A figure that is said again in brackets is the same figure: "tre (3) måneder"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.rounding import step
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

_OPENING = re.compile(r"\s*\(\s*(?:(?:dvs|svarende\s+til|i\s+alt|skriver)\.?\s+)?")
_CLOSING = re.compile(r"\s*(?:kr\.?|kroner)?\s*\)")
_DIGIT = re.compile(r"\d")
_IN_LARGE_UNITS = re.compile(r"\b(?:mio|mia|million|milliard|tusind|t\.\s?kr|m\b|bn\b)", re.IGNORECASE)


def restated(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each figure in brackets that is another one than the figure before them."""
    for passage in subject.passages:
        figures = [read for read in passage.reads if read.kind in ("amount", "quantity")]
        for one, other in pairwise(figures):
            text = passage.text
            if (
                _OPENING.fullmatch(text, one.end, other.start)
                and _CLOSING.match(text, other.end)
                and _differ(one, other)
            ):
                yield Diagnostic(
                    code=Code.RESTATED,
                    message=msg(
                        '"{one}" is said again as "{other}"',
                        one=text[one.start : one.end],
                        other=text[other.start : other.end],
                    ),
                    span=passage.span(other.start, other.end),
                    hint=msg("correct the one that is wrong"),
                    labels=labelled(passage.span(one.start, one.end), msg("the figure itself")),
                )


def _differ(one: Read, other: Read) -> bool:
    """Whether two figures say different things; a rounded one is the same as what it is rounded from."""
    first, second = one.value, other.value
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        return False
    if first.upto is not None or second.upto is not None:
        return False
    if one.kind == "quantity" and other.kind == "quantity":
        in_words = [not _DIGIT.search(figure.text) for figure in (first, second)]
        return in_words[0] != in_words[1] and not second.unit and first.number != second.number
    if not one.kind == other.kind == "amount" or first.unit != second.unit:
        return False
    # "100 kr. (120 kr.)" says two things; "2,5 mio. kr. (250.000 kr.)" says one thing in two units.
    in_units = (bool(_IN_LARGE_UNITS.search(figure.text)) for figure in (first, second))
    return len(set(in_units)) > 1 and abs(first.number - second.number) > max(step(first), step(second)) / 2
