"""What a chair hears of first."""

from dataclasses import replace

from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.weight import by_name, by_weight
from kdnet_docs.reading.values import Words


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


def test_all_targets_come_before_anything_else() -> None:
    targets = [Kind.TARGET, Kind.TARGET_DROPPED, Kind.TARGET_ADDED] * 5
    assert kinds(by_weight(facts(Kind.TOTAL, Kind.GOAL_DROPPED, *targets)))[:15] == targets


def test_of_a_table_of_amounts_the_total_is_told() -> None:
    weighed = by_weight(facts(*[Kind.AMOUNT] * 19, Kind.TOTAL, Kind.OBLIGATION))
    assert kinds(weighed)[:2] == [Kind.TOTAL, Kind.OBLIGATION]


def test_no_kind_crowds_out_the_next() -> None:
    weighed = by_weight(facts(*[Kind.OBLIGATION] * 9, *[Kind.DEADLINE] * 9))
    assert {Kind.OBLIGATION, Kind.DEADLINE} == set(kinds(weighed)[:4])


def test_a_goal_without_a_title_comes_after_those_with_one() -> None:
    named, empty = facts(Kind.GOAL_DROPPED, Kind.GOAL_ADDED)
    named = replace(named, subject="Kendskab", old=Words(text="Mål 1 – Kendskab"))
    empty = replace(empty, subject="Mål 9", new=Words(text="Mål 9"))
    assert by_weight((empty, named)) == (named, empty)


def test_weights_have_names_and_what_is_light_has_another() -> None:
    found = [
        (name.to("en"), len(told)) for name, told in by_name(facts(Kind.TEXT_ADDED, Kind.TOTAL, Kind.AMOUNT))
    ]
    assert found == [("Money", 2), ("Other changes", 1)]


def test_no_fact_is_lost_or_told_twice() -> None:
    every = facts(*Kind, *Kind, *[Kind.DEADLINE] * 30)
    assert sorted(fact.number for fact in by_weight(every)) == [fact.number for fact in every]
