"""A target says when it is to be reached."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.goals import ReadGoal, read_goals
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.values import Figure

_TIMES = frozenset({"date", "deadline", "period", "year"})
_PER_YEAR = re.compile(r"\b(?:år\w*|måned\w*|uge\w*|dag\w*|year|month|week)\b", re.IGNORECASE)


def without_deadline(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each target without a time, in its own key or in the words that it stands in."""
    for goal in read_goals(subject):
        for target in goal.goal.targets:
            if not target.due.strip() and not _has_time(goal):
                yield Diagnostic(
                    code=Code.NO_DEADLINE,
                    message=msg("nothing says when this target is to be reached"),
                    span=target.span_of("value"),
                    hint=msg('write it below the target: "due: 2022"'),
                )


def _has_time(goal: ReadGoal) -> bool:
    """Whether the goal itself says a time, or how often."""
    return any(
        read.kind in _TIMES or (isinstance(read.value, Figure) and _PER_YEAR.search(read.value.unit))
        for passage in (*goal.text, *goal.points)
        for read in passage.reads
    )
