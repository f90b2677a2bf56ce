"""Facts about the amounts in tables: rows, totals, and how many rows there are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kdnet_docs.alignment.steps import RowStep, TablePair
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where
from kdnet_docs.compare.facts.about import words_around
from kdnet_docs.compare.facts.by_value import by_number, direction, money, number
from kdnet_docs.compare.facts.changed_leaves import where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.inlines import by_path, paired, places
from kdnet_docs.compare.facts.pairing import Pairing, pairing
from kdnet_docs.compare.facts.rows import cell_text, label, rows_of
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import Placed
from kdnet_docs.document.stated import StatedTable
from kdnet_docs.document.tree import Cell, Row
from kdnet_docs.reading.figures import counted
from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.values import Figure, Value, Words


@dataclass(frozen=True)
class StatedTables:
    """What both documents state of their tables, by the tables' ids."""

    aligned: Aligned

    @cached_property
    def old(self) -> Mapping[str, StatedTable]:
        """The old document's."""
        return _stated(self.aligned.old)

    @cached_property
    def new(self) -> Mapping[str, StatedTable]:
        """The new document's."""
        return _stated(self.aligned.new)

    @cached_property
    def shown_old(self) -> Mapping[str, list[Placed]]:
        """Where the old text speaks of tables by a parameter, by the parameters' paths."""
        return by_path(self.aligned.old, "tables")

    @cached_property
    def shown_new(self) -> Mapping[str, list[Placed]]:
        """Where the new text does."""
        return by_path(self.aligned.new, "tables")

    def shown(self, pairs: Pairing, name: str) -> tuple[Where, ...]:
        """Where the texts say another value of a parameter."""
        both = paired(pairs, self.shown_old.get(name, ()), self.shown_new.get(name, ()))
        return tuple(places(self.aligned, both))

    def of_row(self, side: Anatomy, table: str, row: str) -> Value | None:
        """The amount of a row, or its words where it has more than one amount or none."""
        stated = (self.old if side is self.aligned.old else self.new).get(table)
        cells = next(cells for one, cells in rows_of(side.tables[table]) if one.id == row)
        if stated and len(stated.columns) == 1 and (cell := cells.get(stated.columns[0][0])):
            _, scale, currency = stated.columns[0]
            return money(cell_text(side, cell), side.document.language, scale, currency)
        texts = [cell_text(side, cell) for at, cell in cells.items() if at]
        return Words(text=", ".join(filter(None, texts))) if any(texts) else None


def _stated(side: Anatomy) -> Mapping[str, StatedTable]:
    return {one.id: one for one in side.stated(StatedTable)}


