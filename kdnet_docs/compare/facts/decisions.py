"""Facts about what a meeting decided, as the referat says it after the dagsorden."""

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.facts.changed_leaves import where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.meeting_points import point_pairs
from kdnet_docs.compare.facts.pairing import pairing
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.stated import StatedPoint
from kdnet_docs.reading.values import Words

_REFERAT = "referat/"
ALIKE = 60
"""How alike, of 100, two decisions are of which the words that changed are told, not the whole."""


def facts_of_decisions(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Decisions that came, went or are others; with the first of them, the referat that came with them."""
    found = [fact for pair in point_pairs(aligned) if (fact := _decision(aligned, *pair))]
    if found:
        first, *others = found
        rest = _rest(aligned, found)
        yield Fact(
            kind=first.kind,
            subject=first.subject,
            old=first.old,
            new=first.new,
            places=(*first.places, *rest),
        )
        yield from others


def _decision(aligned: Aligned, old: StatedPoint | None, new: StatedPoint | None) -> Fact | None:
    point = new or old
    before, after = _leaves(aligned.old, old), _leaves(aligned.new, new)
    said = _said(aligned.old, before), _said(aligned.new, after)
    if point is None or said[0] == said[1] or (all(said) and ratio(*said) >= ALIKE):
        return None
    return Fact(
        kind=Kind.DECISION,
        subject=str(point.number),
        old=Words(text=said[0]) if said[0] else None,
        new=Words(text=said[1]) if said[1] else None,
        places=(
            *(where(aligned, None, whole(aligned.new, leaf)) for leaf in after),
            *(where(aligned, whole(aligned.old, leaf), None) for leaf in before),
        ),
    )


def _leaves(side: Anatomy, point: StatedPoint | None) -> tuple[str, ...]:
    """What stands below the heading "Beslutning" of a point."""
    below = f"{_REFERAT}agenda/{point.number}/beslutning/" if point else ""
    return tuple(leaf for leaf in side.leaves if below and leaf.startswith(below))


def _said(side: Anatomy, leaves: Sequence[str]) -> str:
    """The words of a decision; "" where the referat says that there is none."""
    if any(leaf.endswith("/none") for leaf in leaves):
        return ""
    return " ".join(side.leaves[leaf].text for leaf in leaves)


def _rest(aligned: Aligned, told: Sequence[Fact]) -> Iterator[Where]:
    """All else of a referat that came or went as a whole: its title, and what it repeats of the points."""
    pairs = pairing(aligned)
    known = {spot.leaf for fact in told for place in fact.places for spot in (place.old, place.new) if spot}
    of_old, of_new = (
        [leaf for leaf in side.leaves if leaf.startswith(_REFERAT)] for side in (aligned.old, aligned.new)
    )
    if not of_old:
        came = (leaf for leaf in of_new if leaf in pairs.inserted - known)
        yield from (where(aligned, None, whole(aligned.new, leaf)) for leaf in came)
    if not of_new:
        gone = (leaf for leaf in of_old if leaf in pairs.deleted - known)
        yield from (where(aligned, whole(aligned.old, leaf), None) for leaf in gone)
