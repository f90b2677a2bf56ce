"""Tables: cells read by the types of their columns, and the table as blocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kdnet_docs.assembly import values
from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.ids import Ids
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Span, Wording
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.document.tree import Block, Cell, Column, Paragraph, Row, Table, Text
from kdnet_docs.document.walk import plain_text
from kdnet_docs.model import tables as authored
from kdnet_docs.model.problems import FieldError
from kdnet_docs.model.scalars import Amount, read_amount

CellValue: TypeAlias = Wording | Amount | None


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row with the values of its cells, one for each column; None where a cell is empty."""

    cells: tuple[CellValue, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table whose cells have been read; `sums` are its amount columns added up, by key."""

    spec: authored.TableSpec
    rows: tuple[TypedRow, ...]
    total: TypedRow | None

    def sums(self) -> Mapping[str, Decimal]:
        """The amount columns added up over the rows, in the column's own unit."""
        return {
            column.key: sum(
                (amount.value for row in self.rows if isinstance(amount := row.cells[index], Amount)),
                Decimal(0),
            )
            for index, column in enumerate(self.spec.columns)
            if column.type == "amount"
        }

    def totals(self) -> Mapping[str, Decimal]:
        """The stated totals, and the sums where none is stated."""
        stated = {
            column.key: cell.value
            for column, cell in zip(self.spec.columns, self.total.cells if self.total else (), strict=False)
            if isinstance(cell, Amount)
        }
        return {**self.sums(), **stated}


def read_table(spec: authored.TableSpec, language: str, findings: list[Diagnostic]) -> TypedTable:
    """Reads every cell; what does not fit its column is a finding, and the cell then empty."""
    keys = Ids(findings)
    for column in spec.columns:
        keys.reserve(column.key, column.span_of("key"))
    return TypedTable(
        spec,
        tuple(_row(node, spec, language, findings) for node in spec.rows),
        _row(spec.total.row, spec, language, findings, may_be_short=True) if spec.total else None,
    )


def _row(
    node: SequenceNode | MappingNode,
    spec: authored.TableSpec,
    language: str,
    findings: list[Diagnostic],
    *,
    may_be_short: bool = False,
) -> TypedRow:
    nodes = _by_column(node, spec, findings, may_be_short=may_be_short)
    cells = (
        _cell(cell, column, language, findings) for cell, column in zip(nodes, spec.columns, strict=True)
    )
    return TypedRow(tuple(cells), node.span)


def _by_column(
    node: SequenceNode | MappingNode,
    spec: authored.TableSpec,
    findings: list[Diagnostic],
    *,
    may_be_short: bool,
) -> tuple[Node | None, ...]:
    keys = [column.key for column in spec.columns]
    if isinstance(node, MappingNode):
        # A total goes with the rows, and is not closed by itself.
        mark = {"closed"} if spec.closes_row(node) and not may_be_short else set()
        for key in node.keys() - set(keys) - mark:
            message = msg('the table has no column "{key}"', key=key)
            findings.append(
                Diagnostic(
                    code=Code.UNKNOWN_KEY,
                    message=message,
                    span=node.keys_at[key],
                    hint=did_you_mean(key, keys) or msg("the columns are {names}", names=", ".join(keys)),
                )
            )
        return tuple(node.get(key) for key in keys)
    if len(node) > len(keys) or (len(node) < len(keys) and not may_be_short):
        findings.append(
            Diagnostic(
                code=Code.ROW_LENGTH,
                message=msg(
                    "the row has {cells} cells and the table {columns} columns",
                    cells=len(node),
                    columns=len(keys),
                ),
                span=node.span,
                hint=msg('a cell with a comma in it goes in quotes; an empty cell is written ""'),
            )
        )
    return tuple(node[index] if index < len(node) else None for index in range(len(keys)))


def _cell(node: Node | None, column: authored.Column, language: str, findings: list[Diagnostic]) -> CellValue:
    if node is None or (isinstance(node, ScalarNode) and not node.text.strip()):
        return None
    if not isinstance(node, ScalarNode):
        message = msg("a cell is a single value, not a list or keys")
        findings.append(Diagnostic(code=Code.WRONG_SHAPE, message=message, span=node.span))
        return None
    if column.type == "text":
        return node.wording
    try:
        amount = read_amount(node, language)
    except FieldError as problem:
        findings.append(
            Diagnostic(code=problem.code, message=problem.message, span=node.span, hint=problem.hint)
        )
        return None
    if any(character.isalpha() or character == "%" for character in node.text):
        message = msg('"{text}" says what it counts, and so does its column', text=node.text)
        hint = msg("write the figure alone, and what it counts in the column's title and unit")
        findings.append(Diagnostic(code=Code.BAD_AMOUNT, message=message, span=node.span, hint=hint))
    return amount


# --- the table as blocks


def table_block(table: TypedTable, context: Context, description: str) -> Table:
    """The table of the document tree; `description` serves where the author gave none."""
    spec = table.spec
    caption = context.line(spec.caption, f"{spec.id}/caption")
    head = tuple(
        Cell(
            id=f"{spec.id}/head/{column.key}",
            blocks=(
                Paragraph(
                    id=f"{spec.id}/head/{column.key}/p1",
                    content=context.line(column.title, f"{spec.id}/head/{column.key}"),
                    span=column.title.span,
                ),
            ),
            header=True,
            span=column.title.span,
        )
        for column in spec.columns
    )
    names = Ids(context.findings)
    for name in ("caption", "head", "total"):
        names.given(None, name)
    rows = tuple(_table_row(row, table, context, f"{spec.id}/{_row_name(row, names)}") for row in table.rows)
    total = (
        (_table_row(table.total, table, context, f"{spec.id}/total", is_total=True),) if table.total else ()
    )
    return Table(
        id=spec.id,
        columns=tuple(_column(column) for column in spec.columns),
        rows=(
            Row(id=f"{spec.id}/head", role="head", cells=head, span=spec.span_of("columns")),
            *rows,
            *total,
        ),
        description=spec.description or plain_text(caption) or description,
        caption=caption,
        span=spec.span,
    )


def _column(column: authored.Column) -> Column:
    is_amount = column.type == "amount"
    return Column(width=float(column.width or (1 if is_amount else 3)), align="end" if is_amount else "start")


def _row_name(row: TypedRow, names: Ids) -> str:
    """A row is known by its first words, as people know it; a second one alike is counted."""
    first = row.cells[0]
    return names.given(None, first.text if isinstance(first, Wording) else str(first.number) if first else "")


def _table_row(
    row: TypedRow, table: TypedTable, context: Context, identity: str, *, is_total: bool = False
) -> Row:
    sums = table.sums() if is_total else {}
    cells = tuple(
        Cell(
            id=f"{identity}/{column.key}",
            blocks=_cell_blocks(value, sums.get(column.key), context, f"{identity}/{column.key}"),
            header=index == 0 and column.type == "text",
            span=value.span if value else row.span,
        )
        for index, (column, value) in enumerate(zip(table.spec.columns, row.cells, strict=True))
    )
    return Row(id=identity, role="total" if is_total else "body", cells=cells, span=row.span)


def _cell_blocks(
    value: CellValue, summed: Decimal | None, context: Context, identity: str
) -> tuple[Block, ...]:
    match value:
        case Wording():
            return context.prose(value, identity)
        case Amount():
            text = Text(text=values.decimal(value.number, context.language), span=value.span)
        case None if summed is not None:
            text = Text(text=values.decimal(summed, context.language))
        case None:
            return ()
    return (Paragraph(id=f"{identity}/p1", content=(text,), span=text.span),)
