"""Periods in a text: "2021-2023", "1. januar til 31. marts", "4. kvartal 2021", "efteråret 2022"."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Literal

from kdnet_docs.reading.dates import FoundDay, in_year
from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of, plain

PeriodKind = Literal["period", "season", "year"]

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BEFORE = r"(?<![\w.,/§-])"
_AFTER = r"(?!\w|[.,]\d|[-–/]\d)"


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """The first and last day of a period, and where it stands; a quarter and the like is a "season"."""

    kind: PeriodKind
    first: date
    last: date
    start: int
    end: int
    yearless: bool = False


def periods_between(text: str, days: tuple[FoundDay, ...], language: str) -> Iterator[FoundPeriod]:
    """Periods from one day to another; a day without a year has that of the other."""
    between = re.compile(rf"\s*(?:{one_of(lexicon(language).to)}(?:\s+(?:den|d\.))?|[-–—])\s*", re.IGNORECASE)
    for one, other in pairwise(days):
        if not between.fullmatch(text, one.end, other.start):
            continue
        first, last = one.day, other.day
        if one.yearless and not other.yearless:
            first = in_year(first, last.year)
        if first <= last:
            yield FoundPeriod("period", first, last, one.start, other.end, yearless=other.yearless)


def periods(text: str, language: str, year: int) -> Iterator[FoundPeriod]:
    """Every other period; `year` is that of a quarter without one. Longer ones stand first."""
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            if found := _period(match, language, year):
                yield found


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = lexicon(language)
    ordinal = rf"(?:(?P<number>\d)\.?|(?P<ordinal>{one_of(words.ordinals)}))"
    maybe_year = rf"(?:(?!\w)\s+{_YEAR})?"
    written = (
        # "fra 40 i 2020 til 33": after a word the other year is written in full.
        rf"{_BEFORE}{_YEAR}\s*(?:[-–—/]|{one_of(words.to)}(?=\s*\d{{4}}))\s*(?P<upto>(?:19|20)?\d\d){_AFTER}",
        rf"{_BEFORE}{ordinal}\s*(?P<quarter>{one_of(words.quarters)}){maybe_year}(?!\w)",
        rf"{_BEFORE}(?P<quarter>Q)(?P<number>[1-4])(?:\s+{_YEAR})?{_AFTER}",
        rf"{_BEFORE}{ordinal}\s*(?P<half>{one_of(words.halves)}){maybe_year}(?!\w)",
        rf"{_BEFORE}(?P<season>{one_of(words.seasons)})\s+{_YEAR}(?:/\d\d(?:\d\d)?)?{_AFTER}",
        rf"{_BEFORE}(?P<month>{one_of(words.months)})\s+{_YEAR}{_AFTER}",
        rf"{_BEFORE}{_YEAR}{_AFTER}",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in written)


def _period(match: re.Match[str], language: str, year: int) -> FoundPeriod | None:
    words, parts = lexicon(language), match.groupdict()
    stated = parts.get("year")
    year = int(stated) if stated else year
    kind: PeriodKind = "season"
    if upto := parts.get("upto"):
        kind = "period"
        last_year = int(upto) if len(upto) > len("99") else year // 100 * 100 + int(upto)
        first, last = date(year, 1, 1), date(max(last_year, year), 12, 31)
        if last_year <= year:
            return None
    elif parts.get("quarter"):
        number = _number(parts, words.ordinals)
        if not 1 <= number <= 4:  # noqa: PLR2004 - quarters
            return None
        first, last = _months(year, 3 * number - 2, 3 * number)
    elif parts.get("half"):
        number = _number(parts, words.ordinals)
        if not 1 <= number <= 2:  # noqa: PLR2004 - halves
            return None
        first, last = _months(year, 6 * number - 5, 6 * number)
    elif season := parts.get("season"):
        first, last = _months(year, *words.seasons[plain(season)])
    elif month := parts.get("month"):
        first, last = _months(year, words.months[plain(month)], words.months[plain(month)])
    else:
        kind = "year"
        first, last = _months(year, 1, 12)
    return FoundPeriod(kind, first, last, match.start(), match.end(), yearless=stated is None)


def _number(parts: dict[str, str | None], ordinals: Mapping[str, int]) -> int:
    number, ordinal = parts.get("number"), parts.get("ordinal")
    return int(number) if number else ordinals[plain(ordinal or "")]


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """The first and last day of some months; those of a winter end in the next year."""
    ends = year + 1 if last < first else year
    return date(year, first, 1), date(ends, last, monthrange(ends, last)[1])
