"""Tables whose cells can be told apart by those who hear them."""

from collections import defaultdict
from collections.abc import Iterator

from kdnet_docs.assembly.plan import parts_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.tree import Table
from kdnet_docs.document.walk import blocks_within, plain_text
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.tables import TableSpec


def table_headers(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each column without a title, and for tables that are called the same."""
    if not isinstance(subject.model, Contract):
        return
    for spec in (part for part in parts_of(subject.model) if isinstance(part, TableSpec)):
        yield from _columns(spec)
    called: dict[str, list[Table]] = defaultdict(list)
    for block in blocks_within(subject.document.blocks):
        if isinstance(block, Table):
            called[plain_text(block.caption).strip() or block.description].append(block)
    for name, tables in called.items():
        for table in tables[1:]:
            yield Diagnostic(
                code=Code.TABLE_FOR_ALL,
                message=msg('two tables are called "{name}" to those who hear them', name=name),
                span=table.span,
                hint=msg('give each a "description:" of what it holds'),
            )


def _columns(spec: TableSpec) -> Iterator[Diagnostic]:
    for column in spec.columns:
        if not column.title.text.strip():
            yield Diagnostic(
                code=Code.TABLE_FOR_ALL,
                message=msg('the column "{key}" has no title', key=column.key),
                span=column.span,
                hint=msg("write what its cells hold: those who hear the table are told it with each"),
            )