def facts_of_amounts(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Amounts that were raised or lowered, and totals with whether the rows add up to them."""
    tables, pairs = StatedTables(aligned), pairing(aligned)
    for step in all_steps(aligned):
        if isinstance(step, TablePair) and step.old in tables.old and step.new in tables.new:
            for column in _columns(aligned, tables, step):
                yield from column.unit(step.rows)
                yield from (fact for row in step.rows for fact in column.amount(row))
                yield from column.total(pairs)
            yield from _count(tables, pairs, step.new)


def _columns(aligned: Aligned, tables: StatedTables, step: TablePair) -> Iterator["_Column"]:
    old = {column[0]: column for column in tables.old[step.old].columns}
    new = {column[0]: column for column in tables.new[step.new].columns}
    for before, after in step.columns:
        if before in old and after in new:
            yield _Column(
                aligned=aligned,
                tables=tables,
                old=_ColumnOfOne(aligned.old, tables.old[step.old], *old[before]),
                new=_ColumnOfOne(aligned.new, tables.new[step.new], *new[after]),
                alone=len(new) == 1,
            )


@dataclass(frozen=True)
class _ColumnOfOne:
    """A column of amounts in one document."""

    side: Anatomy
    stated: StatedTable
    number: int
    scale: int
    currency: str

    @cached_property
    def cells(self) -> Mapping[str, tuple[Row, Cell]]:
        """The column's cells by the ids of their rows."""
        table = self.side.tables[self.stated.id]
        return {row.id: (row, cells[self.number]) for row, cells in rows_of(table) if self.number in cells}

    def figure(self, row: str) -> Figure | None:
        """The amount in a row."""
        if row not in self.cells:
            return None
        text = cell_text(self.side, self.cells[row][1])
        return money(text, self.side.document.language, self.scale, self.currency)

    @property
    def counts(self) -> str:
        """What an amount counts: "1000 DKK"."""
        return f"{self.scale} {self.currency}".removeprefix("1 ").strip()

    @property
    def total(self) -> str | None:
        """The id of the row with the total."""
        return next((name for name, (row, _) in self.cells.items() if row.role == "total"), None)

    @property
    def title(self) -> str:
        """What stands at the head of the column."""
        return next(
            (cell_text(self.side, cell) for row, cell in self.cells.values() if row.role == "head"), ""
        )

    def adds_up(self) -> bool:
        """Whether the rows give the total, as far as the amounts were rounded."""
        language = self.side.document.language
        texts = ((row, cell_text(self.side, cell)) for row, cell in self.cells.values())
        numbers = [(row.role, number(text, language) or Decimal(0)) for row, text in texts]
        rows = sum((value for role, value in numbers if role == "body"), Decimal(0))
        total = sum((value for role, value in numbers if role == "total"), Decimal(0))
        return abs(rows - total) <= self.stated.rounding

    def spot_leaf(self, row: str) -> str:
        """The leaf that holds the amount."""
        cell = self.cells[row][1]
        return cell.blocks[0].id if cell.blocks else cell.id


@dataclass(frozen=True, kw_only=True)
class _Column:
    """A column of amounts in both; `alone` where its table has no other."""

    aligned: Aligned
    tables: StatedTables
    old: _ColumnOfOne
    new: _ColumnOfOne
    alone: bool

    def unit(self, rows: Sequence[RowStep]) -> Iterator[Fact]:
        """That the column counts something else, with the amounts that are the same in its new unit."""
        if self.old.counts == self.new.counts:
            return
        both = (
            (row.old, row.new)
            for row in rows
            if row.old in self.old.cells
            and row.new in self.new.cells
            and row.old
            and row.new
            and not row.left
        )
        yield Fact(
            kind=Kind.DEFINITION,
            subject=self.new.title,
            old=Words(text=self.old.counts),
            new=Words(text=self.new.counts),
            places=tuple(self._place(one, other) for one, other in both if self._only_counted(one, other)),
        )

    def _only_counted(self, old: str, new: str) -> bool:
        """Whether a cell is the head, or its amount the same in another unit."""
        one, other = self.old.figure(old), self.new.figure(new)
        return self.new.cells[new][0].role == "head" or bool(one and other and one.number == other.number)

    def _same(self, old: Figure | None, new: Figure | None) -> bool:
        """Whether an amount stayed, or in another unit its figure did: that is told of the column."""
        if old is None or new is None:
            return old is new
        recounted = self.old.counts != self.new.counts and old.text == new.text
        return recounted or (old.number, old.unit) == (new.number, new.unit)

    def amount(self, step: RowStep) -> Iterator[Fact]:
        if step.old is None or step.new is None or step.left or step.new == self.new.total:
            return
        old, new = self.old.figure(step.old), self.new.figure(step.new)
        if self._same(old, new):
            return
        name = label(self.new.side, self.new.side.rows[step.new])
        by = by_number(old, new, per_cent=True)
        yield Fact(
            kind=Kind.AMOUNT,
            subject=name if self.alone else f"{name}, {self.new.title}",
            old=old,
            new=new,
            places=(self._place(step.old, step.new),),
            difference=by,
            direction=direction(by),
        )

    def total(self, pairs: Pairing) -> Iterator[Fact]:
        """The total, also where only its agreement with the rows is another."""
        rows = self.old.total, self.new.total
        if rows[0] is None or rows[1] is None:
            return
        old, new = self.old.figure(rows[0]), self.new.figure(rows[1])
        agrees = self.old.adds_up(), self.new.adds_up()
        if self._same(old, new) and agrees[0] == agrees[1]:
            return
        name = label(self.new.side, self.new.side.rows[rows[1]])
        by = by_number(old, new, per_cent=True)
        yield Fact(
            kind=Kind.TOTAL,
            subject=name if self.alone else f"{name}, {self.new.title}",
            old=old,
            new=new,
            places=(self._place(rows[0], rows[1]), *self._in_prose(pairs, rows[1])),
            difference=by if by and by.amount else None,
            direction=direction(by),
            agrees=agrees,
        )

    def _in_prose(self, pairs: Pairing, row: str) -> tuple[Where, ...]:
        """Where the text says the total by a parameter."""
        key = self.new.cells[row][1].id.rsplit("/", 1)[-1]
        return self.tables.shown(pairs, f"tables.{self.new.stated.id}.total.{key}")

    def _place(self, old: str, new: str) -> Where:
        return where(
            self.aligned,
            whole(self.old.side, self.old.spot_leaf(old)),
            whole(self.new.side, self.new.spot_leaf(new)),
        )


def _count(tables: StatedTables, pairs: Pairing, table: str) -> Iterator[Fact]:
    """How many rows a table has, where the text says so by a parameter."""
    name, aligned = f"tables.{table}.rows", tables.aligned
    # Where only one of both texts says how many there are, that is no change of the number.
    shown = tuple(place for place in tables.shown(pairs, name) if place.old and place.new)
    found = tables.shown_old.get(name), tables.shown_new.get(name)
    counts = [Decimal(ones[0].text) if ones else None for ones in found]
    if not shown or None in counts or counts[0] == counts[1]:
        return
    what = {_counted(side, spot) for place in shown for side, spot in _both(aligned, place)}
    of = what.pop() if len(what) == 1 else ""
    old, new = (Figure(number=count, unit=of, text=str(count)) for count in counts if count is not None)
    by = by_number(old, new)
    yield Fact(
        kind=Kind.QUANTITY,
        subject=of or _around(aligned, shown[0]),
        old=old,
        new=new,
        places=shown,
        difference=by,
        direction=direction(by),
    )


def _both(aligned: Aligned, place: Where) -> Iterator[tuple[Anatomy, Spot]]:
    if place.old and place.new:
        yield from ((aligned.old, place.old), (aligned.new, place.new))


def _counted(side: Anatomy, spot: Spot) -> str:
    """What a count in the text counts: "kommuner"."""
    said = counted(side.leaves[spot.leaf].text, spot.end, lexicon(side.document.language))
    return said.rpartition(" ")[2]


def _around(aligned: Aligned, place: Where) -> str:
    """The words beside a count in the text."""
    side, spot = (aligned.new, place.new) if place.new else (aligned.old, place.old)
    return words_around(side.leaves[spot.leaf].text, spot.start, spot.end) if spot else ""
