"""How two documents lie side by side: steps in the order in which both are read together.

Ids name what stands in the documents: paragraphs, headings, items and the like are *leaves*; a table
is one leaf from outside, and has rows, cells and leaves of its own. The names are Word's own for
tracked changes (w:del, w:ins, w:moveFrom, w:moveTo).
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """The same leaf in both: one and one, one that was split (1, n), or several that were joined (n, 1)."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """A leaf that only the old document has; a whole table too."""

    old: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inserted:
    """A leaf that only the new document has; a whole table too."""

    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedFrom:
    """Where a leaf stood that now stands elsewhere, perhaps with other words; a whole table too."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedTo:
    """Where that leaf stands now."""

    old: str
    new: str
    table: "TablePair | None" = None
    """Of a table, what has changed in it: its rows and cells by their steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStep:
    """A place in a pair of rows: a cell in both, or in one of them where its column is in one only.

    None on both sides is no step. A cell that covers several columns has one step.
    """

    old: str | None
    new: str | None
    steps: tuple["Step", ...] = ()
    """What is in the cell; empty where the cell is in one document only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowStep:
    """A row of a pair of tables: in both, in one, or, with `moved`, at the place it left or came to.

    A moved row has both ids, in both of its places, and its cells only where it came to.
    """

    old: str | None
    new: str | None
    moved: bool = False
    left: bool = False
    """Whether this is the place that a moved row left."""
    cells: tuple[CellStep, ...] = ()
    """Empty where the row is in one document only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePair:
    """The same table in both; a caption is a leaf with the table's id and stands before its rows.

    `columns` holds old and new numbers of columns from 0, in the order in which both are read
    together; None where a column is in one table only.
    """

    old: str
    new: str
    caption: tuple["Step", ...]
    columns: tuple[tuple[int | None, int | None], ...]
    rows: tuple[RowStep, ...]


Step: TypeAlias = Paired | Deleted | Inserted | MovedFrom | MovedTo | TablePair


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStep:
    """A footnote in both documents, or in one; `steps` is what is in a note of both.

    They stand in the order of the new document, and of the old as far as none has moved.
    """

    old: str | None
    new: str | None
    steps: tuple[Step, ...] = ()
