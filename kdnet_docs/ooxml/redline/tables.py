"""Tables with tracked changes: rows, cells and columns, and what a table, row or cell is."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from kdnet_docs.alignment.steps import RowStep, Step, TablePair
from kdnet_docs.ooxml.redline.forms import State, form
from kdnet_docs.ooxml.redline.likeness import likeness
from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.xml import Element, build, element, find, find_all, get, qualified

if TYPE_CHECKING:
    from kdnet_docs.ooxml.redline.merge import Merger
    from kdnet_docs.ooxml.redline.stream import Item

_PARAGRAPH, _TABLE, _CONTROL = qualified("w:p"), qualified("w:tbl"), qualified("w:sdt")
_NO_BLOCKS = frozenset(map(qualified, ("w:tcPr", "w:trPr", "w:tblPr")))

Columns = Sequence[tuple[int | None, int | None]]


class Tables:
    """Merges tables; what is in a cell is merged as a body is."""

    def __init__(self, merger: "Merger", review: Review) -> None:
        self._merger = merger
        self._review = review
        self._paragraphs = merger.paragraphs
        self._emitter = merger.emitter
        self._moved: dict[tuple[Element, Element], tuple[Element, Element]] = {}

    # --- tables of one file ----------------------------------------------------------------------

    def one(self, found: Element, state: State) -> Element:
        """A table of one file, or a content control around paragraphs."""
        if found.tag == _TABLE:
            for row in find_all(found, "w:tr"):
                self._row(row, state)
        else:
            content = find(found, "w:sdtContent")
            if content is not None:
                content[:] = self._sided(list(content), state)
        return found

    def _row(self, row: Element, state: State) -> Element:
        """A row of one file: the row, its paragraphs and their words are marked."""
        for cell in find_all(row, "w:tc"):
            properties = find(cell, "w:tcPr")
            content = self._sided([child for child in cell if child.tag not in _NO_BLOCKS], state)
            cell[:] = [*([] if properties is None else [properties]), *content]
        self._mark_row(row, state)
        return row

    def _mark_row(self, row: Element, state: State) -> None:
        _properties(row, "w:trPr").append(self._review.mark_of(state.unmoved))

    def _sided(self, elements: Iterable[Element], state: State) -> list[Element]:
        items: list[Item] = []
        made: list[Element] = []
        for found in elements:
            if found.tag == _PARAGRAPH:
                items += self._paragraphs.one(found, state)
                continue
            made += self._emitter.paragraphs(items)
            items = []
            made.append(self.one(found, state) if found.tag in (_TABLE, _CONTROL) else found)
        return [*made, *self._emitter.paragraphs(items)]

    # --- what moved ------------------------------------------------------------------------------

    def moved(self, old: Element, new: Element) -> tuple[Element, Element]:
        """A table where it was, and where it is: Word knows no moved tables, but their words moved."""
        if (old, new) not in self._moved:
            rows_old, rows_new = find_all(old, "w:tr"), find_all(new, "w:tr")
            for one, other in zip(rows_old, rows_new, strict=False):
                self._moved_row(one, other)
            for row in rows_old[len(rows_new) :]:
                self._row(row, State.DELETED)
            for row in rows_new[len(rows_old) :]:
                self._row(row, State.INSERTED)
            self._moved[old, new] = (old, new)
        return self._moved[old, new]

    def _moved_row(self, old: Element, new: Element) -> tuple[Element, Element]:
        """A row where it was, and where it is, both in place."""
        if (old, new) not in self._moved:
            cells_old, cells_new = find_all(old, "w:tc"), find_all(new, "w:tc")
            for one, other in zip(cells_old, cells_new, strict=False):
                self._moved_cell(one, other)
            for cell in cells_old[len(cells_new) :]:
                self._mark_content(cell, State.DELETED)
            for cell in cells_new[len(cells_old) :]:
                self._mark_content(cell, State.INSERTED)
            self._mark_row(old, State.DELETED)
            self._mark_row(new, State.INSERTED)
            self._moved[old, new] = (old, new)
        return self._moved[old, new]

    def _moved_cell(self, old: Element, new: Element) -> None:
        befores, afters = _content(old), _content(new)
        if {found.tag for found in (*befores, *afters)} != {_PARAGRAPH} or len(befores) != len(afters):
            self._mark_content(old, State.DELETED)
            self._mark_content(new, State.INSERTED)
            return
        pairs = [
            self._paragraphs.moved_unnamed(one, other) for one, other in zip(befores, afters, strict=True)
        ]
        _set_content(old, self._emitter.paragraphs(item for before, _ in pairs for item in before))
        _set_content(new, self._emitter.paragraphs(item for _, after in pairs for item in after))

    def _mark_content(self, cell: Element, state: State) -> None:
        _set_content(cell, self._sided(_content(cell), state))

    # --- tables of both files --------------------------------------------------------------------

    def paired(self, old: Element, new: Element, step: TablePair | None) -> Element:
        """A table of both files; without a step its rows are the same that are alike."""
        rows = list(self._rows(find_all(old, "w:tr"), find_all(new, "w:tr"), old, new, step))
        self._was(old, new, "w:tblPr")
        self._was(old, new, "w:tblGrid")
        for row in find_all(new, "w:tr"):
            new.remove(row)
        new.extend(rows)
        return new

    def _rows(
        self,
        old: list[Element],
        new: list[Element],
        old_table: Element,
        new_table: Element,
        step: TablePair | None,
    ) -> Iterator[Element]:
        columns = step.columns if step else _same_columns(old_table, new_table)
        if step is None:
            for one, other in likeness(old, new):
                yield self._in_one_or_both(one, other, columns, None)
            return
        places = _Rows(old, new, step.rows)
        for row_step in step.rows:
            one, other = places.of(row_step)
            if row_step.moved and one is not None and other is not None:
                yield self._moved_row(one, other)[0 if row_step.left else 1]
            elif one is not None or other is not None:
                yield self._in_one_or_both(one, other, columns, row_step)
        for row in places.rest_of_old():
            yield self._row(row, State.DELETED)
        for row in places.rest_of_new():
            yield self._row(row, State.INSERTED)

    def _in_one_or_both(
        self, old: Element | None, new: Element | None, columns: Columns, step: RowStep | None
    ) -> Element:
        if old is not None and new is not None:
            return self._both(old, new, columns, step)
        if old is not None:
            return self._row(old, State.DELETED)
        assert new is not None  # noqa: S101 a row is in one of the tables
        return self._row(new, State.INSERTED)

    def _both(self, old: Element, new: Element, columns: Columns, step: RowStep | None) -> Element:
        """A row of both files, cell by cell."""
        cells = list(self._cells(old, new, columns, self._steps_by_cells(old, new, step)))
        self._was(old, new, "w:trPr")
        for cell in find_all(new, "w:tc"):
            new.remove(cell)
        new.extend(cells)
        return new

    def _cells(
        self,
        old: Element,
        new: Element,
        columns: Columns,
        steps: dict[tuple[Element, Element], Sequence[Step]],
    ) -> Iterator[Element]:
        before, after = _cells_by_column(old), _cells_by_column(new)
        for at_old, at_new in columns:
            one = before.pop(at_old, None) if at_old is not None else None
            other = after.pop(at_new, None) if at_new is not None else None
            if one is not None and other is not None:
                yield self._cell(one, other, steps.get((one, other), ()))
            elif one is not None:
                yield self._cell_of_one(one, State.DELETED)
            elif other is not None:
                yield self._cell_of_one(other, State.INSERTED)
        yield from (self._cell_of_one(cell, State.DELETED) for cell in before.values())
        yield from (self._cell_of_one(cell, State.INSERTED) for cell in after.values())

    def _cell(self, old: Element, new: Element, steps: Sequence[Step]) -> Element:
        content = self._merger.blocks(_content(old), _content(new), steps)
        self._was(old, new, "w:tcPr")
        _set_content(new, content)
        return new

    def _cell_of_one(self, cell: Element, state: State) -> Element:
        self._mark_content(cell, state)
        kind = "cellDel" if state is State.DELETED else "cellIns"
        _properties(cell, "w:tcPr").append(self._review.mark(kind))
        return cell

    def _steps_by_cells(
        self, old: Element, new: Element, step: RowStep | None
    ) -> dict[tuple[Element, Element], Sequence[Step]]:
        """The steps in each cell, by its elements in both files."""
        if step is None:
            return {}
        before, after = iter(self._merger.old.own_cells(old)), iter(self._merger.new.own_cells(new))
        found: dict[tuple[Element, Element], Sequence[Step]] = {}
        for cell in step.cells:
            one = next(before, None) if cell.old is not None else None
            other = next(after, None) if cell.new is not None else None
            if one is not None and other is not None:
                found[one, other] = cell.steps
        return found

    def _was(self, old: Element, new: Element, name: str) -> None:
        """What a table, row or cell was, where it is another now."""
        before = find(old, name)
        if form(before) == form(find(new, name)):
            return
        change = f"{name.removeprefix('w:')}Change"
        was = build(name) if before is None else deepcopy(before)
        # Of the grid, Word says neither who changed it nor when.
        marked = (
            element(change, was, id=next(self._review.ids))
            if name == "w:tblGrid"
            else self._review.mark(change, was)
        )
        _properties(new, name).append(marked)


class _Rows:
    """Which rows of two tables the steps speak of, by the order of the rows."""

    def __init__(self, old: list[Element], new: list[Element], steps: Sequence[RowStep]) -> None:
        self._old = old
        self._new = new
        self._old_by_id = dict(zip(_ids_of_old(steps), old, strict=False))
        self._new_by_id = dict(zip(_ids_of_new(steps), new, strict=False))

    def of(self, step: RowStep) -> tuple[Element | None, Element | None]:
        """The row of a step in both tables."""
        return (
            self._old_by_id.get(step.old) if step.old is not None else None,
            self._new_by_id.get(step.new) if step.new is not None else None,
        )

    def rest_of_old(self) -> list[Element]:
        """The rows that no step speaks of."""
        return self._old[len(self._old_by_id) :]

    def rest_of_new(self) -> list[Element]:
        """The rows that no step speaks of."""
        return self._new[len(self._new_by_id) :]


def _ids_of_old(steps: Iterable[RowStep]) -> list[str]:
    return [step.old for step in steps if step.old is not None and (not step.moved or step.left)]


def _ids_of_new(steps: Iterable[RowStep]) -> list[str]:
    return [step.new for step in steps if step.new is not None and not step.left]


def _cells_by_column(row: Element) -> dict[int | None, Element]:
    """The cells of a row by the column that each begins in."""
    at, found = 0, dict[int | None, Element]()
    for cell in find_all(row, "w:tc"):
        found[at] = cell
        span = find(cell, "w:tcPr/w:gridSpan")
        at += 1 if span is None else int(get(span, "w:val") or 1)
    return found


def _same_columns(old: Element, new: Element) -> Columns:
    """The columns of two tables side by side, as many as there are."""
    olds, news = (len(find_all(table, "w:tblGrid/w:gridCol")) for table in (old, new))
    both = min(olds, news)
    return [
        *((at, at) for at in range(both)),
        *((at, None) for at in range(both, olds)),
        *((None, at) for at in range(both, news)),
    ]


def _content(cell: Element) -> list[Element]:
    return [child for child in cell if child.tag not in _NO_BLOCKS]


def _set_content(cell: Element, content: Iterable[Element]) -> None:
    properties = find(cell, "w:tcPr")
    cell[:] = [*([] if properties is None else [properties]), *content]


def _properties(parent: Element, name: str) -> Element:
    """The properties of a row or cell, which stand first."""
    found = find(parent, name)
    if found is None:
        found = build(name)
        parent.insert(0, found)
    return found
