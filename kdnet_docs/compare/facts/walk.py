"""The steps of an alignment one by one, and the order in which what they name is read."""

from collections.abc import Iterable, Iterator

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, Paired, RowStep, Step, TablePair
from kdnet_docs.compare.comparison import Aligned


def all_steps(aligned: Aligned) -> Iterator[Step]:
    """Every step in reading order: those of the text, also inside tables, then those of the footnotes."""
    yield from steps_within(aligned.steps)
    for note in aligned.notes:
        yield from steps_within(note.steps)


def steps_within(steps: Iterable[Step]) -> Iterator[Step]:
    """Every step in reading order; a table's comes before those inside it."""
    for step in steps:
        yield step
        if isinstance(step, TablePair):
            yield from step.caption
            for row in step.rows:
                for cell in row.cells:
                    yield from steps_within(cell.steps)
        if isinstance(step, MovedTo) and step.table:
            yield from steps_within((step.table,))


class ReadingOrder:
    """The place of each leaf, row, table and footnote of both documents in their common order."""

    def __init__(self, aligned: Aligned) -> None:
        self._old: dict[str, int] = {}
        self._new: dict[str, int] = {}
        self._count = 0
        self._steps(aligned.steps)
        for note in aligned.notes:
            self._number(note.old, note.new)
            self._steps(note.steps)

    def of(self, old: str | None, new: str | None) -> int:
        """Where what has these ids is read; what stands nowhere, such as a title, comes first."""
        if new is not None and new in self._new:
            return self._new[new]
        return self._old.get(old, -1) if old is not None else -1

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
