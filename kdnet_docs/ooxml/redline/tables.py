"""Tables with tracked changes: rows, cells and columns, and what a table, row or cell is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kdnet_docs.alignment.steps import RowStep, Step, TablePair
from kdnet_docs.ooxml.redline.emit import Emitter
from kdnet_docs.ooxml.redline.files import Places
from kdnet_docs.ooxml.redline.forms import State, form
from kdnet_docs.ooxml.redline.likeness import likeness
from kdnet_docs.ooxml.redline.paragraphs import Paragraphs
from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.redline.stream import Block, Item, Piece
from kdnet_docs.ooxml.xml import Element, build, find, find_all, get, qualified, value

_PARAGRAPH, _TABLE = qualified("w:p"), qualified("w:tbl")
_NO_BLOCKS = frozenset(map(qualified, ("w:tcPr", "w:trPr", "w:tblPr")))

Blocks: TypeAlias = Callable[[Sequence[Element], Sequence[Element], Sequence[Step]], list[Element]]
Columns: TypeAlias = Sequence[tuple[int | None, int | None]]


class Tables:
    """Merges tables; `blocks` merges what is in a cell, with its steps."""

    def __init__(
        self,
        review: Review,
        places: tuple[Places, Places],
        paragraphs: Paragraphs,
        emitter: Emitter,
        blocks: Blocks,
    ) -> None:
        self._review = review
        self._old, self._new = places
        self._paragraphs = paragraphs
        self._emitter = emitter
        self._blocks = blocks
        self._moved = set[tuple[Element, Element]]()  # tables and rows at both places, once they are marked

    # --- tables of one file ----------------------------------------------------------------------

    def one(self, found: Element, state: State) -> Element:
        """A table of one file."""
        for row in find_all(found, "w:tr"):
            self._whole_row(row, state)
        return found

    def _row_of_one(self, old: Element | None, new: Element | None) -> Element:
        if new is None:
            assert old is not None  # noqa: S101 a row is in one of the tables
            return self._whole_row(old, State.DELETED)
        return self._whole_row(new, State.INSERTED)

    def _whole_row(self, row: Element, state: State) -> Element:
        """A row of one file: the row, its paragraphs and their words are marked."""
        for cell in find_all(row, "w:tc"):
            self._mark_content(cell, state)
        self._mark_row(row, state)
        return row

    def _mark_row(self, row: Element, state: State) -> None:
        _filled(_properties(row, "w:trPr")).append(self._review.mark_of(state.unmoved))

    def _sided(self, elements: Iterable[Element], state: State) -> Iterator[Item]:
        for found in elements:
            if found.tag == _PARAGRAPH:
                yield from self._paragraphs.one(found, state)
            else:
                yield Block(state, self.one(found, state) if found.tag == _TABLE else found)

    def _mark_content(self, cell: Element, state: State) -> None:
        _set_content(cell, self._emitter.paragraphs(self._sided(_content(cell), state)))

    # --- what moved ------------------------------------------------------------------------------

    def moved(self, old: Element, new: Element, step: TablePair | None) -> tuple[Element, Element]:
        """A table where it was, and where it is: Word knows no moved tables, but their words moved."""
        if (old, new) not in self._moved:
            columns = step.columns if step else _same_columns(old, new)
            rows_old, rows_new = find_all(old, "w:tr"), find_all(new, "w:tr")
            for one, other, _ in _rows_together(rows_old, rows_new, step):
                if one is not None and other is not None:
                    self._moved_row(one, other, columns)
                else:
                    self._row_of_one(one, other)
            self._moved.add((old, new))
        return old, new

    def _moved_row(self, old: Element, new: Element, columns: Columns) -> tuple[Element, Element]:
        """A row where it was, and where it is, both in place."""
        if (old, new) not in self._moved:
            for one, other in _cells_together(old, new, columns):
                if one is not None and other is not None:
                    self._moved_cell(one, other)
                elif one is not None:
                    self._mark_content(one, State.DELETED)
                elif other is not None:
                    self._mark_content(other, State.INSERTED)
            self._mark_row(old, State.DELETED)
            self._mark_row(new, State.INSERTED)
            self._moved.add((old, new))
        return old, new

    def _moved_cell(self, old: Element, new: Element) -> None:
        befores, afters = _content(old), _content(new)
        if {found.tag for found in (*befores, *afters)} != {_PARAGRAPH}:
            self._mark_content(old, State.DELETED)
            self._mark_content(new, State.INSERTED)
            return
        left: list[Item] = []
        came: list[Item] = []
        for one, other in likeness(befores, afters):
            if one is not None and other is not None:
                before, after = self._paragraphs.moved_unnamed(one, other)
                left.extend(before)
                came.extend(after)
            elif one is not None:
                left.extend(self._paragraphs.one(one, State.DELETED))
            elif other is not None:
                came.extend(self._paragraphs.one(other, State.INSERTED))
        _set_content(old, self._emitter.paragraphs(left))
        _set_content(new, self._emitter.paragraphs(came))

    # --- tables of both files --------------------------------------------------------------------

    def paired(self, old: Element, new: Element, step: TablePair | None) -> Element:
        """A table of both files; without a step its rows are the same that are alike."""
        columns = step.columns if step else _same_columns(old, new)
        rows = list(_rows_together(find_all(old, "w:tr"), find_all(new, "w:tr"), step))
        made = [self._row(one, other, row_step, columns) for one, other, row_step in rows]
        self._was(old, new, "w:tblPr")
        self._was(old, new, "w:tblGrid")
        _set_children(new, "w:tr", made)
        return new

    def _row(
        self, old: Element | None, new: Element | None, step: RowStep | None, columns: Columns
    ) -> Element:
        if old is None or new is None:
            return self._row_of_one(old, new)
        if step and step.moved:
            return self._moved_row(old, new, columns)[0 if step.left else 1]
        return self._both(old, new, columns, step)

    def _both(self, old: Element, new: Element, columns: Columns, step: RowStep | None) -> Element:
        """A row of both files, cell by cell."""
        steps = self._steps_by_cells(old, new, step)
        made = [
            self._cell(one, other, steps.get((one, other), ()))
            for one, other in _cells_together(old, new, columns)
        ]
        self._was(old, new, "w:trPr")
        _set_children(new, "w:tc", made)
        return new

    def _cell(self, old: Element | None, new: Element | None, steps: Sequence[Step]) -> Element:
        if new is None:
            assert old is not None  # noqa: S101 a cell is in one of the rows
            return self._cell_of_one(old, State.DELETED)
        if old is None:
            return self._cell_of_one(new, State.INSERTED)
        content = self._blocks(_content(old), _content(new), steps)
        self._was(old, new, "w:tcPr")
        _set_content(new, content)
        return new

    def _cell_of_one(self, cell: Element, state: State) -> Element:
        """A cell without its like; its last mark stays, for programs that do not know of such cells."""
        *items, last = self._sided(_content(cell), state)
        if isinstance(last, Piece):
            last = Piece(State.SAME, last.part, last.part)
        _set_content(cell, self._emitter.paragraphs([*items, last]))
        kind = "cellDel" if state is State.DELETED else "cellIns"
        _properties(cell, "w:tcPr").append(self._review.mark(kind))
        return cell

    def _steps_by_cells(
        self, old: Element, new: Element, step: RowStep | None
    ) -> Mapping[tuple[Element | None, Element | None], Sequence[Step]]:
        """The steps in each cell, by its elements in both files."""
        if step is None:
            return {}
        before, after = iter(self._old.own_cells(old)), iter(self._new.own_cells(new))
        found: dict[tuple[Element | None, Element | None], Sequence[Step]] = {}
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
        was, now = self._review.was(name, before), _properties(new, name)
        if name == "w:trPr":
            _filled(was[0])
            _filled(now)
        elif name == "w:tblGrid":  # of which Word says neither who changed it nor when
            for said in ("w:author", "w:date"):
                del was.attrib[qualified(said)]
        now.append(was)


def _rows_together(
    old: Sequence[Element], new: Sequence[Element], step: TablePair | None
) -> Iterator[tuple[Element | None, Element | None, RowStep | None]]:
    """The rows of two tables as they are read together; one that moved is there twice, with both its places.

    The steps have no elements, but name the rows in their order.
    """
    if step is None:
        yield from ((one, other, None) for one, other in likeness(old, new))
        return
    in_old = [row.old for row in step.rows if row.old is not None and (row.left or not row.moved)]
    in_new = [row.new for row in step.rows if row.new is not None and not row.left]
    old_by_id, new_by_id = dict(zip(in_old, old, strict=False)), dict(zip(in_new, new, strict=False))
    for row in step.rows:
        one = None if row.old is None else old_by_id.get(row.old)
        other = None if row.new is None else new_by_id.get(row.new)
        if one is not None or other is not None:
            yield one, other, row
    yield from ((one, None, None) for one in old[len(old_by_id) :])
    yield from ((None, other, None) for other in new[len(new_by_id) :])


def _cells_together(
    old: Element, new: Element, columns: Columns
) -> Iterator[tuple[Element | None, Element | None]]:
    """The cells of two rows as they are read together, by the columns that they begin in."""
    before, after = _cells_by_column(old), _cells_by_column(new)
    for at_old, at_new in columns:
        one, other = before.pop(at_old, None), after.pop(at_new, None)
        if one is not None or other is not None:
            yield one, other
    yield from ((one, None) for one in before.values())
    yield from ((None, other) for other in after.values())


def _cells_by_column(row: Element) -> dict[int | None, Element]:
    """The cells of a row by the column that each begins in."""
    at, found = 0, dict[int | None, Element]()
    for cell in find_all(row, "w:tc"):
        found[at] = cell
        span = find(cell, "w:tcPr/w:gridSpan")
        at += 1 if span is None else int(get(span, "w:val") or 1)
    return found


def _same_columns(old: Element, new: Element) -> Columns:
    """The columns of two tables side by side, by what stands at their head."""
    rows = (find(table, "w:tr") for table in (old, new))
    before, after = ({} if row is None else _cells_by_column(row) for row in rows)
    if before.keys() == after.keys():
        return [(at, at) for at in before]
    of_old, of_new = ({cell: at for at, cell in cells.items()} for cells in (before, after))
    pairs = likeness(list(before.values()), list(after.values()))
    return [
        (None if one is None else of_old[one], None if other is None else of_new[other])
        for one, other in pairs
    ]


def _content(cell: Element) -> list[Element]:
    return [child for child in cell if child.tag not in _NO_BLOCKS]


def _set_content(cell: Element, content: Iterable[Element]) -> None:
    properties = find(cell, "w:tcPr")
    cell[:] = [*([] if properties is None else [properties]), *content]


def _set_children(parent: Element, name: str, children: Iterable[Element]) -> None:
    for child in find_all(parent, name):
        parent.remove(child)
    parent.extend(children)


def _properties(parent: Element, name: str) -> Element:
    """The properties of a row or cell, which stand first."""
    found = find(parent, name)
    if found is None:
        found = build(name)
        parent.insert(0, found)
    return found


def _filled(row_properties: Element) -> Element:
    """The properties of a row, which the schema wants to hold something beside its changes."""
    if not len(row_properties):
        row_properties.append(value("cantSplit", "off"))
    return row_properties
