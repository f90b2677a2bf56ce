"""What of the changed words of a leaf no fact speaks of yet."""

from collections.abc import Iterator, Sequence

from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, Hunk
from kdnet_docs.compare.facts.claims import Claims, Range


def leftovers(leaf: ChangedLeaf, claims: Claims) -> tuple[Hunk, ...]:
    """The hunks without what is claimed at their beginning and end; none that is claimed whole."""
    old, new = leaf.claimed(claims)
    return tuple(left for hunk in leaf.hunks if (left := _left(leaf, hunk, old, new)))


def _left(leaf: ChangedLeaf, hunk: Hunk, old: Sequence[Range], new: Sequence[Range]) -> Hunk | None:
    before = list(_unclaimed(leaf.old, hunk.old_start, hunk.old_end, old))
    after = list(_unclaimed(leaf.new, hunk.new_start, hunk.new_end, new))
    if not before and not after:
        claimed = hunk.old_start < hunk.old_end or hunk.new_start < hunk.new_end
        blank = not (
            leaf.old[hunk.old_start : hunk.old_end] + leaf.new[hunk.new_start : hunk.new_end]
        ).strip()
        spoken_of = _covers(old, hunk.old_start, hunk.old_end) and _covers(new, hunk.new_start, hunk.new_end)
        return hunk if claimed and blank and not spoken_of else None
    # Where nothing of one side is left, the change stands beside what was claimed there.
    return Hunk(
        before[0] if before else hunk.old_end,
        before[-1] + 1 if before else hunk.old_end,
        after[0] if after else hunk.new_end,
        after[-1] + 1 if after else hunk.new_end,
    )


def _unclaimed(text: str, start: int, end: int, claimed: Sequence[Range]) -> Iterator[int]:
    """The characters of a stretch that are no space and that no fact speaks of."""
    for at in range(start, end):
        if not text[at].isspace() and not any(first <= at < last for first, last in claimed):
            yield at


def _covers(claimed: Sequence[Range], start: int, end: int) -> bool:
    return all(any(first <= at < last for first, last in claimed) for at in range(start, end))
