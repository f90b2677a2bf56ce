"""The comparison of two documents."""

from kdnet_docs.compare.align import align
from kdnet_docs.compare.canonical import canonical_text
from kdnet_docs.compare.comparison import Aligned, Comparison
from kdnet_docs.compare.fact import Fact, Kind, Where, Words
from kdnet_docs.compare.facts.facts import facts
from kdnet_docs.document.tree import Document


def compare(old: Document, new: Document) -> Comparison:
    """Both documents side by side, and what their differences mean: nothing only if they say the same."""
    aligned = align(old, new)
    if canonical_text(old) == canonical_text(new):
        return Comparison(aligned=aligned, facts=(), equal=True)
    return Comparison(aligned=aligned, facts=facts(aligned) or (_set_otherwise(aligned),), equal=False)


def _set_otherwise(aligned: Aligned) -> Fact:
    """Two documents with the same words that are still not the same: a cell that covers two rows, say."""
    return Fact(
        kind=Kind.FORMATTING,
        subject=aligned.new.document.title,
        old=Words(text=aligned.old.document.title),
        new=Words(text=aligned.new.document.title),
        places=(Where(old=None, new=None),),
        number=1,
    )
