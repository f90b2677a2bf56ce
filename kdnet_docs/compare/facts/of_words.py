"""What is left when no other fact speaks of a change: one fact for each leaf."""

from collections.abc import Iterator, Sequence

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Words
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, Hunk, changed_leaves
from kdnet_docs.compare.facts.claims import Claims, Range


def facts_of_words(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """The changes of words that no fact speaks of."""
    for leaf in changed_leaves(aligned):
        old, new = leaf.claimed(claims)
        left = tuple(
            hunk
            for hunk in leaf.hunks
            if not _within((hunk.old_start, hunk.old_end), old)
            or not _within((hunk.new_start, hunk.new_end), new)
        )
        if left:
            yield _changed(leaf, left)


def _changed(leaf: ChangedLeaf, hunks: Sequence[Hunk]) -> Fact:
    places = tuple(
        leaf.where((hunk.old_start, hunk.old_end), (hunk.new_start, hunk.new_end)) for hunk in hunks
    )
    first, last = hunks[0], hunks[-1]
    return Fact(
        kind=Kind.TEXT_CHANGED,
        subject=places[0].clause,
        old=Words(text=leaf.old[first.old_start : last.old_end]),
        new=Words(text=leaf.new[first.new_start : last.new_end]),
        places=places,
    )


def _within(stretch: Range, claimed: Sequence[Range]) -> bool:
    """Whether facts speak of every character of a stretch."""
    start, end = stretch
    for first, last in sorted(claimed):
        if first <= start < last:
            start = last
    return start >= end
