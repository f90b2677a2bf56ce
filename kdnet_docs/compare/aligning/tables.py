"""Two tables side by side: their columns, their rows, and the cells of both."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from kdnet_docs.alignment.sequence import Part, matches
from kdnet_docs.alignment.steps import CellStep, Deleted, Inserted, Paired, RowStep, Step, TablePair
from kdnet_docs.alignment.together import Place, read_together
from kdnet_docs.compare.aligning.parts import text_of
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Row, Table

Placed: TypeAlias = tuple[Row, tuple[tuple[int, Cell], ...]]
"""A row, and the number of the column in which each of its cells begins."""

Columns: TypeAlias = tuple[tuple[int | None, int | None], ...]

Contents: TypeAlias = Callable[[Cell, Cell], tuple[Step, ...]]
"""The steps of what is in two cells."""

_COUNTED = re.compile(r"^(?:x|\d+(?:-\d+)*)(?:-\d+)?$")
"""A row or column called by a figure, or by nothing but its number: no name that outlives moving."""


def table_pair(old_side: Anatomy, new_side: Anatomy, old: Table, new: Table, contents: Contents) -> TablePair:
    """The steps of one table that is in both documents."""
    before, after = tuple(rows_with_columns(old)), tuple(rows_with_columns(new))
    columns = _columns(_column_parts(old_side, old, before), _column_parts(new_side, new, after))
    rows = matches(
        [_row_part(old_side, row, old) for row, _ in before],
        [_row_part(new_side, row, new) for row, _ in after],
    )
    return TablePair(
        old=old.id,
        new=new.id,
        caption=_caption(old, new),
        columns=columns,
        rows=tuple(
            _row_step(place, before, after, columns, contents)
            for place in read_together(rows, len(before), len(after))
        ),
    )


def _caption(old: Table, new: Table) -> tuple[Step, ...]:
    if old.caption and new.caption:
        return (Paired(old=(old.id,), new=(new.id,)),)
    if old.caption:
        return (Deleted(old=old.id),)
    return (Inserted(new=new.id),) if new.caption else ()


# --- rows and cells ------------------------------------------------------------------------------


def _row_part(side: Anatomy, row: Row, table: Table) -> Part:
    """A row with its name, and its words without a number that only counts the rows."""
    name = row.id.removeprefix(f"{table.id}/")
    is_counted = bool(_COUNTED.match(name))
    cells = row.cells[1:] if is_counted and len(row.cells) > 1 else row.cells
    return Part(
        key="" if is_counted else name,
        text="\t".join(text_of(side, cell.blocks) for cell in cells),
        kind=row.role,
    )


def _row_step(
    place: Place, old: Sequence[Placed], new: Sequence[Placed], columns: Columns, contents: Contents
) -> RowStep:
    before = old[place.old[0]] if place.old else None
    after = new[place.new[0]] if place.new else None
    cells: Iterator[CellStep] = iter(())
    if before and after and place.what != "left":
        cells = _cells(dict(before[1]), dict(after[1]), columns, contents)
    return RowStep(
        old=before[0].id if before else None,
        new=after[0].id if after else None,
        moved=place.what in ("left", "came"),
        left=place.what == "left",
        cells=tuple(cells),
    )


def _cells(
    old: dict[int, Cell], new: dict[int, Cell], columns: Columns, contents: Contents
) -> Iterator[CellStep]:
    for at_old, at_new in columns:
        before = old.get(at_old) if at_old is not None else None
        after = new.get(at_new) if at_new is not None else None
        if before and after:
            yield CellStep(old=before.id, new=after.id, steps=contents(before, after))
        elif before or after:
            yield CellStep(old=before.id if before else None, new=after.id if after else None)


# --- columns -------------------------------------------------------------------------------------


def _columns(old: Sequence[Part], new: Sequence[Part]) -> Columns:
    """Columns by their key or head; as many in the same place as came there are the same, renamed."""
    found = [match for match in matches(old, new) if not match.moved]
    made: list[tuple[int | None, int | None]] = []
    gone: list[int] = []
    came: list[int] = []

    def close_gap() -> None:
        if len(gone) == len(came):
            made.extend(zip(gone, came, strict=True))
        else:
            made.extend(chain(((at, None) for at in gone), ((None, at) for at in came)))
        gone.clear()
        came.clear()

    for place in read_together(found, len(old), len(new)):
        if place.what == "same":
            close_gap()
            made.append((place.old[0], place.new[0]))
        else:
            gone.extend(place.old)
            came.extend(place.new)
    close_gap()
    return tuple(made)


def _column_parts(side: Anatomy, table: Table, rows: Sequence[Placed]) -> list[Part]:
    """Each column with the key that the ids of its cells end in, and the words of its head."""
    count = max(
        (len(table.columns), *(at + cell.column_span for _, cells in rows for at, cell in cells)), default=0
    )
    parts = []
    for column in range(count):
        cells = [cell for row, cells in rows for at, cell in cells if at == column]
        first = next((cell for cell in cells if cell.column_span == 1), None)
        key = first.id.rpartition("/")[2] if first else ""
        is_head = bool(first and rows and rows[0][0].role == "head")
        parts.append(
            Part(
                key="" if _COUNTED.match(key) else key,
                text=text_of(side, first.blocks) if first and is_head else "",
            )
        )
    return parts
