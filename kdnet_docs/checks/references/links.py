"""A link must lead somewhere: to a part of the document that is there, or to a whole address."""

import re
from collections.abc import Iterator, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.tree import Heading, Link, Table
from kdnet_docs.document.walk import blocks_within, own_inlines

_WHOLE_ADDRESS = re.compile(r"(https?://|mailto:)\S", re.IGNORECASE)


def links(subject: Subject) -> Iterator[Diagnostic]:
    """A finding for each link without a whole address, and for each to an id that no heading or table has."""
    blocks = list(blocks_within(subject.document.blocks))
    ids = [block.id for block in blocks if isinstance(block, Heading | Table)]
    for link in (inline for block in blocks for inline in own_inlines(block) if isinstance(inline, Link)):
        if finding := _of_link(link, ids):
            yield finding


def _of_link(link: Link, ids: Sequence[str]) -> Diagnostic | None:
    name = link.target.removeprefix("#")
    if link.target and name == link.target:
        return None if _WHOLE_ADDRESS.match(link.target) else _half_an_address(link)
    if name in ids:
        return None
    return Diagnostic(
        code=Code.LINK_TARGET,
        message=msg('there is no "{name}" to link to in this document', name=name)
        if name
        else msg("the link leads nowhere"),
        span=link.span,
        hint=did_you_mean(name, ids)
        or msg("link to the id of a section, clause, goal or table: [words](#id)"),
    )


def _half_an_address(link: Link) -> Diagnostic:
    # No file makes such a link clickable: the words stand there without it.
    looks_like_a_site = re.match(r"(www\.)?[\w-]+\.[a-z]{2,}(/|$)", link.target)
    return Diagnostic(
        code=Code.LINK_ADDRESS,
        message=msg('"{address}" is not a whole address; the link is left out', address=link.target),
        span=link.span,
        hint=msg('did you mean "{name}"?', name=f"https://{link.target}")
        if looks_like_a_site
        else msg("addresses begin with https:// or mailto:"),
    )
