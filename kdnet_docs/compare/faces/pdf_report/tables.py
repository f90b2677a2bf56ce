"""Tables of both documents as one: the head, the rows in which something changed, and how many did not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kdnet_docs.alignment.steps import RowStep, TablePair
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.faces.pdf_report.words import Change, Speech, cell, has_changed, lines, words_of
from kdnet_docs.compare.faces.report import shortened
from kdnet_docs.compare.one_sided import leaves_in
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Cell, Column, Inline, LineBreak, Row, Table

Grid = Mapping[str, tuple[Cell | None, ...]]
"""The cell at each column of each row, by the row's id; one that covers several stands there each time."""
Place = tuple[Cell | None, Cell | None]
"""The old and the new cell at a column of both."""


def whole_table(table: Table, one_side: Anatomy, change: Change, identity: str, speech: Speech) -> Table:
    """A table that only one of the documents has."""

    def shown(one: Cell) -> Cell:
        words = speech.of_text(_text_in(one, one_side), change)
        made = cell(f"{identity}/{one.id}", words, header=one.header, span=one.column_span)
        return replace(made, row_span=one.row_span)

    rows = (replace(row, id=f"{identity}/{row.id}", cells=tuple(map(shown, row.cells))) for row in table.rows)
    caption = tuple(speech.of_text(one_side.leaves[table.id].text, change))
    return replace(table, id=identity, rows=tuple(rows), caption=caption)


def changed_table(pair: TablePair, aligned: Aligned, identity: str, speech: Speech) -> Table | None:
    """The table of both with the rows that changed; None where nothing did."""
    both = _Both(
        aligned=aligned,
        pair=pair,
        old=_grid(aligned.old.tables[pair.old]),
        new=_grid(aligned.new.tables[pair.new]),
        identity=identity,
        speech=speech,
    )
    caption = tuple(inline for step in pair.caption for inline in words_of(step, aligned, speech))
    rows = [both.row(number, step) for number, step in enumerate(pair.rows)]
    if not has_changed(caption) and not any(row.changed for row in rows):
        return None
    return Table(
        id=identity,
        columns=both.columns(),
        rows=tuple(both.folded(rows)),
        description=aligned.new.tables[pair.new].description,
        caption=caption,
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """A row of the report, and whether something in it changed."""

    row: Row
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Both:
    aligned: Aligned
    pair: TablePair
    old: Grid
    new: Grid
    identity: str
    speech: Speech

    def columns(self) -> tuple[Column, ...]:
        """The columns of both; one that is in both as the new table has it."""
        old = self.aligned.old.tables[self.pair.old].columns
        new = self.aligned.new.tables[self.pair.new].columns
        return tuple(
            old[before] if after is None and before is not None else new[after or 0]
            for before, after in self.pair.columns
        )

    def folded(self, rows: Sequence[_Shown]) -> Iterator[Row]:
        """The head and the rows that changed, with a line for those between them."""
        yield from (shown.row for shown in rows if shown.row.role == "head")
        body = [shown for shown in rows if shown.row.role != "head"]
        for changed, group in groupby(body, key=lambda shown: shown.changed):
            found = [shown.row for shown in group]
            if not changed:
                yield self._across(f"{found[0].id}/same", unchanged_rows(len(found)))
                continue
            for row in found:  # a total is a table's last row
                yield row if row is body[-1].row else replace(row, role="body")

    def row(self, number: int, step: RowStep) -> _Shown:
        """A row of both, with its words marked."""
        identity = f"{self.identity}/row-{number}"
        if step.left:
            return _Shown(row=self._across(identity, self._moved_away(step)), changed=True)
        cells: list[Cell] = []
        changed = step.moved
        places = (self._place(step, before, after) for before, after in self.pair.columns)
        for _, group in groupby(places, key=_ids):
            (old, new), *more = group
            words = self._words_at(old, new, step)
            changed = changed or has_changed(words)
            if step.moved and not cells:
                words = (*self.speech.remark(msg("(moved here)")), LineBreak(), *words)
            header = any(one.header for one in (old, new) if one)
            cells.append(cell(f"{identity}/{len(cells)}", words, header=header, span=1 + len(more)))
        sides = (self.aligned.new.rows.get(step.new or ""), self.aligned.old.rows.get(step.old or ""))
        role = next(row.role for row in sides if row)
        return _Shown(row=Row(id=identity, role=role, cells=tuple(cells)), changed=changed)

    def _across(self, identity: str, said: Message) -> Row:
        words = self.speech.remark(said)
        return Row(id=identity, cells=(cell(identity, words, span=len(self.pair.columns)),))

    def _moved_away(self, step: RowStep) -> Message:
        """A row is called by the words of its first cell."""
        first = next((one for one in self.old[step.old or ""] if one), None)
        name = _text_in(first, self.aligned.old) if first else ""
        return msg("(the row “{name}” has been moved away from here)", name=shortened(name))

    def _place(self, step: RowStep, before: int | None, after: int | None) -> Place:
        old = self.old[step.old][before] if step.old and before is not None else None
        new = self.new[step.new][after] if step.new and after is not None else None
        return old, new

    def _words_at(self, old: Cell | None, new: Cell | None, step: RowStep) -> tuple[Inline, ...]:
        """The words of a cell; those of one that reaches down from a row above, as they are."""
        steps = next((one.steps for one in step.cells if _ids((old, new)) == (one.old, one.new)), ())
        if steps:
            return lines([words_of(inner, self.aligned, self.speech) for inner in steps])
        before, after = _text_in(old, self.aligned.old), _text_in(new, self.aligned.new)
        if old and new:
            return tuple(self.speech.of_text(after, "same"))
        if new:
            change: Change = "inserted" if step.old or self._is_own(new, step) else "same"
            return tuple(self.speech.of_text(after, change))
        if old:
            change = "deleted" if step.new or self._is_own(old, step) else "same"
            return tuple(self.speech.of_text(before, change))
        return ()

    def _is_own(self, one: Cell, step: RowStep) -> bool:
        """Whether a cell begins in this row of one of the tables."""
        rows = (self.aligned.old.rows.get(step.old or ""), self.aligned.new.rows.get(step.new or ""))
        return any(one.id == own.id for row in rows if row for own in row.cells)


def unchanged_rows(count: int) -> Message:
    """So many rows stand between those that changed."""
    return msg("({count} rows unchanged)", count=count) if count > 1 else msg("(1 row unchanged)")


def _ids(place: Place) -> tuple[str | None, str | None]:
    old, new = place
    return (old.id if old else None, new.id if new else None)


def _text_in(one: Cell | None, side: Anatomy) -> str:
    """The words of a cell without those of its notes."""
    return side.text(leaves_in(one)) if one else ""


def _grid(table: Table) -> Grid:
    """Where the cells of a table stand, also in the rows and columns that they reach over."""
    grid: dict[str, list[Cell | None]] = {row.id: [None] * len(table.columns) for row in table.rows}
    rows = [row.id for row in table.rows]
    for number, (_, placed) in enumerate(rows_with_columns(table)):
        for column, one in placed:
            for row in rows[number : number + one.row_span]:
                grid[row][column : column + one.column_span] = [one] * one.column_span
    return {row: tuple(cells) for row, cells in grid.items()}
