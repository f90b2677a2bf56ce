"""Where the cells of two tables stand: every place of the grid is covered once."""

import pytest
from samples import cell

from kdnet_docs.alignment.steps import RowStep, TablePair
from kdnet_docs.compare.faces.html_report.grids import Grid, half, lines, merged
from kdnet_docs.document.tree import Cell, Column, Row, Table

OLD_AND_NEW = ((0, 0), (1, 1))


def table(*rows: tuple[Cell, ...], columns: int = 2) -> Table:
    made = tuple(Row(id=cells[0].id.split("/")[0], cells=cells) for cells in rows)
    return Table(id="t", columns=(Column(),) * columns, rows=made, description="")


def pair(*rows: RowStep, columns: tuple[tuple[int | None, int | None], ...] = OLD_AND_NEW) -> TablePair:
    return TablePair(old="t", new="t", caption=(), columns=columns, rows=rows)


def both(row: str) -> RowStep:
    return RowStep(old=row, new=row)


def grids(old: Table, new: Table, steps: TablePair) -> tuple[Grid, Grid, Grid]:
    placed = lines(steps, {row.id: row for row in old.rows}, {row.id: row for row in new.rows})
    return half(old, "old", placed), half(new, "new", placed), merged(steps, old, new, placed)


def shown(grid: Grid) -> list[list[str]]:
    """Each slot as its column, its cells, and how far it reaches right and down."""
    return [
        [
            f"{slot.column} {(slot.old or slot.new or cell('-', '')).id} {slot.columns}x{slot.lines}"
            for slot in line
        ]
        for line in grid
    ]


def tiles(grid: Grid, width: int) -> bool:
    """Whether each place of the grid is covered once."""
    places = [
        (number + down, slot.column + right)
        for number, line in enumerate(grid)
        for slot in line
        for down in range(slot.lines)
        for right in range(slot.columns)
    ]
    return sorted(places) == [(line, column) for line in range(len(grid)) for column in range(width)]


def test_a_row_of_one_table_has_room_beside_it_in_the_other() -> None:
    old = table((cell("a/1", "A"), cell("a/2", "1")), (cell("b/1", "B"), cell("b/2", "2")))
    new = table((cell("a/1", "A"), cell("a/2", "1")))
    left, right, one = grids(old, new, pair(both("a"), RowStep(old="b", new=None)))
    assert shown(right) == [["0 a/1 1x1", "1 a/2 1x1"], ["0 - 2x1"]]
    assert shown(left) == shown(one) == [["0 a/1 1x1", "1 a/2 1x1"], ["0 b/1 1x1", "1 b/2 1x1"]]


def test_a_cell_over_several_rows_reaches_over_a_row_that_came_between() -> None:
    old = table((cell("a/1", "A", row_span=2), cell("a/2", "1")), (cell("c/2", "3"),))
    new = table((cell("a/1", "A", row_span=3), cell("a/2", "1")), (cell("b/2", "2"),), (cell("c/2", "3"),))
    for grid in grids(old, new, pair(both("a"), RowStep(old=None, new="b"), both("c"))):
        assert tiles(grid, 2)
        assert shown(grid)[0][0] == "0 a/1 1x3"


def test_a_cell_over_several_rows_ends_where_another_row_of_both_begins() -> None:
    old = table((cell("a/1", "A", row_span=2), cell("a/2", "1")), (cell("b/2", "2"),))
    new = table((cell("a/1", "A"), cell("a/2", "1")), (cell("n/1", "N"), cell("n/2", "3")))
    steps = pair(both("a"), RowStep(old=None, new="n"), RowStep(old="b", new=None))
    assert all(tiles(grid, 2) for grid in grids(old, new, steps))


def test_a_moved_row_stands_at_both_of_its_places() -> None:
    old = table((cell("a/1", "A"), cell("a/2", "1")), (cell("b/1", "B"), cell("b/2", "2")))
    new = table((cell("b/1", "B"), cell("b/2", "2")), (cell("a/1", "A"), cell("a/2", "1")))
    left = RowStep(old="a", new="a", moved=True, left=True)
    came = RowStep(old="a", new="a", moved=True)
    one = grids(old, new, pair(left, both("b"), came))[2]
    assert [line[0] for line in shown(one)] == ["0 a/1 1x1", "0 b/1 1x1", "0 a/1 1x1"]
    assert (one[0][0].new, one[2][0].old) == (None, None)


@pytest.mark.parametrize(
    "columns", [((0, 0), (None, 1), (1, 2)), ((0, 0), (1, 2), (None, 1)), ((0, 0), (1, 1), (None, 2))]
)
def test_a_new_column_stands_between_the_old_ones_and_wide_cells_reach_over_it(
    columns: tuple[tuple[int | None, int | None], ...],
) -> None:
    old = table((cell("a/1", "A"), cell("a/2", "1")), (cell("s/1", "Sum", column_span=2),))
    new = table(
        (cell("a/1", "A"), cell("a/2", "ny"), cell("a/3", "1")),
        (cell("s/1", "Sum", column_span=3),),
        columns=3,
    )
    assert tiles(grids(old, new, pair(both("a"), both("s"), columns=columns))[2], 3)
