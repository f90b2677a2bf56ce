"""What the rows of a table are called, and the cells in its columns."""

from collections.abc import Iterator, Mapping

from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy
from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Paragraph, Row, Table
from kdnet_docs.document.walk import blocks_within


def rows_of(table: Table) -> Iterator[tuple[Row, Mapping[int, Cell]]]:
    """Each row with its own cells by the number, from 0, of their column."""
    return ((row, dict(cells)) for row, cells in rows_with_columns(table))


def cell_text(side: Anatomy, cell: Cell) -> str:
    """The words of a cell, without the marks of footnotes."""
    leaves = (side.leaves[block.id] for block in blocks_within(cell.blocks) if block.id in side.leaves)
    texts = (leaf.text for leaf in leaves if leaf.kind != "paragraph")  # that is a footnote's
    return " ".join(texts).replace(NOTE_MARK, "").strip()


def label(side: Anatomy, row: Row) -> str:
    """What a row is called: the words of its first cell."""
    if not row.cells:
        return ""
    first = row.cells[0]
    blocks = first.blocks[:1]
    return cell_text(side, Cell(id=first.id, blocks=blocks))


def label_leaf(row: Row) -> str | None:
    """The leaf that says what a row is called; None where its first cell begins with a list or the like."""
    first = row.cells[0].blocks[:1] if row.cells else ()
    return first[0].id if first and isinstance(first[0], Paragraph) else None


def labels(side: Anatomy, table: str) -> dict[str, str]:
    """What each row is called, by its id; one below a merged cell as the row above."""
    names: dict[str, str] = {}
    above = ""
    for row, cells in rows_of(side.tables[table]):
        above = label(side, row) if 0 in cells else above
        names[row.id] = above
    return names
