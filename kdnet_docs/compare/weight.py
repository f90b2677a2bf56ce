"""Which facts a chair must hear of first."""

from collections.abc import Iterator, Sequence
from itertools import chain

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.fact import Fact, Kind

TARGETS = frozenset({Kind.TARGET, Kind.TARGET_ADDED, Kind.TARGET_DROPPED})
"""What a chair asks of before anything else."""

WEIGHTS: tuple[tuple[Message, tuple[Kind, ...]], ...] = (
    (msg("Money"), (Kind.TOTAL, Kind.AMOUNT)),
    (msg("Obligations"), (Kind.OBLIGATION,)),
    (msg("Dates and deadlines"), (Kind.DEADLINE, Kind.PERIOD, Kind.DATE, Kind.YEAR_KEPT)),
    (msg("Parties and signatories"), (Kind.PARTY, Kind.SIGNATORY)),
    (
        msg("Goals and clauses"),
        (Kind.GOAL_DROPPED, Kind.GOAL_ADDED, Kind.CLAUSE_DROPPED, Kind.CLAUSE_ADDED),
    ),
    (
        msg("Meeting and status"),
        (
            *(Kind.INITIATIVE_FINISHED, Kind.INITIATIVE_NEW, Kind.INITIATIVE_STATUS, Kind.INITIATIVE_CHANGED),
            Kind.DECISION,
            *(Kind.POINT_REMOVED, Kind.POINT_ADDED, Kind.POINT_CHANGED),
            *(Kind.BILAG_REMOVED, Kind.BILAG_REPLACED, Kind.BILAG_ADDED, Kind.BILAG_CHANGED),
        ),
    ),
    (
        msg("Definitions and figures"),
        (Kind.DEFINITION, Kind.QUANTITY, Kind.TABLE_REMOVED, Kind.TABLE_ADDED),
    ),
)
"""The kinds that carry weight beside the targets, with a name for each weight, the heaviest first."""

_LIGHTEST = (Kind.PROPERTY, Kind.FORMATTING, Kind.TYPOGRAPHY)
_AT_ONCE = 2
_FEW = 3


def by_weight(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, the weightiest first: all targets, and then no kind crowds out the next.

    The first two of each weight come before the third of any. Of a table of many amounts the total is
    told, and the amounts last, with what else carries no weight, in reading order.
    """
    targets = [fact for fact in facts if fact.kind in TARGETS]
    others = [fact for fact in facts if fact.kind not in TARGETS]
    many_amounts = sum(fact.kind is Kind.AMOUNT for fact in others) > _FEW
    light = frozenset({Kind.AMOUNT}) if many_amounts else frozenset()
    weights = [_of_kinds(others, [kind for kind in kinds if kind not in light]) for _, kinds in WEIGHTS]
    turns = (weight[at : at + _AT_ONCE] for at in range(0, len(facts), _AT_ONCE) for weight in weights)
    heavy = tuple(chain.from_iterable(turns))
    told = {fact.number for fact in heavy}
    rest = (fact for fact in others if fact.number not in told)
    return (*targets, *heavy, *sorted(rest, key=lambda fact: (fact.kind in _LIGHTEST, fact.number)))


def by_name(facts: Sequence[Fact]) -> Iterator[tuple[Message, tuple[Fact, ...]]]:
    """Facts that are no targets under the names of their weights, in the order in which they come."""
    heavy = frozenset(chain.from_iterable(kinds for _, kinds in WEIGHTS))
    others = tuple(kind for kind in Kind if kind not in heavy and kind not in TARGETS)
    for name, kinds in (*WEIGHTS, (msg("Other changes"), others)):
        found = tuple(fact for fact in facts if fact.kind in kinds)
        if found:
            yield name, found


def _of_kinds(facts: Sequence[Fact], kinds: Sequence[Kind]) -> list[Fact]:
    """The facts of these kinds, as the kinds stand; of goals those without a title last."""
    found = (fact for fact in facts if fact.kind in kinds)
    return sorted(found, key=lambda fact: (_untitled(fact), kinds.index(fact.kind), fact.number))


def _untitled(fact: Fact) -> bool:
    value = fact.new or fact.old
    goal = fact.kind in (Kind.GOAL_ADDED, Kind.GOAL_DROPPED)
    return goal and value is not None and fact.subject == value.text
