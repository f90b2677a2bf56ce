"""Two tables as HTML: half and half with their rows in pairs, and in one with what went and what came."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType

from markupsafe import Markup

from kdnet_docs.alignment.steps import CellStep, Step, TablePair
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.faces.html_report import versions
from kdnet_docs.compare.faces.html_report.grids import Line, Slot, half, lines, merged
from kdnet_docs.compare.faces.html_report.leaves import Leaves, View
from kdnet_docs.compare.faces.html_report.marks import Which
from kdnet_docs.compare.faces.html_report.spoken import Spoken
from kdnet_docs.compare.faces.html_report.table_steps import Sort, TableSteps
from kdnet_docs.compare.one_sided import in_cell, in_row
from kdnet_docs.document.tree import Table
from kdnet_docs.render.html.elements import element, void_element

_ROW_SIGNS: Mapping[Sort, tuple[str, Message]] = MappingProxyType(
    {
        "changed": ("±", msg("Row changed")),
        "inserted": ("+", msg("New row")),
        "deleted": ("−", msg("Row removed")),
        "left": ("↗", msg("Row moved away")),
        "came": ("↘", msg("Row moved here")),
    }
)
_COLUMN_SIGNS: Mapping[Sort, tuple[str, Message]] = MappingProxyType(
    {"inserted": ("+", msg("New column")), "deleted": ("−", msg("Column removed"))}
)

_GUTTER = 12
"""How many per cent of the width it takes."""

Cells = Mapping[str, CellStep]


class Tables:
    """Writes the tables of a comparison."""

    def __init__(self, aligned: Aligned, leaves: Leaves, steps: TableSteps, spoken: Spoken) -> None:
        self._aligned = aligned
        self._leaves = leaves
        self._steps = steps
        self._spoken = spoken
        self._names = versions.names(aligned, spoken)

    def merged(self, pair: TablePair, view: View = "both") -> Markup:
        """Both tables as one, or one of them."""
        if view != "both":
            return self._alone(pair, view)
        old, new = self._tables(pair)
        cells = self._cells(pair)
        placed = self._lines(pair)
        rows = [
            self._row(line, (self._cell(slot, view, cells, line) for slot in slots))
            for line, slots in zip(placed, merged(pair, old, new, placed), strict=True)
        ]
        widths = [
            old.columns[one].width if other is None else new.columns[other].width  # type: ignore[index]
            for one, other in pair.columns
        ]
        return self._table(pair, rows, _heads(placed), _widths(widths))

    def _alone(self, pair: TablePair, which: Which) -> Markup:
        """One of the tables, with marks on those of its words that the other has not."""
        table = self._tables(pair)[which == "new"]
        placed = [line for line in self._lines(pair) if (line.old if which == "old" else line.new)]
        if not placed:
            return Markup("")
        cells = self._cells(pair)
        rows = [
            self._row(line, (self._cell(slot, which, cells, line) for slot in slots))
            for line, slots in zip(placed, half(table, which, placed), strict=True)
        ]
        return self._table(pair, rows, _heads(placed), _widths(_half_widths(table)), which)

    def halves(self, pair: TablePair) -> Markup:
        """Both tables beside one another, each row beside its own."""
        old, new = self._tables(pair)
        cells = self._cells(pair)
        placed = self._lines(pair)
        grids = zip(placed, half(old, "old", placed), half(new, "new", placed), strict=True)
        rows = [
            self._row(
                line,
                (
                    *(self._cell(slot, "old", cells, line) for slot in left),
                    *(self._cell(slot, "new", cells, line, first=slot.column == 0) for slot in right),
                ),
            )
            for line, left, right in grids
        ]
        names = element(
            "tr",
            element("td", class_="gutter"),
            *(
                element("th", name, colspan=len(table.columns), scope="colgroup", class_="name")
                for name, table in zip(self._names, (old, new), strict=True)
            ),
        )
        widths = _half_widths(old), _half_widths(new)
        return self._table(pair, [names, *rows], _heads(placed) + 1, _widths([*widths[0], *widths[1]]))

    # --- parts

    def _tables(self, pair: TablePair) -> tuple[Table, Table]:
        """The tables of a pair; a table that stands alone is paired with an empty one."""
        nothing = Table(id="", columns=(), rows=(), description="")
        sides = self._leaves.sides
        return sides["old"].tables.get(pair.old, nothing), sides["new"].tables.get(pair.new, nothing)

    def _lines(self, pair: TablePair) -> tuple[Line, ...]:
        return lines(pair, self._leaves.sides["old"].rows, self._leaves.sides["new"].rows)

    def _cells(self, pair: TablePair) -> Cells:
        """The steps of cells by the ids of both; those of a moved row stand where it came to."""
        steps = [cell for row in pair.rows for cell in in_row(row, self._aligned)]
        old = {f"old {cell.old}": cell for cell in steps if cell.old}
        return old | {f"new {cell.new}": cell for cell in steps if cell.new}

    def _table(
        self, pair: TablePair, rows: Sequence[Markup], heads: int, widths: Markup, view: View = "both"
    ) -> Markup:
        caption = Markup("").join(self._leaves.block(step, view) for step in self._steps.captions(pair))
        old, new = self._tables(pair)
        return element(
            "div",
            element(
                "table",
                element("caption", caption) if caption else Markup(""),
                widths,
                element("thead", *rows[:heads]) if heads else Markup(""),
                element("tbody", *rows[heads:]),
            ),
            class_="table",
            role="group",
            aria_label=new.description or old.description or self._spoken(msg("Table")),
            tabindex=0,
        )

    def _row(self, line: Line, cells: Iterable[Markup]) -> Markup:
        sort = self._steps.row_sort(line.step)
        facts = self._steps.row_facts(line.step)
        sign = self._spoken.sign(*_ROW_SIGNS[sort]) if sort in _ROW_SIGNS else Markup("")
        return element(
            "tr",
            element("td", sign, " ", self._spoken.links(facts), class_="gutter"),
            *cells,
            data_move=line.step.new if line.step.moved else None,
            class_=f"{sort} total" if _role(line) == "total" else sort,
            data_f=" ".join(str(fact.number) for fact in facts) or None,
        )

    def _cell(self, slot: Slot, view: View, cells: Cells, line: Line, *, first: bool = False) -> Markup:
        cell = slot.new or slot.old
        if cell is None:
            return element("td", colspan=_many(slot.columns), class_="none first" if first else "none")
        step = cells[f"new {slot.new.id}" if slot.new else f"old {cell.id}"]
        sort = self._steps.cell_sort(step)
        head = _role(line) == "head"
        words = self.content(in_cell(step, self._aligned), "old" if line.step.left else view)
        if head and sort in _COLUMN_SIGNS and line.old and line.new:
            words = element("span", self._spoken.sign(*_COLUMN_SIGNS[sort]), class_="column") + words
        header = cell.header and bool(words)
        return element(
            "th" if header else "td",
            words,
            scope=("col" if head else "row") if header else None,
            colspan=_many(slot.columns),
            rowspan=_many(slot.lines),
            class_=" ".join(filter(None, (sort, "first" * first, "end" * slot.end))),
        )

    def content(self, steps: Iterable[Step], view: View) -> Markup:
        """What is in a cell or a footnote."""
        return Markup("").join(self._step(step, view) for step in steps)

    def _step(self, step: Step, view: View) -> Markup:
        pair = self._steps.resolved(step)
        return self.merged(pair, view) if isinstance(pair, TablePair) else self._leaves.block(pair, view)


def _heads(placed: Sequence[Line]) -> int:
    """How many lines at the top are heads."""
    return len(list(takewhile(lambda line: _role(line) == "head", placed)))


def _half_widths(table: Table) -> list[float]:
    whole = sum(column.width for column in table.columns)
    return [column.width / whole for column in table.columns]


def _widths(relative: Sequence[float]) -> Markup:
    """The widths of columns as classes of the style sheet, beside the gutter with signs and links."""
    whole = sum(relative)
    shares = (max(round((100 - _GUTTER) * width / whole), 1) for width in relative)
    columns = (void_element("col", class_=f"w{share}") for share in (_GUTTER, *shares))
    return element("colgroup", *columns)


def _role(line: Line) -> str:
    row = line.new or line.old
    return row.role if row else "body"


def _many(count: int) -> int | None:
    return count if count > 1 else None
