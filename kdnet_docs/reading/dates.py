"""Days in a text: "1. januar 2022", "d. 1. marts", "1.1.2022", "2022-01-01"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of

_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})(?P<sign>[./-])(?P<month>\d{1,2})"
    r"(?:[./-](?P<year>(?:19|20)?\d\d)|\s(?P<after>(?:19|20)\d\d))(?![\w/-]|[.,]\d)"
)
_ISO = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
_DAYS = r"(?<![\w.,/-])(?P<day>\d{1,2})"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year in full."""
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day and where it stands; `yearless` if its year is that of the document."""

    day: date
    start: int
    end: int
    yearless: bool = False


def days(text: str, language: str, year: int) -> Iterator[FoundDay]:
    """Every day of a text in reading order; `year` is that of days without one."""
    found = [
        day
        for pattern in (_ISO, *_written(language), _NUMERIC)
        for match in pattern.finditer(text)
        if (day := _day(match, language, year))
    ]
    end = -1
    for day in sorted(found, key=lambda one: (one.start, -one.end)):
        if day.start >= end:
            yield day
            end = day.end


def in_year(day: date, year: int) -> date:
    """The same day of another year; of a leap day the one before."""
    return day.replace(year=year) if (day.month, day.day) != (2, 29) else date(year, 2, 28)


@cache
def _written(language: str) -> tuple[re.Pattern[str], ...]:
    words = lexicon(language)
    month = rf"(?P<month>{one_of(words.months)})(?!\w)"
    rest = rf"(?:,?\s+{_YEAR}|,?\s+(?P<on>{one_of(words.years_on)})(?!\w))?"
    day_first = rf"{_DAYS}(?:\.|st|nd|rd|th)?(?:\s+of)?\s*{month}{rest}"
    month_first = rf"(?<!\w){month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.]){rest}"
    patterns = (day_first,) if language.startswith("da") else (day_first, month_first)
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _day(match: re.Match[str], language: str, year: int) -> FoundDay | None:
    words, parts = lexicon(language), match.groupdict()
    written = parts["month"].lower()
    month = int(written) if written.isdigit() else words.months[re.sub(r"\s+", " ", written)]
    stated = parts["year"] or parts.get("after")
    if stated is None:
        on = parts.get("on")
        year += words.years_on[re.sub(r"\s+", " ", on.lower())] if on else 0
    else:
        year = int(stated) if len(stated) > len("99") else 2000 + int(stated)
    try:
        day = date(year, month, int(parts["day"]))
    except ValueError:
        return None
    return FoundDay(day, match.start(), match.end(), yearless=stated is None)
