"""The same change in several places, as one fact that has them all."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import replace

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.reading.values import Day, Figure, Period, Value, Words

# "18 kommuner" are the same wherever they are counted; "3 måneder" are not the same months.
_MEASURES = re.compile(
    r"gang|dag|dage|døgn|uge|måned|år|time|minut|procent|pct|promille|%|day|week|month|year|hour|per"
)


def as_one(aligned: Aligned, facts: Iterable[Fact]) -> list[Fact]:
    """The facts, in their order, those that tell of the same change as one where the first of them stands."""
    found: dict[Hashable, list[Fact]] = {}
    for number, fact in enumerate(facts):
        change = _change(aligned, fact)
        found.setdefault(number if change is None else change, []).append(fact)
    return [_one(aligned, ones) for ones in found.values()]


def _one(aligned: Aligned, facts: list[Fact]) -> Fact:
    first = facts[0]
    if len(facts) == 1:
        return first
    if first.kind is Kind.TYPOGRAPHY and len({(_text(one.old), _text(one.new)) for one in facts}) > 1:
        # The words beside it are others in each place.
        old, new = _changed(aligned, first)
        first = replace(first, old=Words(text=old) if old else None, new=Words(text=new) if new else None)
    return replace(
        first,
        subject=first.subject if {one.subject for one in facts} == {first.subject} else "",
        places=tuple(place for one in facts for place in one.places),
        parties=tuple(dict.fromkeys(party for one in facts for party in one.parties)),
    )


def _change(aligned: Aligned, fact: Fact) -> Hashable:
    """What is the same in facts of one change; None of a fact that always stands alone."""
    match fact.kind:
        case Kind.TYPOGRAPHY:
            words = _changed(aligned, fact)
            return (fact.kind, *words) if any(words) else (fact.kind, _text(fact.old), _text(fact.new))
        case Kind.FORMATTING:
            return fact.kind, fact.old, fact.new
        case Kind.PERIOD | Kind.DATE | Kind.DEADLINE | Kind.QUANTITY:
            meanings = _meaning(fact.old), _meaning(fact.new)
            return (fact.kind, *meanings) if all(meanings) else None
        case _:
            return None


def _changed(aligned: Aligned, fact: Fact) -> tuple[str, str]:
    """The words that changed in the first place of a fact, without those beside them."""
    place = fact.where
    return _words(aligned.old, place.old), _words(aligned.new, place.new)


def _words(side: Anatomy, spot: Spot | None) -> str:
    leaf = side.leaves.get(spot.leaf) if spot else None
    return leaf.text[spot.start : spot.end].strip() if leaf and spot else ""


def _meaning(value: Value | None) -> Hashable:
    match value:
        case Day():
            return value.day
        case Period():
            return value.first, value.last
        case Figure() if value.unit and not _MEASURES.match(value.unit):
            return value.number, value.upto, value.unit, value.bound
        case _:
            return None


def _text(value: Value | None) -> str:
    return value.text if value else ""
