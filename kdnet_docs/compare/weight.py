"""Which facts a chair must hear of first."""

from collections.abc import Sequence
from itertools import chain

from kdnet_docs.compare.fact import Fact, Kind

HEAVY: tuple[tuple[Kind, ...], ...] = (
    (Kind.TARGET, Kind.TARGET_ADDED, Kind.TARGET_DROPPED),
    (Kind.TOTAL, Kind.AMOUNT),
    (Kind.OBLIGATION,),
    (Kind.DEADLINE, Kind.DATE, Kind.PERIOD),
    (Kind.PARTY, Kind.SIGNATORY),
    (
        Kind.GOAL_ADDED,
        Kind.GOAL_DROPPED,
        Kind.CLAUSE_ADDED,
        Kind.CLAUSE_DROPPED,
        *(Kind.INITIATIVE_NEW, Kind.INITIATIVE_FINISHED, Kind.INITIATIVE_STATUS),
        *(Kind.POINT_ADDED, Kind.POINT_REMOVED),
        *(Kind.BILAG_ADDED, Kind.BILAG_REMOVED, Kind.BILAG_REPLACED),
    ),
    (Kind.DEFINITION, Kind.QUANTITY, Kind.TABLE_ADDED, Kind.TABLE_REMOVED, Kind.YEAR_SHIFT, Kind.YEAR_KEPT),
)
"""The kinds that carry weight, the heaviest first."""

_AT_ONCE = 5


def by_weight(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, the weightiest first; no kind crowds out the next.

    The first five of each weight come before the sixth of any: a table of amounts would else fill the page.
    What carries no weight comes last, in reading order.
    """
    weights = [_of_kinds(facts, kinds) for kinds in HEAVY]
    longest = max(map(len, weights), default=0)
    turns = (weight[at : at + _AT_ONCE] for at in range(0, longest, _AT_ONCE) for weight in weights)
    heavy = tuple(chain.from_iterable(turns))
    kinds = frozenset(chain.from_iterable(HEAVY))
    light = (fact for fact in facts if fact.kind not in kinds)
    return (*heavy, *sorted(light, key=lambda fact: (fact.minor, fact.number)))


def _of_kinds(facts: Sequence[Fact], kinds: tuple[Kind, ...]) -> list[Fact]:
    found = (fact for fact in facts if fact.kind in kinds)
    return sorted(found, key=lambda fact: (kinds.index(fact.kind), fact.number))
