"""The comparison of two documents."""

from kdnet_docs.compare.align import align
from kdnet_docs.compare.canonical import canonical_text
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.facts.facts import facts
from kdnet_docs.document.tree import Document


def compare(old: Document, new: Document) -> Comparison:
    """Both documents side by side, and what their differences mean."""
    aligned = align(old, new)
    equal = canonical_text(old) == canonical_text(new)
    return Comparison(aligned=aligned, facts=() if equal else facts(aligned), equal=equal)
