"""Rows, cells, notes and tables of one document alone have their words as steps."""

from itertools import permutations

import pytest
from project_documents import REFERENCES, document

from kdnet_docs.alignment.steps import CellStep, Deleted, Inserted, NoteStep, RowStep
from kdnet_docs.compare.align import align
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.one_sided import in_cell, in_note, in_row, of_gone_table, of_new_table

ALIGNED = [align(document(old), document(new)) for old, new in list(permutations(REFERENCES[:2]))]


@pytest.mark.parametrize("aligned", ALIGNED)
def test_what_only_one_document_has_is_deleted_or_inserted(aligned: Aligned) -> None:
    for row in aligned.old.rows:
        cells = in_row(RowStep(old=row, new=None), aligned)
        steps = [step for cell in cells for step in in_cell(cell, aligned)]
        assert cells
        assert all(isinstance(step, Deleted) and step.old in aligned.old.leaves for step in steps)
    for note in aligned.new.notes:
        inside = in_note(NoteStep(old=None, new=note), aligned)
        assert inside
        assert all(isinstance(step, Inserted) and step.new in aligned.new.leaves for step in inside)


def test_what_both_have_keeps_its_steps() -> None:
    step = Inserted(new="x")
    assert in_note(NoteStep(old="a", new="b", steps=(step,)), ALIGNED[0]) == (step,)
    assert in_cell(CellStep(old="a", new="b", steps=(step,)), ALIGNED[0]) == (step,)


def test_a_row_that_left_has_no_cells_there() -> None:
    assert in_row(RowStep(old="a", new="b", moved=True, left=True), ALIGNED[0]) == ()


def test_a_table_of_one_document_has_all_its_rows_there() -> None:
    aligned = ALIGNED[0]
    for table in aligned.old.tables.values():
        assert [row.old for row in of_gone_table(table).rows] == [row.id for row in table.rows]
    for table in aligned.new.tables.values():
        assert [row.new for row in of_new_table(table).rows] == [row.id for row in table.rows]
