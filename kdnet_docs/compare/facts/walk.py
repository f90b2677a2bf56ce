"""The steps of an alignment one by one."""

from collections.abc import Iterable, Iterator

from kdnet_docs.alignment.steps import MovedTo, Step, TablePair
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
