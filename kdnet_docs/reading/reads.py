"""What a grammar read in a text: a value, what kind it is, and where it stands."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

from kdnet_docs.reading.values import Value, Words

ReadKind: TypeAlias = Literal[
    "amount",  # money
    "quantity",  # any other figure
    "date",
    "deadline",
    "period",
    "year",
    "reference",  # "kapitel 3"
    "name",  # digits that count nothing: "covid-19", "1)", "kl. 12.00"
    "duty",  # "skal", "må ikke"
    "negation",  # "ikke" away from what it negates
    "bound",  # "som minimum" away from a figure
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A value and the characters that say it, `end` excluded."""

    kind: ReadKind
    value: Value
    start: int
    end: int
    yearless: bool = False
    """Of a date, whether its year is not in the text ("senest 1. marts")."""

    @property
    def meaning(self) -> tuple[object, ...]:
        """What is said, without the words that say it where there is more than words."""
        if isinstance(self.value, Words):
            return self.kind, self.value.text
        names = (field.name for field in fields(self.value))
        return (self.kind, *(getattr(self.value, name) for name in names if name != "text"))


def apart(reads: Iterable[Read]) -> tuple[Read, ...]:
    """The reads in order, without those that overlap one named before."""
    kept: list[Read] = []
    for read in reads:
        at = bisect_right(kept, read.start, key=lambda other: other.start)
        before, after = kept[max(at - 1, 0) : at], kept[at : at + 1]
        if all(other.end <= read.start for other in before) and all(
            read.end <= other.start for other in after
        ):
            kept.insert(at, read)
    return tuple(kept)


def unread(reads: Iterable[Read], digits: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The groups of digits that stand in none of the reads."""
    taken = tuple(reads)
    for start, end in digits:
        if not any(read.start <= start and end <= read.end for read in taken):
            yield start, end
