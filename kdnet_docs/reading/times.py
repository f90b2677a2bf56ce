"""Dates, deadlines and periods of a text as values, each with the words that make it a deadline."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from kdnet_docs.reading.dates import FoundDay, days
from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of
from kdnet_docs.reading.periods import FoundPeriod, periods, periods_between
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Day, Period

_BEFORE = 40
"""The most characters before a time that can belong to it."""


def times(text: str, language: str, year: int) -> Iterator[Read]:
    """What a text says of time; where two overlap, the one to keep stands first."""
    on_days = tuple(days(text, language, year))
    for period in (*periods_between(text, on_days, language),):
        yield _of_period(text, period, language)
    for day in on_days:
        yield _of_day(text, day, language)
    for period in periods(text, language, year):
        yield _of_period(text, period, language)


def _of_day(text: str, found: FoundDay, language: str) -> Read:
    before = _before(language).search(text, max(0, found.start - _BEFORE), found.start)
    start = _start(before, found.start)
    return Read(
        kind="deadline" if before and before["by"] else "date",
        value=Day(day=found.day, text=text[start : found.end]),
        start=start,
        end=found.end,
        yearless=found.yearless,
    )


def _of_period(text: str, found: FoundPeriod, language: str) -> Read:
    before = _before(language).search(text, max(0, found.start - _BEFORE), found.start)
    start = _start(before, found.start)
    words = text[start : found.end]
    if before and (before["by"] or before["edge"]):
        day = _edge(found, before["edge"], language)
        return Read(
            kind="deadline",
            value=Day(day=day, text=words),
            start=start,
            end=found.end,
            yearless=found.yearless,
        )
    return Read(
        kind="deadline" if found.kind == "season" else found.kind,
        value=Period(first=found.first, last=found.last, text=words),
        start=start,
        end=found.end,
        yearless=found.yearless,
    )


def _edge(found: FoundPeriod, edge: str | None, language: str) -> date:
    """The day that "primo", "medio" or "ultimo" names; a deadline with none of them is the period's end."""
    words = lexicon(language)
    said = " ".join((edge or "").lower().split())
    if said in words.starts_of:
        return found.first
    if said in words.middles_of:
        return found.first + (found.last - found.first) / 2
    return found.last


@cache
def _before(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    edge = one_of((*words.ends_of, *words.starts_of, *words.middles_of))
    return re.compile(
        rf"(?<!\w)(?:(?P<by>{one_of(words.by)})\s+)?(?:(?P<edge>{edge})\s+)?(?:(?:i|den|d\.|the|of)\s*)?$",
        re.IGNORECASE,
    )


def _start(before: re.Match[str] | None, start: int) -> int:
    """Where the words begin that belong to a time: "d. 1. januar", but not "i 2022"."""
    if before is None:
        return start
    if before["by"] or before["edge"]:
        return before.start()
    return before.start() if before[0].strip().lower() in ("d.", "den") else start
