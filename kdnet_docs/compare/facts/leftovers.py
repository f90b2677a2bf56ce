"""What of the changed words of a leaf no fact speaks of yet."""

from collections.abc import Sequence

from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, Hunk
from kdnet_docs.compare.facts.claims import Claims, Range


def leftovers(leaf: ChangedLeaf, claims: Claims) -> tuple[Hunk, ...]:
    """The hunks without what is claimed at their beginning and end; none that is claimed whole."""
    old, new = leaf.claimed(claims)
    return tuple(left for hunk in leaf.hunks if (left := _left(leaf, hunk, old, new)))


def _left(leaf: ChangedLeaf, hunk: Hunk, old: Sequence[Range], new: Sequence[Range]) -> Hunk | None:
    of_old = _claimed(old, hunk.old_start, hunk.old_end)
    of_new = _claimed(new, hunk.new_start, hunk.new_end)
    if not any(of_old) and not any(of_new):
        return hunk
    before = _words_left(leaf.old, hunk.old_start, of_old)
    after = _words_left(leaf.new, hunk.new_start, of_new)
    if not before and not after:
        return None
    # Where nothing of one side is left, the change stands beside what was claimed there.
    return Hunk(
        before[0] if before else hunk.old_end,
        before[-1] + 1 if before else hunk.old_end,
        after[0] if after else hunk.new_end,
        after[-1] + 1 if after else hunk.new_end,
    )


def _claimed(claims: Sequence[Range], start: int, end: int) -> list[bool]:
    """Of each character of a stretch, whether a fact speaks of it."""
    return [any(first <= at < last for first, last in claims) for at in range(start, end)]


def _words_left(text: str, start: int, claimed: Sequence[bool]) -> list[int]:
    """The characters of a stretch that are no space and that no fact speaks of."""
    return [at for at, told in enumerate(claimed, start) if not told and not text[at].isspace()]
