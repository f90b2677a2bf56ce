"""The order in which what changed is read, in both documents as one."""

from collections.abc import Iterable

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, Paired, RowStep, Step, TablePair
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Spot
from kdnet_docs.compare.facts.inlines import marks
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import Placed
from kdnet_docs.document.walk import blocks_within


class ReadingOrder:
    """The place of each leaf, row, table and footnote of both documents in their common order."""

    def __init__(self, aligned: Aligned) -> None:
        self._old: dict[str, int] = {}
        self._new: dict[str, int] = {}
        self._count = 0
        self._marks = {
            **_marks_of_leaves(aligned.old, old=True),
            **_marks_of_leaves(aligned.new, old=False),
        }
        self._steps(aligned.steps)
        for note in aligned.notes:
            self._number(note.old, note.new)
            self._steps(note.steps)

    def of(self, old: str | None, new: str | None) -> int:
        """Where what has these ids is read; what stands nowhere, such as a title, comes first."""
        if new is not None and new in self._new:
            return self._new[new]
        return self._old.get(old, -1) if old is not None else -1

    def of_spots(self, old: Spot | None, new: Spot | None) -> tuple[int, int, int, int]:
        """The same of the words in a leaf; those of a footnote are read where its mark stands."""
        shown = new or old
        at = self.of(old.leaf if old else None, new.leaf if new else None)
        start = shown.start if shown else 0
        mark = self._marks.get((new is None, shown.leaf)) if shown else None
        if mark is None:
            return at, start, 0, 0
        of_mark = self.of(mark.leaf, None) if new is None else self.of(None, mark.leaf)
        return of_mark, mark.start, at, start

    def _number(self, old: str | None, new: str | None) -> None:
        self._count += 1
        if old is not None:
            self._old.setdefault(old, self._count)
        if new is not None:
            self._new.setdefault(new, self._count)

    def _steps(self, steps: Iterable[Step]) -> None:
        for step in steps:
            match step:
                case Paired():
                    for old in step.old:
                        self._number(old, None)
                    for new in step.new:
                        self._number(None, new)
                case Deleted() | MovedFrom():
                    self._number(step.old, None)
                case Inserted():
                    self._number(None, step.new)
                case MovedTo():
                    self._number(None, step.new)
                    self._steps((step.table,) if step.table else ())
                case TablePair():
                    self._number(step.old, step.new)
                    self._steps(step.caption)
                    self._rows(step.rows)

    def _rows(self, rows: Iterable[RowStep]) -> None:
        for row in rows:
            self._number(row.old if row.new is None or row.left else None, row.new if not row.left else None)
            for cell in row.cells:
                self._number(cell.old, cell.new)
                self._steps(cell.steps)


def _marks_of_leaves(side: Anatomy, *, old: bool) -> dict[tuple[bool, str], Placed]:
    """The mark of the footnote in which each leaf stands, by the leaf's id and that of the footnote."""
    found: dict[tuple[bool, str], Placed] = {}
    for note, mark in marks(side).items():
        leaves = (block.id for block in blocks_within(side.notes[note].blocks)) if note in side.notes else ()
        found |= {(old, leaf): mark for leaf in (note, *leaves)}
    return found
