"""What a change means, as a value: the kind of change, what was, what is, the difference, and where."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal, TypeAlias

from kdnet_docs.base.spans import Span
from kdnet_docs.reading.values import Value


class Kind(StrEnum):
    """The kinds of facts, by the names that JSON and the filters of a report know them by."""

    TARGET = "target"
    TARGET_ADDED = "target-added"
    TARGET_DROPPED = "target-dropped"
    AMOUNT = "amount"
    TOTAL = "total"  # whether rows and total agree
    QUANTITY = "quantity"  # a figure that is no target and no amount: "3-4 gange", "kapitel 3"
    DATE = "date"
    DEADLINE = "deadline"
    PERIOD = "period"
    PARTY = "party"
    SIGNATORY = "signatory"
    OBLIGATION = "obligation"
    DEFINITION = "definition"
    REFERENCE = "reference"
    GOAL_ADDED = "goal-added"
    GOAL_DROPPED = "goal-dropped"
    GOAL_RENUMBERED = "goal-renumbered"
    CLAUSE_ADDED = "clause-added"  # a section, clause, group of goals or appendix
    CLAUSE_DROPPED = "clause-dropped"
    CLAUSE_MOVED = "clause-moved"
    CLAUSE_RENUMBERED = "clause-renumbered"
    HEADING = "heading"  # the words of a heading
    TABLE_ADDED = "table-added"
    TABLE_REMOVED = "table-removed"
    COLUMN_ADDED = "column-added"
    COLUMN_REMOVED = "column-removed"
    ROW_ADDED = "row-added"
    ROW_REMOVED = "row-removed"
    ROW_MOVED = "row-moved"
    ROW_CHANGED = "row-changed"
    FOOTNOTE_ADDED = "footnote-added"
    FOOTNOTE_REMOVED = "footnote-removed"
    FOOTNOTE_CHANGED = "footnote-changed"
    TEXT_ADDED = "text-added"  # a paragraph, item or sentence
    TEXT_REMOVED = "text-removed"
    TEXT_MOVED = "text-moved"
    TEXT_CHANGED = "text-changed"
    TEXT_SPLIT = "text-split"
    TEXT_JOINED = "text-joined"
    FORMATTING = "formatting"
    TYPOGRAPHY = "typography"
    YEAR_SHIFT = "year-shift"
    YEAR_KEPT = "year-kept"  # an exception to the year shift
    PROPERTY = "property"  # title, status, effective, author ...
    INITIATIVE_NEW = "initiative-new"
    INITIATIVE_FINISHED = "initiative-finished"  # or no longer listed
    INITIATIVE_STATUS = "initiative-status"
    INITIATIVE_CHANGED = "initiative-changed"  # its title or who carries it
    POINT_ADDED = "point-added"
    POINT_REMOVED = "point-removed"
    POINT_CHANGED = "point-changed"
    DECISION = "decision"  # what a meeting decided on a point
    BILAG_ADDED = "bilag-added"
    BILAG_REMOVED = "bilag-removed"
    BILAG_REPLACED = "bilag-replaced"
    BILAG_CHANGED = "bilag-changed"  # its number or title


BETWEEN_STATUSES = " / "
"""Between two statuses of one initiative."""

# --- differences -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ByNumber:
    """How much a figure grew (below 0: fell), in its unit, and in per cent of the old where that fits."""

    amount: Decimal
    unit: str
    per_cent: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ByDays:
    """How many days later a date is (below 0: earlier)."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ByYears:
    """By how many years years were shifted (below 0: back); `places` is in how many each old year stood."""

    years: int
    places: tuple[tuple[int, int], ...]


Difference: TypeAlias = ByNumber | ByDays | ByYears

# --- where -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in one document: characters `start` to `end` of a leaf's text, and their place in the YAML.

    `leaf` is the id of a leaf, row, table or footnote, or "" for what has no words in the document.
    """

    leaf: str
    start: int = 0
    end: int = 0
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place in the old document, the place in the new one, or both.

    `clause` is the heading it stands below, with its number, in the new document where it is there.
    """

    old: Spot | None
    new: Spot | None
    clause: str = ""
    clause_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One change: `subject` is what it speaks of, in the document's own words.

    `places` holds every place of a change that stands in several, such as the shift of years; the first
    is where the change is shown. `parties` are the ids of the parties that the changed sentence names.
    `number` counts the facts of a comparison from 1 and makes its address in a report.
    """

    kind: Kind
    subject: str
    old: Value | None
    new: Value | None
    places: tuple[Where, ...]
    difference: Difference | None = None
    direction: Literal["raised", "lowered", "stricter", "looser", "earlier", "later"] | None = None
    agrees: tuple[bool, bool] | None = None
    """Of a total: whether rows and total agreed before, and do now."""
    parties: tuple[str, ...] = ()
    number: int = 0

    @property
    def where(self) -> Where:
        """The place at which the change is shown."""
        return self.places[0]

    @property
    def minor(self) -> bool:
        """Whether a reader may hide it: typography and the shift of years."""
        return self.kind in (Kind.TYPOGRAPHY, Kind.YEAR_SHIFT)
