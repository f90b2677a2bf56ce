"""An amount in the prose is the one in the table, in whatever unit and form: "39,010 mio. kr." and 39.010."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kdnet_docs.assembly.plan import tables_of
from kdnet_docs.assembly.tables import TypedRow, TypedTable
from kdnet_docs.assembly.values import decimal
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Wording
from kdnet_docs.checks.figures.restated import step
from kdnet_docs.checks.passages import Passage, year_of
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.scalars import Amount
from kdnet_docs.model.tables import Column
from kdnet_docs.reading.read import read
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure, Period

# So near to an amount of the table, one in the same section is meant to be that amount.
_NEAR = Decimal("0.03")
_SLIPS = tuple(Decimal(10) ** power for power in (-6, -3, 3, 6))
_FEWEST_DIGITS = 3
_ABOUT = re.compile(
    r"(?:\bca\.|\bcirka|\bomkring|\bknap|\bgodt|\bover|\bunder|\bop til|\bomtrent)\s*\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
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


def amounts(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each amount in the prose that is nearly, but not quite, one of a table."""
    if not isinstance(subject.model, Contract):
        return
    sections = {name: subject.anatomy.leaves[name].under for name in subject.anatomy.tables}
    stated = [
        one
        for table in tables_of(subject.model)
        for one in _stated(table, sections.get(table.spec.id, ""), subject.model.language)
    ]
    for passage in subject.passages if stated else ():
        if passage.leaf.kind != "cell":
            for read_ in passage.reads:
                if isinstance(read_.value, Figure) and read_.kind == "amount":
                    yield from _compare(passage, read_, read_.value, stated)


def _compare(passage: Passage, found: Read, figure: Figure, stated: list[_Stated]) -> Iterator[Diagnostic]:
    text = passage.text
    rounded = figure.bound or figure.upto is not None or _ABOUT.search(text[: found.start])
    sentence = next(((s, e) for s, e in passage.sentences if s <= found.start < e), (0, len(text)))
    if rounded or not figure.number or _other_year(passage, sentence):
        return
    if any(one.is_said_by(figure) for one in stated):
        return
    words = text[sentence[0] : sentence[1]]
    named = [one for one in stated if not one.row or re.search(rf"(?<!\w){re.escape(one.row)}(?!\w)", words)]
    meant = [one for one in named if one.is_meant_by(figure, passage.leaf.under)]
    if meant:
        one = min(meant, key=lambda one: abs(one.value - figure.number))
        language = passage.anatomy.document.language
        yield Diagnostic(
            code=Code.OTHER_AMOUNT,
            message=msg(
                '"{words}" is not what the table says: {amount} ({column})',
                words=text[found.start : found.end],
                amount=decimal(one.cell.number, language),
                column=one.column.title.text,
            ),
            span=passage.span(found.start, found.end),
            hint=msg(
                "correct the one that is wrong; a parameter in the prose always says what the table says"
            ),
            labels=(Label(one.cell.span, msg("the amount in the table")),),
        )


def _other_year(passage: Passage, sentence: tuple[int, int]) -> bool:
    """Whether a sentence speaks of another year than the document's: its amount may be another one."""
    years = {
        read.value.first.year
        for read in passage.reads
        if sentence[0] <= read.start < sentence[1] and isinstance(read.value, Period)
    }
    return bool(years) and year_of(passage.anatomy) not in years


def _stated(table: TypedTable, section: str, language: str) -> Iterator[_Stated]:
    for row in (*table.rows, *([table.total] if table.total else ())):
        name = "" if row is table.total else _name(row)
        if row is not table.total and not name:
            continue
        for column, cell in zip(table.spec.columns, row.cells, strict=False):
            scale = _scale(column, language)
            if isinstance(cell, Amount) and scale and cell.value > 0:
                exponent = int(cell.number.as_tuple().exponent)
                yield _Stated(
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
