"""What stands at the top of a source."""

import pytest
from authored import HEAD, contract
from told_sources import edited, facts, told

BODY = "- section: Aftalen\n  text: Aftalen gælder fra {{ effective }}.\n"
AGREEMENT = contract(BODY, "author: Nordby Havn\nkeywords: [havn, aftale]\neffective: 2022-04-01\n")


@pytest.mark.parametrize(
    ("edit", "meant"),
    [
        (("status: vedtaget", "status: udkast"), "property: Status: ”vedtaget” er blevet til ”udkast”"),
        (("title: Aftale", "title: Havneaftale"), "property: Titel: ”Aftale” er blevet til ”Havneaftale”"),
        (("author: Nordby Havn\n", ""), "property: Afsender: ikke længere angivet (var ”Nordby Havn”)"),
        (("[havn, aftale]", "[havn]"), "property: Emneordene er ændret fra ”havn, aftale” til ”havn”"),
        (
            ("effective: 2022-04-01", "effective: 2022-05-01"),
            "property: Træder i kraft: ”1. april 2022” er blevet til ”1. maj 2022”",
        ),
        (
            ("date: 2022-01-01", "date: 2022-01-02"),
            "property: Dokumentets dato: ”1. januar 2022” er blevet til ”2. januar 2022”",
        ),
    ],
)
def test_a_value_at_the_top_is_one_fact(edit: tuple[str, str], meant: str) -> None:
    assert told(AGREEMENT, edited(AGREEMENT, edit)) == [meant]


def test_the_day_it_takes_effect_stands_in_the_text_too() -> None:
    (fact,) = facts(AGREEMENT, edited(AGREEMENT, ("effective: 2022-04-01", "effective: 2022-05-01")))
    assert [place.new.leaf for place in fact.places if place.new] == ["", "aftalen/p1"]
    assert fact.direction == "later"


def test_values_in_which_only_the_years_are_shifted_are_no_facts_of_their_own() -> None:
    old = edited(AGREEMENT, ("version: 1", "version: 2022"))
    new = edited(
        AGREEMENT,
        ("version: 1", "version: 2023"),
        ("date: 2022-01-01", "date: 2023-01-01"),
        ("effective: 2022-04-01", "effective: 2023-04-01"),
    )
    assert HEAD.splitlines()[5] in AGREEMENT
    assert [fact.kind.value for fact in facts(old, new)] == ["year-shift"]
