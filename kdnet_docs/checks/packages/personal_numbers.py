"""A CPR number belongs to one person, and not in a document that everybody may read."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.cpr import cpr_numbers
from kdnet_docs.checks.reading.open_words import open_places
from kdnet_docs.checks.subject import Subject


def personal_numbers(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each CPR number that is not closed."""
    for _, span in open_places(subject, lambda text: cpr_numbers(text, subject.document.date)):
        yield Diagnostic(
            code=Code.PERSONAL_NUMBER,
            message=msg("a CPR number stands in words that everybody may read"),
            span=span,
            hint=msg('delete it, or close the part that it stands in with "closed: true"'),
        )
