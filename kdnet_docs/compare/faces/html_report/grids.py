"""Where the cells of a pair of tables stand on the page, once rows and columns of both are read together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kdnet_docs.alignment.steps import RowStep, TablePair
from kdnet_docs.compare.faces.html_report.marks import Which
from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place on a line: a cell of one of the tables, or of both, or room where there is none."""

    old: Cell | None = None
    new: Cell | None = None
    column: int
    columns: int = 1
    lines: int = 1
    end: bool = False
    """Whether its column holds figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row step with the rows that stand there; a row that moved stands at each of its places once."""

    step: RowStep
    old: Row | None
    new: Row | None


def lines(pair: TablePair, old: Mapping[str, Row], new: Mapping[str, Row]) -> tuple[Line, ...]:
    """The lines of a pair of tables; `old` and `new` are the rows by their ids."""
    return tuple(
        Line(
            step=step,
            old=old[step.old] if step.old and (step.left or not step.moved) else None,
            new=new[step.new] if step.new and not step.left else None,
        )
        for step in pair.rows
    )


def half(table: Table, which: Which, placed: Sequence[Line]) -> list[list[Slot]]:
    """One of the tables over all lines, with room where the other has a row."""
    cells = {row.id: columns for row, columns in rows_with_columns(table)}
    rows = [line.old if which == "old" else line.new for line in placed]
    at = [number for number, row in enumerate(rows) if row]
    covered: set[tuple[int, int]] = set()
    made: list[list[Slot]] = []
    for number, row in enumerate(rows):
        slots = []
        for column, cell in cells[row.id] if row else ():
            last = at[min(at.index(number) + cell.row_span, len(at)) - 1]
            span = last - number + 1
            slots.append(
                Slot(
                    old=cell if which == "old" else None,
                    new=cell if which == "new" else None,
                    column=column,
                    columns=cell.column_span,
                    lines=span,
                    end=table.columns[column].align == "end",
                )
            )
            covered |= {
                (number + down, column + right) for down in range(span) for right in range(cell.column_span)
            }
        free = [column for column in range(len(table.columns)) if (number, column) not in covered]
        made.append(sorted([*slots, *_room(free)], key=lambda slot: slot.column))
    return made


def _room(columns: Sequence[int]) -> Iterator[Slot]:
    """Room over columns that stand beside one another."""
    start = 0
    for end in range(1, len(columns) + 1):
        if end == len(columns) or columns[end] != columns[end - 1] + 1:
            yield Slot(column=columns[start], columns=end - start)
            start = end


def mergeable(*tables: Table) -> bool:
    """Whether two tables can be shown as one: no cell covers several rows."""
    return all(cell.row_span == 1 for table in tables for row in table.rows for cell in row.cells)


def merged(pair: TablePair, old: Table, new: Table, placed: Sequence[Line]) -> list[list[Slot]]:
    """Both tables as one, for those that are `mergeable`."""
    before = {row.id: dict(cells) for row, cells in rows_with_columns(old)}
    after = {row.id: dict(cells) for row, cells in rows_with_columns(new)}
    ends = [_ends(old, at_old) or _ends(new, at_new) for at_old, at_new in pair.columns]
    made = []
    for line in placed:
        one = before[line.old.id] if line.old else {}
        other = after[line.new.id] if line.new else {}
        starts = []
        for column, (at_old, at_new) in enumerate(pair.columns):
            in_old = one.get(at_old) if at_old is not None else None
            in_new = other.get(at_new) if at_new is not None else None
            if in_old or in_new:
                starts.append(Slot(old=in_old, new=in_new, column=column, end=ends[column]))
        made.append(list(_filled(starts, len(pair.columns))))
    return made


def _ends(table: Table, column: int | None) -> bool:
    return column is not None and column < len(table.columns) and table.columns[column].align == "end"


def _filled(starts: Sequence[Slot], width: int) -> Iterator[Slot]:
    """A line without gaps: a wide cell reaches as far as the next."""
    at = 0
    for number, slot in enumerate(starts):
        if at < slot.column:
            yield Slot(column=at, columns=slot.column - at)
        beyond = starts[number + 1].column if number + 1 < len(starts) else width
        wide = any(cell.column_span > 1 for cell in (slot.old, slot.new) if cell)
        columns = beyond - slot.column if wide else 1
        yield replace(slot, columns=columns)
        at = slot.column + columns
    if at < width:
        yield Slot(column=at, columns=width - at)
