"""What a meeting decided: told in its own words, and not as new points."""

from authored import model

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.documents import document_of
from kdnet_docs.compare.facts.pairing import pairing
from kdnet_docs.compare.sentences import sentence

MEETING = """\
kind: meeting
id: 2024-03
title: Møde i havneudvalget
date: 2024-03-01
agenda:
  - {number: 1, title: Godkendelse af dagsorden, indstilling: Godkend den.}
  - {number: 2, title: Havnen, sagsfremstilling: Havnen har holdt åbent hele året.}
"""
DECIDED = MEETING.replace("Godkend den.}", "Godkend den., beslutning: Godkendt med tak.}")
OTHERWISE = DECIDED.replace("Godkendt med tak.", "Udsat til næste møde.")
BOTH = DECIDED.replace("hele året.}", "hele året., beslutning: Taget til efterretning.}")


def told(old: str, new: str) -> list[str]:
    found = compare(*(document_of(model(source), (), []) for source in (old, new))).facts
    return [f"{fact.kind}: {sentence(fact).to('da')}" for fact in found]


def test_a_decision_that_was_not_there_before_is_told_in_its_words() -> None:
    assert told(MEETING, DECIDED) == ["decision: Beslutning til punkt 1: ”Godkendt med tak.”"]
    assert told(DECIDED, BOTH) == ["decision: Beslutning til punkt 2: ”Taget til efterretning.”"]


def test_a_decision_that_is_gone_or_another_is_one_fact() -> None:
    assert told(DECIDED, MEETING) == ["decision: Beslutningen til punkt 1 er udgået: ”Godkendt med tak.”"]
    assert told(DECIDED, OTHERWISE) == [
        "decision: Beslutningen til punkt 1 var ”Godkendt med tak.” og er nu ”Udsat til næste møde.”"
    ]


def test_all_of_a_new_referat_belongs_to_its_decisions() -> None:
    comparison = compare(*(document_of(model(source), (), []) for source in (MEETING, BOTH)))
    places = {place.new.leaf for fact in comparison.facts for place in fact.places if place.new}
    assert pairing(comparison.aligned).inserted <= places
    assert len(comparison.facts) == 2
