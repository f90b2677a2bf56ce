"""The comparison of two documents."""

from dataclasses import replace

from kdnet_docs.compare.align import align
from kdnet_docs.compare.canonical import canonical_text
from kdnet_docs.compare.comparison import Aligned, Comparison
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.document.tree import Document
from kdnet_docs.reading.values import Words


def lay_side_by_side(old: Document, new: Document) -> Comparison:
    """Both documents side by side, without the facts: what a redline needs, in less time."""
    return Comparison(aligned=align(old, new), facts=(), equal=canonical_text(old) == canonical_text(new))


def compare(old: Document, new: Document) -> Comparison:
    """Both documents side by side, and what their differences mean: nothing only if they say the same."""
    from kdnet_docs.compare.facts.facts import facts  # takes time to load, and a redline needs none

    found = lay_side_by_side(old, new)
    if found.equal:
        return found
    return replace(found, facts=facts(found.aligned) or (_set_otherwise(found.aligned),))


def _set_otherwise(aligned: Aligned) -> Fact:
    """Two documents with the same words that are still not the same: a cell that covers two rows, say."""
    old, new = aligned.old.document.version, aligned.new.document.version
    if old != new:
        return Fact(
            kind=Kind.PROPERTY,
            subject="version",
            old=Words(text=old),
            new=Words(text=new),
            places=(Where(old=None, new=None),),
            number=1,
        )
    return Fact(
        kind=Kind.FORMATTING,
        subject=aligned.new.document.title,
        old=Words(text=aligned.old.document.title),
        new=Words(text=aligned.new.document.title),
        places=(Where(old=None, new=None),),
        number=1,
    )
