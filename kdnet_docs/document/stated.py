"""What a document states as data, beside the words in which it says so.

Writers need none of it. Comparison does: that a target was raised is not to be guessed from prose
where the source says it. A document that somebody else wrote states nothing here.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kdnet_docs.base.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTarget:
    """A figure that a goal sets; `goal` is the id of the goal's heading."""

    id: str
    goal: str
    measure: str
    value: Decimal
    unit: str
    due: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedParty:
    """A party, and who signs for it."""

    id: str
    name: str
    signatory: str = ""
    title: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTable:
    """A table with amounts.

    `columns` has for each column of amounts its number from 0, how many units one counts, and the
    currency. `rounding` is how far a stated total may be from the sum of the rows, in the column's own unit.
    """

    id: str
    columns: tuple[tuple[int, int, str], ...]  # (1, 1000, "DKK"); "" where no currency is stated
    rounding: Decimal
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedInitiative:
    """An initiative of a status table; words are plain text."""

    id: str
    title: str
    carriers: str
    statuses: tuple[str, ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedBilag:
    """A bilag of a meeting; `made_of` is ID@VERSION, or a file's path and after a space its SHA-256."""

    key: str
    number: str
    point: int
    title: str
    made_of: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedPoint:
    """A dagsordenspunkt of a meeting; `purpose` is the words for it, such as "til beslutning".

    `is_titled` unless the `title` is only what it goes by, for want of one: that of its first bilag.
    """

    number: int
    title: str
    is_titled: bool
    purpose: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedValue:
    """A value at the top of the source: `key` is "status", "effective" or the like, as authors write it."""

    key: str
    value: str | date
    span: Span | None = None


Stated: TypeAlias = (
    StatedTarget | StatedParty | StatedTable | StatedInitiative | StatedBilag | StatedPoint | StatedValue
)
