"""A goal has a measure: something by which one can say afterwards whether it was reached."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.counts import is_article
from kdnet_docs.checks.reading.goals import ReadGoal, read_goals
from kdnet_docs.checks.subject import Subject

_LATER = re.compile(
    r"\b(?:senere|afklares|udestår|aftales\s+nærmere|fastlægges\s+nærmere|følger|later|to\s+be\s+(?:agreed|defined))\b",
    re.IGNORECASE,
)
_MEASURES = frozenset({"quantity", "amount", "date", "deadline", "period", "year", "bound"})


def without_measure(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each goal that says neither what is to be reached nor how that is found out."""
    for goal in read_goals(subject):
        if not _has_measure(goal):
            yield Diagnostic(
                code=Code.NO_MEASURE,
                message=msg("the goal says neither what is to be reached nor how it is measured"),
                span=goal.goal.title.span if goal.goal.title else goal.goal.span,
                hint=msg('state a figure below "targets", or write below "metode" how it is measured'),
            )


def _has_measure(goal: ReadGoal) -> bool:
    if goal.goal.targets or any(not _LATER.search(passage.text) for passage in goal.metode):
        return True
    said = (read for passage in (*goal.text, *goal.maal) for read in passage.reads)
    return any(read.kind in _MEASURES and not is_article(read) for read in said)
