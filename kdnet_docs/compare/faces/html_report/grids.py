"""Where the cells of a pair of tables stand on the page, once rows and columns of both are read together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kdnet_docs.alignment.steps import RowStep, TablePair
from kdnet_docs.compare.faces.html_report.marks import Which
from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row step with the rows that stand there; a row that moved stands at each of its places once."""

    step: RowStep
    old: Row | None
    new: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in the grid: a cell of one of the tables, or of both, or room where there is none.

    `end` is whether its column holds figures.
    """

    column: int
    old: Cell | None = None
    new: Cell | None = None
    columns: int = 1
    lines: int = 1
    end: bool = False


Grid = list[list[Slot]]


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


def half(table: Table, which: Which, placed: Sequence[Line]) -> Grid:
    """One of the tables over all lines, with room where only the other has a row."""
    same = range(len(table.columns))
    return _tiled(_cells(table, which, placed, same), len(table.columns))


def merged(pair: TablePair, old: Table, new: Table, placed: Sequence[Line]) -> Grid:
    """Both tables as one: cells of a pair in one place."""
    width = len(pair.columns)
    columns_of_old = {one: at for at, (one, _) in enumerate(pair.columns) if one is not None}
    columns_of_new = {one: at for at, (_, one) in enumerate(pair.columns) if one is not None}
    before = _cells(old, "old", placed, columns_of_old)
    after = _cells(new, "new", placed, columns_of_new)
    return _tiled([_both(one, other) for one, other in zip(before, after, strict=True)], width)


def _cells(
    table: Table, which: Which, placed: Sequence[Line], columns: Mapping[int, int] | Sequence[int]
) -> list[dict[int, Slot]]:
    """For each line the cells of one table by their columns, as wide and as high as they would be."""
    rows = [line.old if which == "old" else line.new for line in placed]
    here = [number for number, row in enumerate(rows) if row]
    cells = {row.id: own for row, own in rows_with_columns(table)}
    found: list[dict[int, Slot]] = [{} for _ in rows]
    for at, number in enumerate(here):
        row = rows[number]
        for own, cell in cells[row.id] if row else ():
            column = columns[own]
            last_column = columns[min(own + cell.column_span, len(table.columns)) - 1]
            last_line = here[min(at + cell.row_span, len(here)) - 1]
            found[number][column] = Slot(
                column=column,
                old=cell if which == "old" else None,
                new=cell if which == "new" else None,
                columns=last_column - column + 1,
                lines=last_line - number + 1,
                end=table.columns[own].align == "end",
            )
    return found


def _both(old: Mapping[int, Slot], new: Mapping[int, Slot]) -> dict[int, Slot]:
    """The cells of a line of both tables; two in one place are as large as the larger."""
    both = {**old, **new}
    for column in old.keys() & new.keys():
        one, other = old[column], new[column]
        columns, lines_down = max(one.columns, other.columns), max(one.lines, other.lines)
        both[column] = replace(other, old=one.old, columns=columns, lines=lines_down)
    return both


def _tiled(cells: Sequence[Mapping[int, Slot]], width: int) -> Grid:
    """The grid without gaps and overlaps: a cell ends where another begins, and room is filled in."""
    taken: set[tuple[int, int]] = set()
    grid: Grid = []
    for number, line in enumerate(cells):
        made: list[Slot] = []
        for slot in sorted((*line.values(), *_room(line, taken, number, width)), key=lambda one: one.column):
            free = [
                column
                for column in range(slot.column, min(slot.column + slot.columns, width))
                if (number, column) not in taken and (column == slot.column or column not in line)
            ]
            columns = _unbroken(free)
            over = range(slot.column, slot.column + columns)
            down = 1
            while down < slot.lines and not any(column in cells[number + down] for column in over):
                down += 1
            taken |= {(number + below, column) for below in range(down) for column in over}
            made.append(replace(slot, columns=columns, lines=down))
        grid.append(made)
    return grid


def _room(line: Mapping[int, Slot], taken: set[tuple[int, int]], number: int, width: int) -> Iterator[Slot]:
    """Room for the columns of a line that no cell covers, a stretch at a time."""
    covered = {column for slot in line.values() for column in range(slot.column, slot.column + slot.columns)}
    free = [column for column in range(width) if column not in covered and (number, column) not in taken]
    while free:
        columns = _unbroken(free)
        yield Slot(column=free[0], columns=columns)
        free = free[columns:]


def _unbroken(columns: Sequence[int]) -> int:
    """How many columns follow one another from the first."""
    return next((at for at in range(1, len(columns)) if columns[at] != columns[at - 1] + 1), len(columns))
