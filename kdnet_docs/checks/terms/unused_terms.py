"""A term that a document defines is one that it uses."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.definitions import Definition, definitions
from kdnet_docs.checks.subject import Subject


def unused_terms(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each term that stands nowhere but where it is defined."""
    for one in definitions(subject):
        if not _is_used(one, subject):
            yield Diagnostic(
                code=Code.UNUSED_TERM,
                message=msg('"{term}" is defined here, and used nowhere', term=one.term),
                span=one.span,
                hint=msg("use it where it is meant, or delete the definition"),
            )


def _is_used(one: Definition, subject: Subject) -> bool:
    """Whether it stands elsewhere; the words before it in its sentence are what it is defined as."""
    begins = max((start for start, _ in one.passage.sentences if start <= one.start), default=0)
    for passage in subject.passages:
        for use in one.used.finditer(passage.text):
            if passage is not one.passage or not begins <= use.start() < one.end:
                return True
    return False
