"""A stated total must be the sum of its rows, as near as its stated rounding."""

from collections.abc import Iterator
from decimal import Decimal

from kdnet_docs.assembly.plan import tables_of
from kdnet_docs.assembly.tables import TypedTable
from kdnet_docs.assembly.values import decimal
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.scalars import Amount


def totals(subject: Subject) -> Iterator[Diagnostic]:
    """A finding for each amount of a total row that its column does not come to."""
    if isinstance(subject.model, Contract):
        for table in tables_of(subject.model):
            yield from _of_table(table, subject.model.language)


def _of_table(table: TypedTable, language: str) -> Iterator[Diagnostic]:
    if table.total is None or table.spec.total is None:
        return
    sums, rounding = table.sums(), table.spec.total.rounding
    for column, stated in zip(table.spec.columns, table.total.cells, strict=True):
        if not isinstance(stated, Amount):
            continue
        difference = stated.value - sums[column.key]
        if abs(difference) > (rounding.value if rounding else 0):
            yield Diagnostic(
                code=Code.TOTAL_MISMATCH,
                message=msg(
                    "the total is {stated}, but the rows come to {sum}",
                    stated=decimal(stated.value, language),
                    sum=decimal(sums[column.key], language),
                ),
                span=stated.span,
                hint=_hint(difference, len(table.rows), language),
            )


def _hint(difference: Decimal, rows: int, language: str) -> Message:
    """Rows that were rounded are each at most half a unit off; a larger difference is an error."""
    shown = decimal(difference, language)
    if abs(difference) > Decimal(max(rows, 2)) / 2:
        return msg("the difference is {difference}; correct a row or the total", difference=shown)
    return msg(
        'the difference is {difference}; correct a row or the total, or state "rounding: {size}" beside it',
        difference=shown,
        size=decimal(abs(difference), language),
    )
