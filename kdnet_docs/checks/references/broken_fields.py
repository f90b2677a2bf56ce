"""What Word leaves in the text where a reference of its own no longer leads anywhere."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.subject import Subject

_LEFT = re.compile(
    r"\b(?:Fejl|Error)! ?(?:Henvis|Bogm|Ugyldig|Ukendt|Ingen|Reference|Bookmark|Not a valid|Unknown|No )"
    r"[^.\n]{0,60}\.?"
)


def broken_fields(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each "Fejl! Henvisningskilde ikke fundet."."""
    for passage in subject.passages:
        for left in _LEFT.finditer(passage.text) if "!" in passage.text else ():
            yield Diagnostic(
                code=Code.BROKEN_FIELD,
                message=msg("this is an error message of Word, which stood in place of a reference"),
                span=passage.span(*left.span()),
                hint=msg("write the reference again"),
            )
