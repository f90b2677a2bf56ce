"""What happened in a pair of tables: in its rows, its cells and their words."""

from collections.abc import Iterable, Iterator
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
from kdnet_docs.compare.one_sided import in_cell, in_row, of_gone_table, of_new_table

Sort: TypeAlias = Literal["same", "changed", "inserted", "deleted", "left", "came"]


class TableSteps:
    """Looks into the pairs of tables of a comparison."""

    def __init__(self, leaves: Leaves, aligned: Aligned) -> None:
        self._leaves = leaves
        self._aligned = aligned
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
                for cell in in_row(row, self._aligned):
                    yield from self.leaf_steps(in_cell(cell, self._aligned))

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
                return of_gone_table(sides["old"].tables[step.old])
            case Inserted() if step.new in sides["new"].tables:
                return of_new_table(sides["new"].tables[step.new])
            case _:
                return step

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
