"""Which facts a chair must hear of first."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

from kdnet_docs.compare.fact import ByNumber, Fact, Kind

HEAVY: tuple[tuple[Kind, ...], ...] = (
    (Kind.TARGET, Kind.TARGET_ADDED, Kind.TARGET_DROPPED),
    (Kind.GOAL_DROPPED, Kind.GOAL_ADDED),
    (Kind.TOTAL, Kind.AMOUNT),
    (Kind.OBLIGATION,),
    (Kind.DEADLINE, Kind.DATE, Kind.PERIOD),
    (Kind.PARTY, Kind.SIGNATORY),
    (
        *(Kind.CLAUSE_DROPPED, Kind.CLAUSE_ADDED),
        *(Kind.INITIATIVE_FINISHED, Kind.INITIATIVE_NEW, Kind.INITIATIVE_STATUS),
        *(Kind.POINT_REMOVED, Kind.POINT_ADDED),
        *(Kind.BILAG_REMOVED, Kind.BILAG_REPLACED, Kind.BILAG_ADDED),
    ),
    (Kind.DEFINITION, Kind.QUANTITY, Kind.TABLE_REMOVED, Kind.TABLE_ADDED, Kind.YEAR_SHIFT, Kind.YEAR_KEPT),
)
"""The kinds that carry weight, the heaviest first."""

_LIGHTEST = (Kind.PROPERTY, Kind.FORMATTING, Kind.TYPOGRAPHY)
_AT_ONCE = 3


def by_weight(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, the weightiest first; no kind crowds out the next.

    The first three of each weight come before the fourth of any: a table of amounts would else fill the page.
    What carries no weight comes last, in reading order.
    """
    weights = [_of_kinds(facts, kinds) for kinds in HEAVY]
    turns = (weight[at : at + _AT_ONCE] for at in range(0, len(facts), _AT_ONCE) for weight in weights)
    heavy = tuple(chain.from_iterable(turns))
    kinds = frozenset(chain.from_iterable(HEAVY))
    light = (fact for fact in facts if fact.kind not in kinds)
    return (*heavy, *sorted(light, key=lambda fact: (fact.kind in _LIGHTEST, fact.number)))


def _of_kinds(facts: Sequence[Fact], kinds: tuple[Kind, ...]) -> list[Fact]:
    """The facts of these kinds, as the kinds stand; of amounts, those that differ most come first."""
    found = (fact for fact in facts if fact.kind in kinds)
    return sorted(found, key=lambda fact: (kinds.index(fact.kind), -_size(fact), fact.number))


def _size(fact: Fact) -> Decimal:
    if fact.kind is Kind.AMOUNT and isinstance(fact.difference, ByNumber):
        return abs(fact.difference.amount)
    return Decimal(0)
