"""What a document says of its own time is the time of its version."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.term import Term, term_of, times, times_in
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting

_BEFOREHAND = timedelta(days=92)
"""So long before its year a contract may come into force."""

_YEAR = re.compile(r"(?<![\d.,/-])20\d\d(?![\d/]|[.,]\d)")
_SELF = r"(?:denne|nærværende)\s+\w*(?:kontrakt|aftale)"
_OF_ITSELF = re.compile(
    rf"(?<!\w)for\s+(?P<before>20\d\d)\s+{_SELF}(?!\w)|(?<!\w){_SELF}\s+for\s+(?P<after>20\d\d)(?![\d-])",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(
    r"(?:\A|[.\n]\s*)(?:(?:denne|nærværende)\s+)?\w*(?:kontrakt|aftale)(?:en)?\s+"
    r"(?:træder\s+i\s+kraft|har\s+virkning|gælder)\s+(?:fra\s+)?(?:og\s+med\s+)?\Z",
    re.IGNORECASE,
)
# "Status pr. 30. juni 2021", "Tillæg til resultatkontrakt 2021": these are of another time on purpose.
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:pr\.|tillæg|opfølgning|evaluering|regnskab|erstatter|budget)(?!\w)", re.IGNORECASE
)


def versions(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each place where a document names another time as its own."""
    term = term_of(subject)
    model = subject.model
    heads = (("title", model.title.text), *((key, getattr(model, key, "")) for key in ("subject",)))
    for key, text in heads:
        if not _OF_ANOTHER.search(text) and (words := _other(text, subject, term)):
            yield _finding(words, model.span_of(key), term, in_meeting=isinstance(model, Meeting))
    if not isinstance(model, Contract) or term.last is None:
        return
    if model.effective and not _begins(model.effective, term):
        yield _finding(model.effective.isoformat(), model.span_of("effective"), term)
    for passage in subject.passages:
        if passage.is_danish:
            for start, end in _in_prose(passage, term):
                yield _finding(passage.text[start:end], passage.span(start, end), term)


def _finding(words: str, span: Span | None, term: Term, *, in_meeting: bool = False) -> Diagnostic:
    return Diagnostic(
        code=Code.OTHER_VERSION,
        message=msg('"{words}" does not fit the version, which is {term}', words=words, term=term.name),
        span=span,
        hint=msg("put one of them right")
        if in_meeting
        else msg(
            "put one of them right; written as {version}, it follows the version by itself",
            version="{{ version }}",
        ),
    )


def _other(text: str, subject: Subject, term: Term) -> str:
    """The time that a title names, if it names one and none is the document's; of a contract its year."""
    if isinstance(subject.model, Contract):
        named = [int(year[0]) for year in _YEAR.finditer(text)]
        spans = [time for time in times_in(text, subject) if time.is_years]
        if term.last is None or any(time.first <= term.first <= time.last for time in spans):
            return ""
        return (
            str(named[0])
            if named and not any(term.first.year <= one <= term.last.year for one in named)
            else ""
        )
    months = [time for time in times_in(text, subject) if not time.is_year and not time.is_years]
    own = {_month(term.first), _month(subject.document.date), term.name[:7]}
    fits = any(_month(time.first) <= month <= _month(time.last) for time in months for month in own)
    return months[0].words if months and not fits else ""


def _month(day: date) -> str:
    """The month of a day as versions are called: "2024-05"; a meeting is dated on any day of its month."""
    return f"{day:%Y-%m}"


def _begins(day: date, term: Term) -> bool:
    """Whether a contract for these years may come into force on that day."""
    return term.last is None or term.first - _BEFOREHAND <= day <= term.last


def _in_prose(passage: Passage, term: Term) -> Iterator[tuple[int, int]]:
    for match in _OF_ITSELF.finditer(passage.text):
        group = "before" if match["before"] else "after"
        if term.last and not term.first.year <= int(match[group]) <= term.last.year:
            yield match.span(group)
    for time in times(passage.reads):
        if (
            time.is_day
            and not _begins(time.first, term)
            and _IN_FORCE.search(passage.text, 0, time.read.start)
        ):
            yield time.read.start, time.read.end
