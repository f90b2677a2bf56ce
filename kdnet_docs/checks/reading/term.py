"""The time that a document is for, and the times that its words name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.reading.read import read
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Day, Period

_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d[-–](?P<last>(?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A day or a period that words name, from its first day to its last, and the words."""

    first: date
    last: date
    read: Read
    value: Day | Period

    @property
    def words(self) -> str:
        """The words that name it, with one space between them."""
        return " ".join(self.value.text.split())

    @property
    def is_year(self) -> bool:
        """Whether it is a year."""
        return self.read.kind == "year"

    @property
    def is_years(self) -> bool:
        """Whether it is a period of whole years: "2021-2023"."""
        ends = (self.first.month, self.first.day, self.last.month, self.last.day)
        return self.read.kind == "period" and ends == (1, 1, 12, 31)

    @property
    def is_day(self) -> bool:
        """Whether it is a day, or something that is to be done by a day."""
        return isinstance(self.value, Day)

    @property
    def is_limit(self) -> bool:
        """Whether something is to be done by it: "senest den 1. marts 2022"."""
        return self.is_day and self.read.kind == "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From when to when what a document says is to hold; `last` is None where it says nothing of that."""

    first: date
    last: date | None
    name: str


def term_of(subject: Subject) -> Term:
    """A contract holds for the years of its version, and anything else from its month or its day on."""
    version, dated = subject.document.version, subject.document.date
    year = YEAR.match(version)
    if isinstance(subject.model, Meeting) or not year:
        begins = subject.model.effective if isinstance(subject.model, Contract) else None
        return Term(first=begins or dated, last=None, name=version or dated.isoformat())
    if isinstance(subject.model, Contract):
        years = _YEARS.match(version)
        last = int(years["last"]) if years else int(year[0])
        return Term(first=date(int(year[0]), 1, 1), last=date(last, 12, 31), name=version)
    month = _MONTH.match(version)
    first = date(int(month[1]), int(month[2]), 1) if month else date(int(year[0]), 1, 1)
    return Term(first=first, last=None, name=version)


def times(reads: Iterable[Read]) -> Iterator[Time]:
    """The reads that name a time in full; a day without a year is none."""
    for one in reads:
        if one.yearless:
            continue
        match one.value:
            case Day():
                yield Time(first=one.value.day, last=one.value.day, read=one, value=one.value)
            case Period():
                yield Time(first=one.value.first, last=one.value.last, read=one, value=one.value)
            case _:
                pass


def times_in(text: str, subject: Subject) -> tuple[Time, ...]:
    """The times that words outside of the document name, such as when a target is to be reached."""
    return tuple(times(read(text, subject.document.language, subject.document.date.year)))


def sentence_around(passage: Passage, at: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which a character stands."""
    return next((place for place in passage.sentences if place[0] <= at < place[1]), (0, len(passage.text)))
