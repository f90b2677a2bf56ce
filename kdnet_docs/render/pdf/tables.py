"""Tables as values for the Typst template: cells in their columns, and how rows may break."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Row, Table
from kdnet_docs.render.breaks import SHORT_ROW, SMALL_TABLE, row_lines

Content: TypeAlias = Callable[[Row, int, Cell], list[dict[str, Any]]]  # of the cell in that column

_LONGEST_WHOLE_TABLE = 30  # lines; no table is kept whole that might be longer than a page
_KEEP_WHOLE = 2  # the try at which a table with a note astray is kept whole


def table_value(table: Table, name: str, tries: int, content: Content) -> dict[str, Any]:
    """The table's columns and rows, each cell with whether a page break may cut it.

    Where a row moves to the next page to make room for its note, Typst can leave the note behind. The
    engine then asks for the table `name` again, each time broken otherwise (`tries` counts): its rows with
    notes may be cut, then it stays whole if it is not too long, and at last it is left as it is.
    """
    rows = tuple(rows_with_columns(table))
    lines = row_lines(table)
    values: list[dict[str, Any]] = [
        {"role": row.role, "cells": [_cell(row, column, cell, content) for column, cell in cells]}
        for row, cells in rows
    ]
    for at, row in enumerate(values):
        cut_at_note = tries > 0 and any("note" in run for run in _links(row["cells"]))
        for cell in row["cells"]:
            cell["breakable"] = sum(lines[at : at + cell["rows"]]) > SHORT_ROW or cut_at_note
    set_once([row for row in values if row["role"] == "head"], name)
    if tries <= _KEEP_WHOLE:
        own_notes(values, name)
    return {
        "description": table.description,
        "whole": sum(lines) <= (SMALL_TABLE if tries < _KEEP_WHOLE else _LONGEST_WHOLE_TABLE),
        "columns": [column.width for column in table.columns],
        "rows": values,
    }


def _cell(row: Row, column: int, cell: Cell, content: Content) -> dict[str, Any]:
    return {
        "blocks": content(row, column, cell),
        "header": cell.header,
        "rows": cell.row_span,
        "columns": cell.column_span,
    }


def set_once(value: Any, name: str) -> None:
    """Mark the notes and links in `value` to be set once, where Typst may set the words around them again."""
    for number, run in enumerate(_links(value)):
        run["once"] = f"{name}-{number}"


def own_notes(value: Any, name: str) -> None:
    """Have Typst tell us by `name` where a note in `value` stands on another page than its mark."""
    for run in _links(value):
        run["owner"] = name


def _links(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for inner in value:
            yield from _links(inner)
    elif isinstance(value, dict):
        if "note" in value or "link" in value:
            yield value
        else:
            for inner in value.values():
                yield from _links(inner)
