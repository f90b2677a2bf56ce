"""Parties that come, go or are renamed, and who signs for them."""

from authored import contract
from told_sources import edited, facts, told

HEAD = """\
parties:
  - {id: by, name: Nordby, signatory: {name: Ib Bo, title: Borgmester}}
  - {id: havn, name: Nordby Havn, signatory: {name: Eva Lund, title: Formand}}
"""
BODY = """\
- section: Aftalen
  text: "{{ parties.by }} og {{ parties.havn }} indgår denne aftale."
- signatures: [by, havn]
"""
AGREEMENT = contract(BODY, HEAD)


def test_a_party_has_another_name_wherever_it_stands() -> None:
    (fact,) = facts(AGREEMENT, edited(AGREEMENT, ("name: Nordby Havn", "name: Nordby Havn A/S")))
    leaves = [place.new.leaf for place in fact.places if place.new]
    assert leaves == ["", "aftalen/p1", "signatures/havn/heading"]
    assert fact.parties == ("havn",)


def test_somebody_else_signs() -> None:
    assert told(AGREEMENT, edited(AGREEMENT, ("Eva Lund", "Bo Berg"))) == [
        "signatory: For Nordby Havn underskriver nu Bo Berg, Formand i stedet for Eva Lund, Formand"
    ]


def test_a_signatory_has_another_office() -> None:
    assert told(AGREEMENT, edited(AGREEMENT, ("Borgmester", "Viceborgmester"))) == [
        "signatory: Ib Bo, der underskriver for Nordby, er nu ”Viceborgmester” i stedet for ”Borgmester”"
    ]


def test_a_field_that_moved_is_one_fact() -> None:
    assert told(AGREEMENT, edited(AGREEMENT, ("[by, havn]", "[havn, by]"))) == [
        "text-moved: Flyttet tekst: ”For Nordby”"
    ]


def test_a_party_comes() -> None:
    head = HEAD + "  - {id: egn, name: Egnens Erhverv, signatory: {name: Ulla Dam, title: Direktør}}\n"
    new = contract(BODY.replace("[by, havn]", "[by, havn, egn]"), head)
    assert told(AGREEMENT, new) == ["party: Ny part: Egnens Erhverv"]
    assert told(new, AGREEMENT) == ["party: Ikke længere part: Egnens Erhverv"]
