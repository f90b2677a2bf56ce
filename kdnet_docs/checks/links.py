"""A link inside the document must lead to something that is there."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.tree import Heading, Link, Table
from kdnet_docs.document.walk import blocks_within, own_inlines
from kdnet_docs.model.meeting import Meeting


def links(subject: Subject) -> Iterator[Diagnostic]:
    """A finding for each link to an id that no heading or table has."""
    if isinstance(subject.model, Meeting):
        return  # its links lead to other documents, which building the package looks up
    blocks = list(blocks_within(subject.document.blocks))
    ids = [block.id for block in blocks if isinstance(block, Heading | Table)]
    for block in blocks:
        for inline in own_inlines(block):
            if isinstance(inline, Link) and inline.target.startswith("#") and inline.target[1:] not in ids:
                yield Diagnostic(
                    code=Code.LINK_TARGET,
                    message=msg('there is no "{name}" to link to in this document', name=inline.target[1:]),
                    span=inline.span,
                    hint=did_you_mean(inline.target[1:], ids)
                    or msg("link to the id of a section, clause, goal or table: [words](#id)"),
                )
