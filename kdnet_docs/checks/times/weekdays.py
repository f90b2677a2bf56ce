"""A weekday is that of its date."""

import re
from collections.abc import Iterator
from functools import cache

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.term import term_of
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.dates import FoundDay, days, in_year

_NAMES = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_ANY = re.compile("[dD][aA][gGyY]")
"""What stands in every name of a weekday, and is quickly found."""


def weekdays(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each weekday that its date is not."""
    year, language = term_of(subject).first.year, subject.document.language
    for passage in subject.passages:
        if not _ANY.search(passage.text):
            continue
        for day in days(passage.text, language, year):
            if (place := _weekday(passage, day, language)) and not _fits(
                passage.text[slice(*place)], day, language
            ):
                yield _finding(passage, place, day, language)


def _finding(passage: Passage, place: tuple[int, int], day: FoundDay, language: str) -> Diagnostic:
    start, end = place
    return Diagnostic(
        code=Code.WEEKDAY,
        message=msg(
            '"{date}" is not a {weekday}',
            date=passage.text[day.start : day.end],
            weekday=passage.text[start:end].lower() if language == "da" else passage.text[start:end],
        ),
        span=passage.span(min(start, day.start), max(end, day.end)),
        hint=msg("no year near this one has it so; put one of them right")
        if day.yearless
        else msg("it is a {weekday}; put one of them right", weekday=_NAMES[language][day.day.weekday()]),
    )


def _weekday(passage: Passage, day: FoundDay, language: str) -> tuple[int, int] | None:
    """Where a weekday stands beside a date."""
    before, after = _beside(language)
    found = before.search(passage.text, max(0, day.start - 24), day.start) or after.match(
        passage.text, day.end
    )
    return found.span("name") if found else None


def _fits(name: str, day: FoundDay, language: str) -> bool:
    """Whether the date is that weekday; without a year it may be that of the years beside."""
    years = (day.day.year + step for step in ((-1, 0, 1) if day.yearless else (0,)))
    names = [each.lower() for each in _NAMES[language]]
    return any(names[in_year(day.day, year).weekday()] == name.lower() for year in years)


@cache
def _beside(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = rf"(?P<name>{'|'.join(_NAMES[language])})"
    return (
        re.compile(rf"(?<!\w){name},?\s+(?:(?:den|d\.|the)\s*)?\Z", re.IGNORECASE),
        re.compile(rf"(?: \(|, ){name}(?!\w)", re.IGNORECASE),
    )
