"""Tables with typed columns."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, PlainValidator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import msg
from kdnet_docs.base.nodes import MappingNode, ScalarNode, SequenceNode
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.closable import YES, Closable
from kdnet_docs.model.problems import FieldError
from kdnet_docs.model.scalars import Id, Line, Money, MoneyUnit, Number, Word, text_of


def _row(node: Any) -> SequenceNode | MappingNode:
    if not isinstance(node, SequenceNode | MappingNode):
        raise FieldError(
            Code.WRONG_SHAPE,
            msg("a row is a list of its cells"),
            msg('write "- [first cell, second cell]", or "- {{key: cell}}" with the keys of the columns'),
        )
    return node


_Guessed: TypeAlias = str | float | bool | None

RowNode: TypeAlias = Annotated[
    SequenceNode | MappingNode,
    PlainValidator(_row, json_schema_input_type=list[_Guessed] | dict[str, _Guessed]),
]
"""A row as it stands; its cells are read by the types of the columns when the table is assembled."""


class Column(Authored):
    """A column of a table."""

    key: Id
    """The column's name in rows and parameters."""
    title: Line
    """What stands in the head of the table."""
    type: Annotated[Literal["text", "amount"], BeforeValidator(text_of)] = "text"
    """How the cells are read: as Markdown, or as amounts."""
    unit: MoneyUnit | None = None
    """What an amount counts, such as 1000 DKK."""
    width: Number | None = None
    """How wide the column is beside the others; left out, 3 for text and 1 for amounts."""


class Total(Authored):
    """The last row of a table: stated sums, which are held against the rows."""

    row: RowNode
    """The cells of the row; an amount that is left empty is summed up."""
    rounding: Money | None = None
    """How far a stated total may be from the sum, in the column's unit; left out, not at all."""


class TableSpec(Closable):
    """A table: columns, rows, and perhaps a total."""

    id: Id
    """The table's name in parameters and links."""
    columns: tuple[Column, ...] = Field(min_length=1)
    """The columns from left to right."""
    rows: tuple[RowNode, ...]
    """The rows from top to bottom."""
    total: Total | None = None
    """The last row, with the sums."""
    caption: Line | None = None
    """Words above the table."""
    description: Word = ""
    """What the table holds, for people who hear it read aloud."""

    @property
    def closed_rows(self) -> tuple[MappingNode, ...]:
        """The rows that are closed."""
        return tuple(row for row in self.rows if isinstance(row, MappingNode) and self.closes_row(row))

    def closes_row(self, row: MappingNode) -> bool:
        """Whether a row is closed: it says so beside its cells, where no column has that key."""
        mark = row.get("closed")
        says = isinstance(mark, ScalarNode) and mark.text.lower() in YES
        return says and all(column.key != "closed" for column in self.columns)
