"""What happened in a pair of tables: in its rows, its cells and their words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from kdnet_docs.alignment.steps import (
    CellStep,
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
    RowStep,
    Step,
    TablePair,
)
from kdnet_docs.compare.aligning.parts import leaf_ids
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.faces.html_report.leaves import LeafStep, Leaves
from kdnet_docs.compare.faces.html_report.marks import Which, in_order
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.document.tree import Cell, Table

Sort: TypeAlias = Literal["same", "changed", "inserted", "deleted", "left", "came"]


class TableSteps:
    """Looks into the pairs of tables of a comparison."""

    def __init__(self, leaves: Leaves, aligned: Aligned) -> None:
        self._leaves = leaves
        self._moved = {
            step.old: step.table for step in all_steps(aligned) if isinstance(step, MovedTo) and step.table
        }

    def leaf_steps(self, steps: Iterable[Step]) -> Iterator[LeafStep]:
        """The steps of leaves, also of those in tables."""
        for step in steps:
            pair = self.resolved(step)
            if not isinstance(pair, TablePair):
                yield pair
                continue
            yield from self.captions(pair)
            for row in pair.rows:
                for cell in self.cells(row):
                    yield from self.leaf_steps(self.in_cell(cell))

    def captions(self, pair: TablePair) -> Iterator[LeafStep]:
        """The steps of the caption, which has the table's own id."""
        return (step for step in pair.caption if not isinstance(step, TablePair))

    def resolved(self, step: Step) -> TablePair | LeafStep:
        """The step, or for one of a table its pair: with none if it stands alone."""
        sides = self._leaves.sides
        match step:
            case TablePair():
                return step
            case MovedTo(table=TablePair() as pair):
                return pair
            case MovedFrom() if step.old in self._moved:
                return self._moved[step.old]
            case Deleted() if step.old in sides["old"].tables:
                return _gone(sides["old"].tables[step.old])
            case Inserted() if step.new in sides["new"].tables:
                return _come(sides["new"].tables[step.new])
            case _:
                return step

    def cells(self, row: RowStep) -> Sequence[CellStep]:
        """The cells of a row, also of a row that is in one of the tables; none where a row left."""
        sides = self._leaves.sides
        if row.cells or row.left:
            return row.cells
        if row.new is None and row.old is not None:
            return [CellStep(old=cell.id, new=None) for cell in sides["old"].rows[row.old].cells]
        if row.old is None and row.new is not None:
            return [CellStep(old=None, new=cell.id) for cell in sides["new"].rows[row.new].cells]
        return ()

    def in_cell(self, cell: CellStep) -> Sequence[Step]:
        """What is in a cell, also in one that is in one of the tables."""
        if cell.new is None and cell.old is not None:
            return [Deleted(old=leaf) for leaf in _in(self._leaves.sides["old"].cells[cell.old])]
        if cell.old is None and cell.new is not None:
            return [Inserted(new=leaf) for leaf in _in(self._leaves.sides["new"].cells[cell.new])]
        return cell.steps

    # --- facts

    def facts(self, pair: TablePair) -> list[Fact]:
        """The facts of a pair of tables, of its rows, cells and words."""
        marks = self._leaves.marks
        own = (*marks.of("old", (pair.old,)), *marks.of("new", (pair.new,)))
        return in_order((*own, *(fact for row in pair.rows for fact in self.row_facts(row))))

    def row_facts(self, row: RowStep) -> list[Fact]:
        """The facts of a row, its cells and their words."""
        return in_order((*self._facts_of("old", row.old), *self._facts_of("new", row.new)))

    def _facts_of(self, which: Which, row: str | None) -> list[Fact]:
        if row is None:
            return []
        cells = self._leaves.sides[which].rows[row].cells
        ids = [one for cell in cells for one in (cell.id, *leaf_ids(cell.blocks))]
        return self._leaves.marks.of(which, (row, *ids))

    # --- sorts of change

    def changed(self, pair: TablePair) -> bool:
        """Whether anything in a pair of tables is different."""
        return (
            any(None in column for column in pair.columns)
            or any(self.row_sort(row) != "same" for row in pair.rows)
            or any(self._leaves.changed(step) for step in self.captions(pair))
            or bool(self.facts(pair))
        )

    def row_sort(self, row: RowStep) -> Sort:
        """What happened to a row."""
        if row.old is None:
            return "inserted"
        if row.new is None:
            return "deleted"
        if row.moved:
            return "left" if row.left else "came"
        changed = any(self.cell_sort(cell) != "same" for cell in row.cells) or self.row_facts(row)
        return "changed" if changed else "same"

    def cell_sort(self, cell: CellStep) -> Sort:
        """What happened to a cell."""
        if cell.old is None:
            return "inserted"
        if cell.new is None:
            return "deleted"
        changed = any(
            self.changed(step) if isinstance(step, TablePair) else self._leaves.changed(step)
            for step in cell.steps
        )
        return "changed" if changed else "same"


def _gone(table: Table) -> TablePair:
    return TablePair(
        old=table.id,
        new="",
        caption=(Deleted(old=table.id),),
        columns=tuple((number, None) for number in range(len(table.columns))),
        rows=tuple(RowStep(old=row.id, new=None) for row in table.rows),
    )


def _come(table: Table) -> TablePair:
    return TablePair(
        old="",
        new=table.id,
        caption=(Inserted(new=table.id),),
        columns=tuple((None, number) for number in range(len(table.columns))),
        rows=tuple(RowStep(old=None, new=row.id) for row in table.rows),
    )


def _in(cell: Cell) -> tuple[str, ...]:
    return leaf_ids(cell.blocks) or (cell.id,)
