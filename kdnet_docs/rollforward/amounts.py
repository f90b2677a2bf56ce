"""What becomes of a table of amounts: its figures are last year's, and nobody can guess the next."""

from collections.abc import Iterator, Mapping, Sequence

from kdnet_docs.base.messages import msg
from kdnet_docs.rollforward.item import Item, ask, whole
from kdnet_docs.rollforward.versions import Versions
from kdnet_docs.sources.parts import Part


def amount_columns(every: Sequence[Part]) -> Mapping[str, frozenset[str]]:
    """The columns of amounts of each table, by their numbers and their keys, by the table's name."""
    by_name = {part.name: part.wording.text for part in every}
    columns: dict[str, frozenset[str]] = {}
    for name, kind in by_name.items():
        column, _, key = name.rpartition(".")
        if key == "type" and kind == "amount":
            table, _, number = column.rpartition(".columns.")
            columns[table] = columns.get(table, frozenset()) | {number, by_name.get(f"{column}.key", number)}
    return columns


def is_amount(part: Part, columns: Mapping[str, frozenset[str]]) -> bool:
    """Whether a value is a cell of a column of amounts."""
    cell, _, column = part.name.rpartition(".")
    table = cell.partition(".rows.")[0].partition(".total.row")[0]
    return table != cell and column in columns.get(table, ())


def stated_amounts(every: Sequence[Part]) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """The name of each table with amounts, and those amounts."""
    columns = amount_columns(every)
    for table in columns:
        cells = (part for part in every if part.name.startswith(f"{table}.") and is_amount(part, columns))
        if stated := tuple(part for part in cells if part.wording.text.strip()):
            yield table, stated


def amount_items(every: Sequence[Part], versions: Versions) -> Iterator[Item]:
    """A question for each table of amounts, at its total, or else at its first amount."""
    for _, stated in stated_amounts(every):
        total = next((part for part in stated if ".total.row" in part.name), stated[0])
        asked = msg(
            "the amounts of the table are those of {old}: put in those of {new}, here and in the rows",
            old=versions.old.year,
            new=versions.new.year,
        )
        yield whole(total, "", ask(None, asked))
