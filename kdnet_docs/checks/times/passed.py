"""What is still to be done cannot be due in a time that has passed."""

from collections.abc import Iterator

from kdnet_docs.assembly.plan import goals_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.ahead import ahead
from kdnet_docs.checks.reading.term import Term, Time, term_of, times, times_in
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract


def passed(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each time before the document's own in which something is to be done."""
    term = term_of(subject)
    for passage in subject.passages:
        if passage.is_danish:
            for time in times(passage.reads):
                if _is_past(time, passage, term) and (place := ahead(passage, time)):
                    yield _finding(passage.text[slice(*place)], passage.span(*place), term)
    if isinstance(subject.model, Contract):
        for goal in goals_of(subject.model):
            for target in goal.targets:
                named = times_in(target.due, subject)
                if named and max(time.last for time in named) < term.first:
                    yield _finding(target.due, target.span_of("due"), term)


def _finding(words: str, span: Span | None, term: Term) -> Diagnostic:
    return Diagnostic(
        code=Code.TIME_PASSED,
        message=msg(
            '"{words}" points ahead to a time that has passed: this is for {term}',
            words=" ".join(words.split()),
            term=term.name,
        ),
        span=span,
        hint=msg("write the time that is meant, or say that it has been done"),
    )


def _is_past(time: Time, passage: Passage, term: Term) -> bool:
    """Whether it is over before the document's time; what lies after its day is a preparation."""
    if time.read.kind == "period":
        return False
    if time.is_year:
        return time.last < term.first
    return time.last < min(term.first, passage.anatomy.document.date)
