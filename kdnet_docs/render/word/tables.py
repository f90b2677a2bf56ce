"""Tables laid out for Word: merged cells, and what stays together at the foot of a page."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Row, Table
from kdnet_docs.ooxml.table import TableCell, TableProperties, row, table
from kdnet_docs.ooxml.xml import Element
from kdnet_docs.render.breaks import SHORT_ROW, SMALL_TABLE, row_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlace:
    """Where a cell stands, as far as it matters for what is in it."""

    row: Row
    column: int
    width: int  # twips
    keep_next: bool


Content: TypeAlias = Callable[[Cell | None, CellPlace], tuple[Element, ...]]


def table_element(block: Table, style: str, width: int, content: Content) -> Element:
    """The table over a width in twips; `content` writes a cell, or None where the grid has a hole."""
    widths = _widths(block, width)
    lines = row_lines(block)
    keep = _rows_kept_with_next(block, lines)
    rows = [
        row(
            _cells(found, placed, widths, content, keep_next=kept),
            head=found.role == "head",
            whole=height <= SHORT_ROW,
        )
        for (found, placed), kept, height in zip(_rows_with_covered(block), keep, lines, strict=True)
    ]
    properties = TableProperties(
        style=style,
        widths=widths,
        description=block.description,
        first_row=bool(block.rows) and block.rows[0].role == "head",
        last_row=bool(block.rows) and block.rows[-1].role == "total",
        first_column=_has_row_headers(block),
    )
    return table(properties, rows)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a row of the grid: a cell's own, one that it covers from above, or a hole."""

    column: int
    columns: int
    cell: Cell | None
    merge: str | None = None


def _rows_with_covered(block: Table) -> Iterator[tuple[Row, list[_Place]]]:
    """Each row with all its places from left to right."""
    above: dict[int, tuple[Cell, int]] = {}  # column -> the cell that reaches down, rows still to cover
    for found, placed in rows_with_columns(block):
        places = [_Place(column, cell.column_span, cell, "continue") for column, (cell, _) in above.items()]
        places += [
            _Place(column, cell.column_span, cell, "restart" if cell.row_span > 1 else None)
            for column, cell in placed
        ]
        above = {column: (cell, rows - 1) for column, (cell, rows) in above.items() if rows > 1}
        above |= {column: (cell, cell.row_span - 1) for column, cell in placed if cell.row_span > 1}
        yield found, sorted([*places, *_holes(places, len(block.columns))], key=lambda place: place.column)


def _holes(places: Iterable[_Place], columns: int) -> list[_Place]:
    taken = {place.column + offset for place in places for offset in range(place.columns)}
    return [_Place(column, 1, None) for column in range(columns) if column not in taken]


def _cells(
    found: Row, places: list[_Place], widths: list[int], content: Content, *, keep_next: bool
) -> Iterator[TableCell]:
    for place in places:
        width = sum(widths[place.column : place.column + place.columns])
        own = None if place.merge == "continue" else place.cell
        where = CellPlace(row=found, column=place.column, width=width, keep_next=keep_next)
        yield TableCell(width=width, content=content(own, where), columns=place.columns, merge=place.merge)


def _widths(block: Table, width: int) -> list[int]:
    """The columns' widths, which add up to the whole."""
    whole = sum(column.width for column in block.columns)
    edges, so_far = [0], 0.0
    for column in block.columns:
        so_far += column.width
        edges.append(round(width * so_far / whole))
    return [right - left for left, right in pairwise(edges)]


def _has_row_headers(block: Table) -> bool:
    return any(
        cell.header and column == 0
        for found, placed in rows_with_columns(block)
        if found.role != "head"
        for column, cell in placed
    )


# --- what stays together -------------------------------------------------------------------------


def _rows_kept_with_next(block: Table, lines: tuple[int, ...]) -> list[bool]:
    """Head rows stay with what they head, a total with the last figures, a small table with itself."""
    small = sum(lines) <= SMALL_TABLE
    last = len(block.rows) - 1
    return [
        at < last
        and (small or height <= SHORT_ROW)
        and (small or found.role == "head" or (at == last - 1 and block.rows[last].role == "total"))
        for at, (found, height) in enumerate(zip(block.rows, lines, strict=True))
    ]
