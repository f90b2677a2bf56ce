"""What words can say, as values: a figure, a day, a period, how far something binds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words as they stand in the document; `style` is how they are set, where that is what changed.

    Of "strong", "emphasis", "code", "new-page", "item", "bullet", "quote", "columns", "level 2", and "link"
    with where it leads.
    """

    text: str
    style: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure: `unit` is "pct.", "kr." or what else it counts, `text` as it stands.

    `number` has the scale of "mio. kr." or of the column's unit taken in. `upto` is the other end of a
    range ("3-4 gange"). `bound` is "mindst" or "højst" as the text binds it, in whatever words.
    """

    number: Decimal
    unit: str
    text: str
    upto: Decimal | None = None
    bound: Literal["at-least", "at-most"] | None = None
    due: str = ""
    """Of a target, when it is to be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date, as it is and as it stands."""

    day: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period from the first day of it to the last: years, a quarter, a season, two dates."""

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """How far something binds, and the words that say so ("er forpligtet til")."""

    force: Literal["shall", "should", "may", "must-not", "need-not", "at-least", "at-most", "none"]
    text: str


Value: TypeAlias = Words | Figure | Day | Period | Duty
