"""The exact amounts of money that the prose says of the document's own year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage, year_of
from kdnet_docs.checks.reading.rounding import step
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.values import Figure, Period

_ABOUT = re.compile(
    r"(?:\bca\.|\bcirka|\bomkring|\bknap|\bgodt|\bover|\bunder|\bop til|\bomtrent)\s*\Z", re.IGNORECASE
)
# What a contract has one of: "basisbevillingen på", "det samlede budget udgør".
_WHAT = re.compile(
    r"\b(?P<what>basisbevilling|grundbevilling|driftsbevilling|bevilling|driftstilskud|grundtilskud|"
    r"budgetramme|totalbudget|budget)(?:en|n|t|tet|et|s)?\s+(?:på|er|er\s+på|udgør)\s+(?:i\s+alt\s+)?\Z",
    re.IGNORECASE,
)
_REACH = 60
_LONGEST = 2000
_FAR = 300
_NEAR = Decimal("0.05")
_SLIPS = (1000, 1_000_000)
_FEWEST_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAmount:
    """An amount in the prose, from `start` to `end`, and the sentence it stands in."""

    passage: Passage
    figure: Figure
    start: int
    end: int
    sentence: str

    @property
    def words(self) -> str:
        """The amount as it stands."""
        return self.passage.text[self.start : self.end]

    @property
    def span(self) -> Span | None:
        """Where it stands in the file."""
        return self.passage.span(self.start, self.end)

    @property
    def what(self) -> str:
        """What it is the amount of, where that is plain."""
        found = _WHAT.search(self.passage.text, max(0, self.start - _REACH), self.start)
        return found["what"].lower() if found else ""

    @property
    def digits(self) -> str:
        """Its digits as they are written."""
        return re.sub(r"\D", "", self.figure.text)

    @property
    def keys(self) -> tuple[str, ...]:
        """What it shares with any amount that it may belie."""
        return (self.digits, self.what) if self.what else (self.digits,)

    def belies(self, other: "SaidAmount") -> bool:
        """Whether not both can be right: the same digits in other units, or nearly the same of one thing."""
        low, high = sorted((self.figure.number, other.figure.number))
        same_digits = self.digits == other.digits and len(self.digits) >= _FEWEST_DIGITS
        if same_digits and high in (low * slip for slip in _SLIPS):
            return True
        exact = max(step(self.figure), step(other.figure)) / 2
        return exact < high - low <= high * _NEAR and bool(self.what) and self.what == other.what


def said_amounts(subject: Subject) -> Iterator[SaidAmount]:
    """Every such amount in reading order; none of tables, none that is about, at most or of other years."""
    for passage in subject.passages:
        for read in passage.reads if passage.leaf.kind != "cell" else ():
            figure = read.value
            if read.kind != "amount" or not isinstance(figure, Figure) or not figure.number:
                continue
            about = _ABOUT.search(passage.text, max(0, read.start - _REACH), read.start)
            rounded = figure.bound or figure.upto is not None or about
            start, end = passage.sentence_at(read.start)
            if not rounded and not _other_year(passage, (start, end), read.start):
                yield SaidAmount(
                    passage=passage,
                    figure=figure,
                    start=read.start,
                    end=read.end,
                    sentence=passage.text[start:end][:_LONGEST],
                )


def _other_year(passage: Passage, sentence: tuple[int, int], at: int) -> bool:
    """Whether the year that goes with an amount, the next after it or the last before, is another one."""
    start, end = max(sentence[0], at - _FAR), min(sentence[1], at + _FAR)
    times = [
        (read.start < at, abs(read.start - at), read.value)
        for read in passage.reads_in(start, end)
        if isinstance(read.value, Period)
    ]
    if not times:
        return False
    period = min(times, key=lambda time: time[:2])[2]
    return not period.first.year <= year_of(passage.anatomy) <= period.last.year
