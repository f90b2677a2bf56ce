"""Tables as plain text: columns where they fit on a line, else each cell after its label."""

from collections.abc import Callable, Iterable
from itertools import takewhile

from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Table

_WIDEST = 78  # what a mail program shows without folding
_GAP = "  "

_Words = list[tuple[int, Cell, str]]  # the column of a cell, the cell, and what it says


def table_text(table: Table, content: Callable[[Cell], str]) -> str:
    """The table in aligned columns, or as lines of "label: text" where a line would be too long."""
    rows: list[tuple[str, _Words]] = [
        (row.role, [(at, cell, content(cell)) for at, cell in cells])
        for row, cells in rows_with_columns(table)
    ]
    widths = _widths(len(table.columns), [cells for _, cells in rows])
    on_one_line = all("\n" not in words for _, cells in rows for _, _, words in cells)
    if on_one_line and sum(widths) + len(_GAP) * (len(widths) - 1) <= _WIDEST:
        return _aligned(table, rows, widths)
    return _labelled(rows)


def _widths(columns: int, rows: Iterable[_Words]) -> list[int]:
    """The width of each column, merged cells counted last, in the last column they cover."""
    widths = [0] * columns
    cells = sorted((cell.column_span, at, len(words)) for row in rows for at, cell, words in row)
    for span, at, length in cells:
        others = sum(widths[at : at + span - 1]) + len(_GAP) * (span - 1)
        widths[at + span - 1] = max(widths[at + span - 1], length - others)
    return widths


def _aligned(table: Table, rows: list[tuple[str, _Words]], widths: list[int]) -> str:
    """One line for each row, ruled off below the head and above a total."""
    rule = _GAP.join("-" * width for width in widths)
    lines = []
    before = ""
    for role, cells in rows:
        if before and role != before and (before == "head" or role == "total"):
            lines.append(rule)
        lines.append(_line(table, cells, widths))
        before = role
    return "\n".join(lines)


def _line(table: Table, cells: _Words, widths: list[int]) -> str:
    line = ""
    for at, cell, words in cells:
        start = sum(widths[:at]) + len(_GAP) * at
        width = sum(widths[at : at + cell.column_span]) + len(_GAP) * (cell.column_span - 1)
        set_in = {"start": words.ljust, "end": words.rjust}
        line = line.ljust(start) + set_in[table.columns[at].align](width)
    return line.rstrip()


def _labelled(rows: list[tuple[str, _Words]]) -> str:
    """A paragraph for each row: every cell after the head of its column, or without one of its row."""
    head = list(takewhile(lambda row: row[0] == "head", rows))
    records = [cells for _, cells in rows[len(head) :]]
    labels = _labels(cells for _, cells in head)
    if not records:
        return "\n".join(labels.values())
    written = (_by_column(cells, labels) if labels else _by_row(cells) for cells in records)
    return "\n\n".join("\n".join(lines) for lines in written)


def _labels(head: Iterable[_Words]) -> dict[int, str]:
    """What the head rows call each column, a merged cell's words once, over its first column."""
    labels: dict[int, str] = {}
    for cells in head:
        for at, _, words in cells:
            labels[at] = f"{labels.get(at, '')} {' '.join(words.split())}".strip()
    return labels


def _by_column(cells: _Words, labels: dict[int, str]) -> list[str]:
    return [_labelled_line(labels.get(at, ""), words) for at, _, words in cells]


def _by_row(cells: _Words) -> list[str]:
    heads = [words for _, cell, words in cells if cell.header]
    others = [words for _, cell, words in cells if not cell.header]
    if not others:
        return heads
    label = " ".join(heads)
    return [_labelled_line(label, others[0]), *(_labelled_line("", words) for words in others[1:])]


def _labelled_line(label: str, words: str) -> str:
    line = f"{label}: {words}" if label else words
    return line.replace("\n\n", "\n").replace("\n", "\n  ")
