"""A deadline lies within the time that a contract is for, or that of an agreement it builds on."""

import re
from collections.abc import Iterator
from datetime import date

from kdnet_docs.assembly.plan import goals_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.base.times import Day
from kdnet_docs.checks.reading.ahead import ahead
from kdnet_docs.checks.reading.term import Term, Time, sentence_around, term_of, times, times_in
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract

_FAR = 3
"""So many years after the end a deadline is a vision and no slip: "i 2030"."""

# What is done about a contract once its time is over, and what it hands over to the next.
_AFTERWARDS = re.compile(
    r"regnskab|revision|revider|rapporter|afr[ae]p+ort|opgør|opgjort|evaluer|status|redegør|opsig|forlæng|"
    r"genforhandl|forhandl|ny aftale|næste|udløb|ophør|opbevar|slet|garanti|betal|faktur|effekt|år efter",
    re.IGNORECASE,
)


def deadlines(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each deadline after the end of the contract."""
    model, term = subject.model, term_of(subject)
    if not isinstance(model, Contract) or term.last is None:
        return
    end = _end(subject, term, term.last)
    for goal in goals_of(model):
        for target in goal.targets:
            named = times_in(target.due, subject)
            if named and _is_after(min(named, key=lambda time: time.first), end):
                yield _finding(target.due, target.span_of("due"), end)
    for passage in subject.passages:
        for time in times(passage.reads) if passage.is_danish else ():
            begin, until = sentence_around(passage, time.read.start)
            if _is_after(time, end) and not _AFTERWARDS.search(passage.text, begin, until):
                place = (time.read.start, time.read.end) if time.is_limit else ahead(passage, time)
                if place:
                    yield _finding(passage.text[slice(*place)], passage.span(*place), end)


def _end(subject: Subject, term: Term, last: date) -> date:
    """The last day of the contract, or of the longest period named in it that it lies within."""
    named = (time for passage in subject.passages for time in times(passage.reads) if time.is_years)
    around = (time.last for time in named if time.first <= term.first and last <= time.last)
    return max(around, default=last)


def _is_after(time: Time, end: date) -> bool:
    return end < time.first and time.first.year <= end.year + _FAR


def _finding(words: str, span: Span | None, end: date) -> Diagnostic:
    return Diagnostic(
        code=Code.DEADLINE_OUTSIDE,
        message=msg(
            '"{words}" lies after the time that the contract is for, which ends {end}',
            words=" ".join(words.split()),
            end=Day(end),
        ),
        span=span,
        hint=msg("put the time right, or say what holds after the contract has ended"),
    )
