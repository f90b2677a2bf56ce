"""What a chair hears of first."""

from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.weight import by_weight


def facts(*kinds: Kind) -> list[Fact]:
    nowhere = (Where(old=None, new=None),)
    return [
        Fact(kind=kind, subject="", old=None, new=None, places=nowhere, number=number)
        for number, kind in enumerate(kinds, start=1)
    ]


def kinds(weighed: tuple[Fact, ...]) -> list[Kind]:
    return [fact.kind for fact in weighed]


def test_what_binds_and_costs_comes_before_what_is_merely_worded_otherwise() -> None:
    weighed = by_weight(facts(Kind.TYPOGRAPHY, Kind.TEXT_CHANGED, Kind.OBLIGATION, Kind.AMOUNT, Kind.TARGET))
    assert kinds(weighed) == [Kind.TARGET, Kind.AMOUNT, Kind.OBLIGATION, Kind.TEXT_CHANGED, Kind.TYPOGRAPHY]


def test_a_table_of_amounts_does_not_crowd_out_an_obligation() -> None:
    weighed = by_weight(facts(*[Kind.AMOUNT] * 19, Kind.TOTAL, Kind.OBLIGATION))
    assert kinds(weighed)[:4] == [Kind.TOTAL, *[Kind.AMOUNT] * 2, Kind.OBLIGATION]


def test_no_fact_is_lost_or_told_twice() -> None:
    every = facts(*Kind, *Kind, *[Kind.DEADLINE] * 30)
    assert sorted(fact.number for fact in by_weight(every)) == [fact.number for fact in every]
