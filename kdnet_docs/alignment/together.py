"""Two sequences read together, once it is known what is the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kdnet_docs.alignment.sequence import Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the common order.

    `what` is "same", "deleted", "inserted", "left" where something stood that moved, or "came" where it
    stands now; of these two `old` and `new` are both there, else numbers of parts as far as there are any.
    """

    what: Literal["same", "deleted", "inserted", "left", "came"]
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()


def read_together(found: Sequence[Match], old_count: int, new_count: int) -> Iterator[Place]:
    """Every part of both in order; between what is the same, the old stands before the new."""
    moved_old = {match.old[0]: match for match in found if match.moved}
    moved_new = {match.new[0]: match for match in found if match.moved}
    at_old = at_new = 0
    end = Match(old=(old_count,), new=(new_count,))
    for match in (*(match for match in found if not match.moved), end):
        for at in range(at_old, match.old[0]):
            moved = moved_old.get(at)
            yield (
                Place(what="left", old=moved.old, new=moved.new)
                if moved
                else Place(what="deleted", old=(at,))
            )
        for at in range(at_new, match.new[0]):
            moved = moved_new.get(at)
            yield (
                Place(what="came", old=moved.old, new=moved.new)
                if moved
                else Place(what="inserted", new=(at,))
            )
        if match is not end:
            yield Place(what="same", old=match.old, new=match.new)
        at_old, at_new = match.old[-1] + 1, match.new[-1] + 1
