"""How tables stand on pages and break over them: one rule for Word and PDF, so that their pages agree."""

from math import ceil

from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Block, Cell, CodeBlock, Table
from kdnet_docs.document.walk import blocks_within, own_inlines, plain_text

SHORT_ROW = 8
"""Lines; a longer row may break over two pages."""

SMALL_TABLE = 10
"""Lines; a longer table may break over two pages."""

ABREAST = 2
"""The signatories side by side: a third would leave none of them 60 mm to sign in."""

_CHARACTERS_ACROSS = 105  # about so many stand on a line as wide as the text in the style of tables


def row_lines(table: Table) -> tuple[int, ...]:
    """About how many lines high each row is; a cell that spans several rows shares its lines out."""
    return tuple(
        max((_lines(table, column, cell) for column, cell in cells), default=1)
        for _, cells in rows_with_columns(table)
    )


def _lines(table: Table, column: int, cell: Cell) -> int:
    across = characters_across(table, column, cell)
    words = (_characters(block) for block in blocks_within(cell.blocks))
    return ceil(sum(max(1, ceil(length / across)) for length in words) / cell.row_span)


def _characters(block: Block) -> int:
    return len(block.text) if isinstance(block, CodeBlock) else len(plain_text(own_inlines(block)))


def characters_across(table: Table, column: int, cell: Cell) -> float:
    """About how many characters stand on a line of the cell."""
    widths = [column.width for column in table.columns]
    share = sum(widths[column : column + cell.column_span]) / sum(widths)
    return max(4.0, share * _CHARACTERS_ACROSS - 2)
