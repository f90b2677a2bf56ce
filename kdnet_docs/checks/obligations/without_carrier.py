"""An initiative says who carries it, where the others do."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.status import StatusTable


def without_carrier(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each initiative without carriers in a table in which most have some."""
    if not isinstance(subject.model, StatusTable):
        return
    initiatives = subject.model.initiatives
    without = [one for one in initiatives if one.carriers is None or not one.carriers.text.strip()]
    if len(without) * 2 < len(initiatives):
        for one in without:
            yield Diagnostic(
                code=Code.NO_CARRIER,
                message=msg("nothing says who carries this initiative"),
                span=one.title.span,
                hint=msg('write who does, as the other initiatives have it: "carriers: Randersklyngen"'),
            )
