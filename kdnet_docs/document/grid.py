"""Where the cells of a table stand, once merged cells have taken their room."""

from collections.abc import Iterator

from kdnet_docs.document.tree import Cell, Row, Table


def rows_with_columns(table: Table) -> Iterator[tuple[Row, tuple[tuple[int, Cell], ...]]]:
    """Each row with its own cells and the number, from 0, of the column in which each begins."""
    taken: dict[int, int] = {}  # column -> rows below that a cell from above still covers
    for row in table.rows:
        placed = []
        covered = {column for column, rows in taken.items() if rows}
        taken = {column: rows - 1 for column, rows in taken.items() if rows > 1}
        column = 0
        for cell in row.cells:
            while column in covered:
                column += 1
            placed.append((column, cell))
            if cell.row_span > 1:
                taken |= {column + offset: cell.row_span - 1 for offset in range(cell.column_span)}
            column += cell.column_span
        yield row, tuple(placed)
