"""A total stands below `total`, where it is held against the rows and not counted as one."""

import re
from collections.abc import Iterator

from kdnet_docs.assembly.plan import tables_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Wording
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract

_TOTAL = re.compile(r"(?:.*\s)?(?:i\s+alt|ialt|total|sum|tilsammen|samlet)(?:\s+sum)?:?", re.IGNORECASE)


def total_among_rows(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each last row that is a total by its first cell, in a table without one."""
    if isinstance(subject.model, Contract):
        for table in tables_of(subject.model):
            if table.total is None and len(table.rows) > 1:
                first = table.rows[-1].cells[0]
                if isinstance(first, Wording) and _TOTAL.fullmatch(first.text.strip().strip("*")):
                    yield Diagnostic(
                        code=Code.TOTAL_AMONG_ROWS,
                        message=msg('"{words}" stands among the rows', words=first.text.strip()),
                        span=first.span,
                        hint=msg(
                            'write it below the rows, "total: {{row: [...]}}": then it is held against them'
                        ),
                    )
