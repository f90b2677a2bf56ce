"""Leaves that both documents have with other words in each: where they differ, and where words stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kdnet_docs.alignment.steps import MovedTo, Paired
from kdnet_docs.alignment.words import word_changes
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Spot, Where
from kdnet_docs.compare.facts.claims import Claims, Range
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.compare.pieces import joined
from kdnet_docs.document.anatomy import Anatomy, Leaf
from kdnet_docs.document.stated import Stated


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of the old text that gave place to a stretch of the new; one of them may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True)
class ChangedLeaf:
    """The leaves of one step, their texts joined as one; several on a side that was split or joined."""

    aligned: Aligned
    old_leaves: tuple[Leaf, ...]
    new_leaves: tuple[Leaf, ...]

    @cached_property
    def old(self) -> str:
        """The old text."""
        return joined([leaf.text for leaf in self.old_leaves])

    @cached_property
    def new(self) -> str:
        """The new text."""
        return joined([leaf.text for leaf in self.new_leaves])

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """Where the texts differ; a place where a paragraph was only split or joined is none."""
        breaks = len(self.old_leaves) != len(self.new_leaves)
        return tuple(
            hunk
            for hunk in _hunks(self.old, self.new)
            if not (
                breaks
                and _is_break(
                    self.old[hunk.old_start : hunk.old_end], self.new[hunk.new_start : hunk.new_end]
                )
            )
        )

    def where(self, old: Range | None, new: Range | None) -> Where:
        """These ranges of the joined texts as a place in both documents."""
        before = _spot(self.old_leaves, old) if old else None
        after = _spot(self.new_leaves, new) if new else None
        return where(self.aligned, before, after)

    def claimed(self, claims: Claims) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
        """What facts speak of already, as ranges of the joined texts."""
        old = tuple(_shifted(self.old_leaves, claims.of_old))
        return old, tuple(_shifted(self.new_leaves, claims.of_new))


@lru_cache(maxsize=4096)
def _hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Where two texts differ; kept, for several kinds of facts ask."""
    if old == new:
        return ()
    return tuple(
        Hunk(change.old_start, change.old_end, change.new_start, change.new_end)
        for change in word_changes(old, new)
        if not change.same
    )


def changed_leaves(aligned: Aligned) -> Iterator[ChangedLeaf]:
    """Every leaf with words that both documents have, changed or not, in reading order."""
    for step in all_steps(aligned):
        match step:
            case Paired():
                yield _leaf(aligned, step.old, step.new)
            case MovedTo() if step.new not in aligned.new.tables:
                yield _leaf(aligned, (step.old,), (step.new,))
            case _:
                pass


def where(aligned: Aligned, old: Spot | None, new: Spot | None) -> Where:
    """A place in one document or both, with the heading that it stands below."""
    side, spot = (aligned.new, new) if new else (aligned.old, old)
    if spot is None or spot.leaf not in side.leaves:
        return Where(old=old, new=new)
    return Where(old=old, new=new, clause=side.clause(spot.leaf), clause_id=side.leaves[spot.leaf].under)


def in_the_data(old: Stated | None, new: Stated | None) -> Where:
    """The place of what a source states as data, and which has no words of its own in the document."""
    return Where(
        old=Spot(leaf="", span=old.span) if old else None, new=Spot(leaf="", span=new.span) if new else None
    )


def whole(side: Anatomy, identity: str) -> Spot:
    """The whole of a leaf."""
    leaf = side.leaves[identity]
    return Spot(leaf=leaf.id, start=0, end=len(leaf.text), span=leaf.span)


def _leaf(aligned: Aligned, old: Sequence[str], new: Sequence[str]) -> ChangedLeaf:
    return ChangedLeaf(
        aligned,
        tuple(aligned.old.leaves[one] for one in old),
        tuple(aligned.new.leaves[one] for one in new),
    )


def _spot(leaves: Sequence[Leaf], stretch: Range) -> Spot:
    """The place of a stretch of the joined texts; one that runs over several leaves ends with the first."""
    start, end = stretch
    at = 0
    for leaf in leaves:
        if start <= at + len(leaf.text) or leaf is leaves[-1]:
            return Spot(leaf=leaf.id, start=start - at, end=min(end - at, len(leaf.text)), span=leaf.span)
        at += len(leaf.text) + 1
    raise AssertionError("a changed leaf has leaves on both sides")


def _shifted(leaves: Sequence[Leaf], claims_of: Callable[[Leaf], tuple[Range, ...]]) -> Iterator[Range]:
    at = 0
    for leaf in leaves:
        yield from ((at + start, at + end) for start, end in claims_of(leaf))
        at += len(leaf.text) + 1


def _is_break(old: str, new: str) -> bool:
    return not (old + new).strip() and "\n" in old + new
