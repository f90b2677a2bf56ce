"""Tables as HTML: groups of rows, scopes of headers, merged cells and widths."""

from collections.abc import Callable, Iterable
from itertools import takewhile

from markupsafe import Markup

from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Column, Row, Table
from kdnet_docs.render.html.elements import element, void_element

_PlacedRow = tuple[Row, tuple[tuple[int, Cell], ...]]


def table_element(table: Table, caption: Markup, content: Callable[[Cell], Markup]) -> Markup:
    """The table in a box that scrolls sideways by itself where the screen is narrow."""
    rows = list(rows_with_columns(table))
    head = list(takewhile(lambda row: row[0].role == "head", rows))
    foot = list(takewhile(lambda row: row[0].role == "total", reversed(rows)))[::-1]
    body = rows[len(head) : len(rows) - len(foot)]
    groups = (("thead", head), ("tbody", body), ("tfoot", foot))
    return element(
        "div",
        element(
            "table",
            element("caption", caption) if caption else Markup(""),
            _widths(table.columns),
            *(_group(name, group, table.columns, content) for name, group in groups if group),
            id=table.id,
        ),
        class_="table",
        role="group",
        aria_label=table.description or None,
        tabindex=0,
    )


def _widths(columns: tuple[Column, ...]) -> Markup:
    whole = sum(column.width for column in columns)
    return element(
        "colgroup",
        *(void_element("col", style=f"width:{100 * column.width / whole:.4g}%") for column in columns),
    )


def _group(
    name: str,
    rows: Iterable[_PlacedRow],
    columns: tuple[Column, ...],
    content: Callable[[Cell], Markup],
) -> Markup:
    return element(
        name,
        *(
            element(
                "tr",
                *(_cell(cell, row, columns[at], content) for at, cell in cells),
                id=row.id,
                class_="total" if row.role == "total" else None,
            )
            for row, cells in rows
        ),
    )


def _cell(cell: Cell, row: Row, column: Column, content: Callable[[Cell], Markup]) -> Markup:
    return element(
        "th" if cell.header else "td",
        content(cell),
        id=cell.id,
        scope=("col" if row.role == "head" else "row") if cell.header else None,
        rowspan=cell.row_span if cell.row_span > 1 else None,
        colspan=cell.column_span if cell.column_span > 1 else None,
        class_=column.align if column.align != "start" else None,
    )
