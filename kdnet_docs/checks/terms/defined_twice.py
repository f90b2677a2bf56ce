"""A term has one meaning in a document, and is defined once."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.definitions import Definition, definitions
from kdnet_docs.checks.subject import Subject


def defined_twice(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each definition of a term that has been defined before."""
    known: dict[str, Definition] = {}
    for one in definitions(subject):
        first = known.setdefault(one.term.lower(), one)
        if first is not one:
            yield Diagnostic(
                code=Code.DEFINED_TWICE,
                message=msg('"{term}" has been defined before', term=one.term),
                span=one.span,
                hint=msg("keep one of the definitions, or give the two things two names"),
                labels=labelled(first.span, msg("defined here first")),
            )
