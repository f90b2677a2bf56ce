"""Which facts stand at a place of the text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from kdnet_docs.compare.fact import Fact, Kind, Spot

Which = Literal["old", "new"]


class Marks:
    """The places of all facts, by document and leaf."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._spots: dict[tuple[Which, str], list[tuple[Spot, Fact]]] = defaultdict(list)
        for fact in facts:
            for place in fact.places:
                if place.old and place.old.leaf:
                    self._spots["old", place.old.leaf].append((place.old, fact))
                if place.new and place.new.leaf:
                    self._spots["new", place.new.leaf].append((place.new, fact))

    def of(self, which: Which, ids: Iterable[str]) -> list[Fact]:
        """The facts that stand anywhere in the leaves, rows, tables or notes with these ids."""
        return in_order(fact for one in ids for _, fact in self._spots.get((which, one), ()))

    def at(self, which: Which, leaves: Sequence[tuple[str, int]], start: int, end: int) -> list[Fact]:
        """The facts of characters `start` to `end`, where `leaves` are joined: each with where it begins."""
        return in_order(
            fact
            for leaf, begins in leaves
            for spot, fact in self._spots.get((which, leaf), ())
            if spot.start + begins < end and start < max(spot.end, spot.start + 1) + begins
        )

    def set_otherwise(self, which: Which, leaves: Sequence[tuple[str, int]]) -> list[tuple[int, int, Fact]]:
        """The stretches of joined leaves of which only the formatting is another, each with its fact."""
        return sorted(
            (
                (spot.start + begins, spot.end + begins, fact)
                for leaf, begins in leaves
                for spot, fact in self._spots.get((which, leaf), ())
                if fact.kind is Kind.FORMATTING
            ),
            key=lambda found: found[:2],
        )


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once, by its number."""
    return sorted({fact.number: fact for fact in facts}.values(), key=lambda fact: fact.number)


def minor(facts: Sequence[Fact]) -> bool:
    """Whether a reader may hide what these facts, and no others, tell."""
    return bool(facts) and all(fact.minor for fact in facts)
