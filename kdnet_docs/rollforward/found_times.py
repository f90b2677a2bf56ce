"""The years, dates and periods of a stretch of prose, each with the words around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kdnet_docs.base.spans import Wording
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.reading.read import read
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.sentences import sentences
from kdnet_docs.reading.values import Day, Period

_PARAGRAPHS = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")
# What names other places: it is never read, and each character of it keeps its place.
_NAMES = re.compile(
    r"\{\{.{0,300}?\}\}|\[\^[^\]\s]{0,300}\]:?|\]\([^)\n]{0,1000}\)|`[^`\n]{0,300}`", re.DOTALL
)
_TARGET = re.compile(r"\{\{\s*targets\.([a-z0-9_-]+)")
_LISTED = re.compile(r"\s*(?:,|og|eller|and|or|&)\s*(?:i\s|in\s)?\s*", re.IGNORECASE)
_HIDDEN = "\ufffc"

_LONGEST = 20
"""So many characters of a word may stand on each side of a year in it."""

_NEAR = 60
"""So many years from the document's own, a figure of four digits counts something else."""

TimeKind = Literal["day", "part", "year", "years", "listed", "named", "yearless"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Words that speak of time, `end` excluded, and from which year to which.

    Of `kind`: "day"; "part" of a year, such as a season or a deadline at its end; "year"; "years" that
    make one period; "listed" years ("2022 og 2023"); a year that is "named" in a reference; "yearless",
    of every year. `month` is the first one, of a day or a part of a year.
    """

    words: str
    start: int
    end: int
    kind: TimeKind
    first: int
    last: int
    month: int = 0
    until: int = 0
    """The month in which it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A paragraph with its times; `offset` is where it begins in the wording it stands in.

    `raw` are its words as they stand; `text` is without line breaks and what names other places.
    """

    raw: str
    offset: int
    text: str
    times: tuple[Time, ...]
    sentences: tuple[tuple[int, int], ...]

    @property
    def is_note(self) -> bool:
        """Whether it is the text of a footnote."""
        return self.raw.lstrip().startswith("[^")

    def sentence(self, time: Time) -> tuple[int, int]:
        """Where the sentence begins and ends that a time stands in."""
        return next((one for one in self.sentences if one[0] <= time.start < one[1]), (0, len(self.text)))

    def target(self, time: Time) -> str | None:
        """The target that a sentence sets for a time: the first after it, or else the last before it."""
        start, end = self.sentence(time)
        after = _TARGET.search(self.raw, time.end, end)
        before = [match[1] for match in _TARGET.finditer(self.raw, start, time.start)]
        return after[1] if after else (before[-1] if before else None)


def stretches(wording: Wording, language: str, year: int) -> Iterator[Stretch]:
    """The paragraphs of a wording; `year` is the document's."""
    for match in _PARAGRAPHS.finditer(wording.text):
        hidden = _NAMES.sub(lambda name: _HIDDEN * len(name[0]), match[0])
        text = hidden.replace("\n", " ")
        times = tuple(_times(text, read(text, language, year), year))
        yield Stretch(raw=match[0], offset=match.start(), text=text, times=times, sentences=sentences(text))


def _times(text: str, reads: Sequence[Read], year: int) -> Iterator[Time]:
    found = [time for one in reads if (time := _time(one))]
    taken = [(time.start, time.end) for time in found]
    for match in YEAR.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            named = int(match[0])
            found.append(_of(text, "named", _whole_word(text, *match.span()), (named, named)))
    near = (time for time in found if time.kind == "yearless" or abs(time.first - year) <= _NEAR)
    yield from _listed(text, sorted(near, key=lambda time: time.start))


def _time(one: Read) -> Time | None:
    text = one.value.text
    match one.value:
        case Day(day=day):
            # "inden udgangen af 2022" is read as a day, and has no other than its year says.
            kind: TimeKind = "day" if re.search(r"\d{1,2}\D", YEAR.sub("", text) + " ") else "part"
            first = last = day.year
            month = until = day.month
        case Period(first=begins, last=ends):
            kind = "year" if one.kind == "year" else "part"
            if one.kind == "period" and begins.year != ends.year:
                kind = "years"
            first, last, month, until = begins.year, ends.year, begins.month, ends.month
        case _:
            return None
    if one.yearless:
        kind = "yearless"
    return Time(
        words=" ".join(text.split()),
        start=one.start,
        end=one.end,
        kind=kind,
        first=first,
        last=last,
        month=month,
        until=until,
    )


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word that a year stands in, such as "FY2022"."""
    first, last = max(0, start - _LONGEST), end + _LONGEST
    while start > first and text[start - 1].isalnum():
        start -= 1
    while end < last and text[end : end + 1].isalnum():
        end += 1
    return start, end


def _of(text: str, kind: TimeKind, at: tuple[int, int], years: tuple[int, int]) -> Time:
    (start, end), (first, last) = at, years
    words = " ".join(text[start:end].split())
    return Time(words=words, start=start, end=end, kind=kind, first=first, last=last)


def _listed(text: str, times: Sequence[Time]) -> Iterator[Time]:
    """The times, those years as one that stand in a list: "2022 og 2023"."""
    runs: list[list[Time]] = [[time] for time in times[:1]]
    for one, other in pairwise(times):
        if one.kind == other.kind == "year" and _LISTED.fullmatch(text, one.end, other.start):
            runs[-1].append(other)
        else:
            runs.append([other])
    for run in runs:
        first, last = run[0], run[-1]
        listed = _of(text, "listed", (first.start, last.end), (first.first, last.last))
        yield first if len(run) == 1 else listed
