"""What only one of the documents has, as the steps of what is in it."""

from collections.abc import Sequence

from kdnet_docs.alignment.steps import CellStep, Deleted, Inserted, NoteStep, RowStep, Step, TablePair
from kdnet_docs.compare.aligning.parts import leaf_ids
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.document.tree import Cell, Table


def of_gone_table(table: Table) -> TablePair:
    """A table of the old document, paired with none."""
    return TablePair(
        old=table.id,
        new="",
        caption=(Deleted(old=table.id),),
        columns=tuple((number, None) for number in range(len(table.columns))),
        rows=tuple(RowStep(old=row.id, new=None) for row in table.rows),
    )


def of_new_table(table: Table) -> TablePair:
    """A table of the new document, paired with none."""
    return TablePair(
        old="",
        new=table.id,
        caption=(Inserted(new=table.id),),
        columns=tuple((None, number) for number in range(len(table.columns))),
        rows=tuple(RowStep(old=None, new=row.id) for row in table.rows),
    )


def in_row(row: RowStep, aligned: Aligned) -> Sequence[CellStep]:
    """The cells of a row, also of one that is in one table only; none at the place that a row left."""
    if row.cells or row.left:
        return row.cells
    if row.old is not None and row.new is None:
        return gone_cells(row.old, aligned)
    if row.new is not None and row.old is None:
        return [CellStep(old=None, new=cell.id) for cell in aligned.new.rows[row.new].cells]
    return ()


def gone_cells(row: str, aligned: Aligned) -> Sequence[CellStep]:
    """The cells of a row of the old document, without any of the new one."""
    return [CellStep(old=cell.id, new=None) for cell in aligned.old.rows[row].cells]


def in_cell(cell: CellStep, aligned: Aligned) -> Sequence[Step]:
    """What is in a cell, also in one that is in one table only."""
    if cell.new is None and cell.old is not None:
        return [Deleted(old=leaf) for leaf in leaves_in(aligned.old.cells[cell.old])]
    if cell.old is None and cell.new is not None:
        return [Inserted(new=leaf) for leaf in leaves_in(aligned.new.cells[cell.new])]
    return cell.steps


def in_note(note: NoteStep, aligned: Aligned) -> Sequence[Step]:
    """What is in a footnote, also in one that is in one document only."""
    if note.new is None and note.old is not None:
        return [Deleted(old=leaf) for leaf in leaf_ids(aligned.old.notes[note.old].blocks)]
    if note.old is None and note.new is not None:
        return [Inserted(new=leaf) for leaf in leaf_ids(aligned.new.notes[note.new].blocks)]
    return note.steps


def leaves_in(cell: Cell) -> Sequence[str]:
    """The leaves of a cell; one without blocks is a leaf itself."""
    return leaf_ids(cell.blocks) or (cell.id,)
