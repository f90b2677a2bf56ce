from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Column, Row, Table


def places(*rows: tuple[Cell, ...]) -> list[list[tuple[str, int]]]:
    table = Table(
        id="t",
        description="",
        columns=(Column(),) * 3,
        rows=tuple(Row(id=str(number), cells=cells) for number, cells in enumerate(rows)),
    )
    return [[(cell.id, column) for column, cell in cells] for _, cells in rows_with_columns(table)]


def cell(identity: str, row_span: int = 1, column_span: int = 1) -> Cell:
    return Cell(id=identity, blocks=(), row_span=row_span, column_span=column_span)


def test_cells_of_a_plain_row_stand_in_order() -> None:
    assert places((cell("a"), cell("b"), cell("c"))) == [[("a", 0), ("b", 1), ("c", 2)]]


def test_a_cell_over_two_columns_moves_its_neighbour() -> None:
    assert places((cell("a", column_span=2), cell("b"))) == [[("a", 0), ("b", 2)]]


def test_a_cell_from_above_takes_its_place_for_as_many_rows_as_it_covers() -> None:
    assert places(
        (cell("a", row_span=3), cell("b"), cell("c", row_span=2)),
        (cell("d"),),
        (cell("e"), cell("f")),
        (cell("g"), cell("h"), cell("i")),
    ) == [
        [("a", 0), ("b", 1), ("c", 2)],
        [("d", 1)],
        [("e", 1), ("f", 2)],
        [("g", 0), ("h", 1), ("i", 2)],
    ]


def test_a_block_of_merged_cells_pushes_the_cells_below_aside() -> None:
    assert places((cell("a", row_span=2, column_span=2), cell("b")), (cell("c"),)) == [
        [("a", 0), ("b", 2)],
        [("c", 2)],
    ]
