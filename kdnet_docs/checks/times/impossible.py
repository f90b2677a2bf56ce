"""A day that the calendar does not have, and a period that ends before it begins."""

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.term import Time, times
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of, plain

_LEAP = 2024
"""A year in which each month has all the days that it ever has."""

_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>20\d\d)(?![\w/-]|[.,]\d)"
)
_YEARS = re.compile(
    r"(?<![\w.,/§-])(?<!nr\. )(?<!nr )(?P<first>20\d\d)\s*(?:[-–—]|til)\s*(?P<last>20\d\d)(?![\w/-]|[.,]\d)"
)


def impossible(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each time that cannot be."""
    language = subject.document.language
    for passage in subject.passages:
        yield from _no_days(passage, language)
        for years in _YEARS.finditer(passage.text):
            if years["last"] < years["first"]:
                yield _finding(passage, years.span(), _backwards(years[0]))
        for one, other in pairwise(time for time in times(passage.reads) if time.read.kind == "date"):
            if _is_backwards(passage.text, one, other, language):
                start, end = one.read.start, other.read.end
                yield _finding(passage, (start, end), _backwards(passage.text[start:end]))


def _finding(passage: Passage, place: tuple[int, int], message: Message) -> Diagnostic:
    return Diagnostic(
        code=Code.IMPOSSIBLE_TIME,
        message=message,
        span=passage.span(*place),
        hint=msg("look up what is meant, and write that"),
    )


def _backwards(words: str) -> Message:
    return msg('"{words}" ends before it begins', words=" ".join(words.split()))


def _no_days(passage: Passage, language: str) -> Iterator[Diagnostic]:
    months = lexicon(language).months
    for pattern in (_dated(language), _NUMERIC):
        for match in pattern.finditer(passage.text):
            month = match["month"]
            number = int(month) if month.isdigit() else months[plain(month)]
            if not _is_day(int(match["day"]), number, int(match["year"] or _LEAP)):
                yield _finding(passage, match.span(), msg('there is no date "{text}"', text=match[0]))


def _is_day(day: int, month: int, year: int) -> bool:
    return month in range(1, 13) and day in range(1, monthrange(year, month)[1] + 1)


def _is_backwards(text: str, one: Time, other: Time, language: str) -> bool:
    """Whether two days are the ends of a period, the later one first."""
    if one.first <= other.first:
        return False
    return _between(language).fullmatch(text, one.read.end, other.read.start) is not None


@cache
def _dated(language: str) -> re.Pattern[str]:
    month = one_of(lexicon(language).months)
    return re.compile(
        rf"(?<![\w.,/-])(?P<day>\d{{1,2}})\.?\s*(?P<month>{month})(?!\w)(?:\s+(?P<year>(?:19|20)\d\d)(?!\d))?",
        re.IGNORECASE,
    )


@cache
def _between(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{one_of(lexicon(language).to)}|[-–—])\s*", re.IGNORECASE)
