"""The amounts of a contract's tables in whole money, and whether a figure in the prose is one of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kdnet_docs.assembly.plan import tables_of
from kdnet_docs.assembly.tables import TypedRow, TypedTable
from kdnet_docs.base.spans import Wording
from kdnet_docs.checks.reading.rounding import step
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.scalars import Amount
from kdnet_docs.model.tables import Column
from kdnet_docs.reading.read import read
from kdnet_docs.reading.values import Figure

# So near to an amount of the table, one in the same section is meant to be that amount.
_NEAR = Decimal("0.03")
_ONE_DIGIT = Decimal("0.1")
"""So near, and with one other digit, it is meant to be the total of the only table."""
_SLIPS = tuple(Decimal(10) ** power for power in (-6, -3, 3, 6))
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAmount:
    """An amount of a table in whole units of money: of a row by its name, or a total ("")."""

    row: str
    value: Decimal
    step: Decimal
    cell: Amount
    column: Column
    section: str

    def is_said_by(self, figure: Figure) -> bool:
        """Whether a figure in the prose is this amount, rounded as it is written."""
        return abs(figure.number - self.value) <= max(step(figure), self.step) / 2

    def is_meant_by(self, figure: Figure, section: str) -> bool:
        """Whether a figure that is another one must be a slip for this: near, other digits, other unit."""
        if section == self.section and abs(figure.number - self.value) <= self.value * _NEAR:
            return True
        written = re.sub(r"\D", "", figure.text) == re.sub(r"\D", "", str(self.cell.number))
        if len(_digits(self.value)) < _FEWEST_DIGITS and not written:
            return False
        if any(figure.number == self.value * slip for slip in _SLIPS):
            return True
        ours, theirs = str(int(self.value)), str(int(figure.number))
        return ours != theirs and sorted(ours) == sorted(theirs)

    def is_total_for(self, figure: Figure) -> bool:
        """Whether a figure differs from this total by one digit, and not by its first: 1,650 for 1.550."""
        ours, theirs = str(int(self.value)), str(int(figure.number))
        other = [at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b]
        near = abs(figure.number - self.value) <= self.value * _ONE_DIGIT
        return not self.row and len(ours) == len(theirs) and len(other) == 1 and other != [0] and near


def table_amounts(subject: Subject) -> Iterator[TableAmount]:
    """Every amount above nothing in a column that counts money: of the total, and of rows with a name."""
    if isinstance(subject.model, Contract):
        leaves = subject.anatomy.leaves
        sections = {name: leaves[name].under for name in subject.anatomy.tables if name in leaves}
        for table in tables_of(subject.model):
            yield from _of_table(table, sections.get(table.spec.id, ""), subject.model.language)


def _of_table(table: TypedTable, section: str, language: str) -> Iterator[TableAmount]:
    for row in (*table.rows, *([table.total] if table.total else ())):
        name = "" if row is table.total else _name(row)
        if row is not table.total and not name:
            continue
        for column, cell in zip(table.spec.columns, row.cells, strict=False):
            scale = _scale(column, language)
            if isinstance(cell, Amount) and scale and cell.value > 0:
                exponent = int(cell.number.as_tuple().exponent)
                yield TableAmount(
                    row=name,
                    value=cell.value * scale,
                    step=Decimal(1).scaleb(exponent) * scale,
                    cell=cell,
                    column=column,
                    section=section,
                )


def _name(row: TypedRow) -> str:
    first = row.cells[0]
    return first.text.strip() if isinstance(first, Wording) else ""


def _scale(column: Column, language: str) -> Decimal | None:
    """How much money one in the column is, by its unit or its title; None where it may count other things."""
    if column.unit:
        return Decimal(column.unit.scale)
    title = column.title.text
    if re.search(r"\b(?:t\.?kr|tkr)\b", title, re.IGNORECASE):
        return Decimal(1000)
    for one in read(f"{title}", language, 2000):
        if one.kind == "amount" and isinstance(one.value, Figure):
            return one.value.number
    if match := re.search(r"(?P<scale>mio|mia)?\.?\s*(?:\bkr\b|\bkroner\b)", title, re.IGNORECASE):
        return {"mio": Decimal(10) ** 6, "mia": Decimal(10) ** 9}.get(str(match["scale"]).lower(), Decimal(1))
    return None


def _digits(number: Decimal) -> str:
    """The digits that matter of a number: "39010000" has "3901"."""
    return str(int(number)).strip("0")
