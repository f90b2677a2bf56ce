"""Facts from values in the words: figures, dates, obligations and references that changed."""

from collections.abc import Iterator

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind
from kdnet_docs.compare.facts.about import goal_of, parties, subject
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, changed_leaves
from kdnet_docs.compare.facts.claims import Claims, Range
from kdnet_docs.compare.facts.meanings import Meaning, meaning_of
from kdnet_docs.compare.facts.value_changes import ValueChange, value_changes
from kdnet_docs.reading.reads import Read


def facts_of_values(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """The facts of every changed leaf, but of what other facts speak of."""
    for leaf in changed_leaves(aligned):
        if leaf.hunks:
            for change in unclaimed(leaf, claims):
                if meaning := meaning_of(leaf, change):
                    yield _fact(leaf, change, meaning)


def unclaimed(leaf: ChangedLeaf, claims: Claims) -> Iterator[ValueChange]:
    """The values that changed and of which no fact speaks yet."""
    old, new = leaf.claimed(claims)
    for change in value_changes(leaf):
        if not (_touches(change.old, old) or _touches(change.new, new)):
            yield change


def _fact(leaf: ChangedLeaf, change: ValueChange, meaning: Meaning) -> Fact:
    within = change.within
    old = (change.old.start, change.old.end) if change.old else (within.old_start, within.old_start)
    new = (change.new.start, change.new.end) if change.new else (within.new_start, within.new_start)
    shown = change.new or change.old
    assert shown is not None  # noqa: S101 - a change has a side
    return Fact(
        kind=meaning.kind,
        subject=goal_of(leaf)
        if meaning.kind is Kind.TARGET
        else subject(leaf, shown, old=change.new is None),
        old=meaning.old,
        new=meaning.new,
        places=(leaf.where(*_with_space(leaf, change, old, new)),),
        difference=meaning.difference,
        direction=meaning.direction,
        parties=parties(leaf, old[0], new[0]),
    )


def _with_space(leaf: ChangedLeaf, change: ValueChange, old: Range, new: Range) -> tuple[Range, Range]:
    """The places of a value before and after, with the space that changed along with it."""
    within = change.within
    around = (
        leaf.old[within.old_start : old[0]],
        leaf.old[old[1] : within.old_end],
        leaf.new[within.new_start : new[0]],
        leaf.new[new[1] : within.new_end],
    )
    if any(part.strip() for part in around):
        return old, new
    return (
        (min(old[0], within.old_start), max(old[1], within.old_end)),
        (min(new[0], within.new_start), max(new[1], within.new_end)),
    )


def _touches(one: Read | None, claimed: tuple[Range, ...]) -> bool:
    return one is not None and any(start < one.end and one.start < end for start, end in claimed)
