"""A target that is raised, lowered, moved, new or gone is one fact with its figures and its places."""

from decimal import Decimal

import pytest
from authored import contract
from told_sources import edited, facts, told

from kdnet_docs.compare.fact import ByNumber
from kdnet_docs.reading.values import Figure

GOALS = contract("""\
- goals:
    - group: Mål
      id: maalene
      goals:
        - title: Kendskab
          id: kendskab
          targets:
            - {id: havn, measure: kendskab til havnen, value: 40, unit: pct., due: efteråret 2022}
            - {id: besoeg, measure: antal besøg, value: 4.500, due: 2022}
          maal: Kendskabet er mindst {{ targets.havn }}, og der er {{ targets.besoeg }} besøg i 2022.
""")
HAVN = "value: 40, unit: pct., due: efteråret 2022}"


@pytest.mark.parametrize(
    ("edits", "meant"),
    [
        (
            [("value: 40", "value: 45")],
            "target: Målet for kendskab til havnen er hævet fra 40 pct. til 45 pct. (+5 procentpoint)",
        ),
        (
            [("value: 40", 'value: "37,5"')],
            "target: Målet for kendskab til havnen er sænket fra 40 pct. til 37,5 pct. (−2,5 procentpoint)",
        ),
        (
            [("value: 4.500", "value: 5.000")],
            "target: Målet for antal besøg er hævet fra 4.500 til 5.000 (+500)",
        ),
        (
            [(HAVN, HAVN.replace("efteråret", "foråret"))],
            "deadline: Kendskab til havnen: Fristen er ændret fra efteråret 2022 til foråret 2022",
        ),
        (
            [("measure: kendskab til havnen", "measure: kendskab til havnen og færgen")],
            (
                "definition: ”kendskab til havnen og færgen” er defineret anderledes: "
                "”kendskab til havnen” er blevet til ”kendskab til havnen og færgen”"
            ),
        ),
        (
            [
                (
                    "              - {id: besoeg",
                    "              - {id: ny, measure: tilfredse, value: 9}\n              - {id: besoeg",
                )
            ],
            "target-added: Nyt måltal: tilfredse, 9",
        ),
        # A year in the name of a target makes no other target of it.
        (
            [
                ("{id: havn,", "{id: havn-2022,"),
                ("targets.havn ", "targets.havn-2022 "),
                ("value: 40", "value: 45"),
            ],
            "target: Målet for kendskab til havnen er hævet fra 40 pct. til 45 pct. (+5 procentpoint)",
        ),
    ],
)
def test_a_change_of_a_target_is_one_fact(edits: list[tuple[str, str]], meant: str) -> None:
    assert told(GOALS, edited(GOALS, *edits)) == [meant]


def test_a_target_is_dropped() -> None:
    gone = edited(
        GOALS,
        (f"            - {{id: havn, measure: kendskab til havnen, {HAVN}\n", ""),
        ("Kendskabet er mindst {{ targets.havn }}, og der", "Kendskabet er stort, og der"),
    )
    kinds = [one.partition(":")[0] for one in told(GOALS, gone)]
    assert kinds.count("target-dropped") == 1
    assert {*kinds} <= {"target-dropped", "text-changed"}


def test_a_target_stands_where_the_text_says_it_and_where_the_source_states_it() -> None:
    (fact,) = facts(GOALS, edited(GOALS, ("value: 40", "value: 45")))
    in_text, in_data = fact.places
    assert in_text.new
    assert (in_text.new.leaf, in_text.new.start, in_text.new.end) == ("kendskab/maal/p1", 21, 28)
    assert in_text.new.span
    assert in_text.new.span.text == "{{ targets.havn }}"
    assert in_data.new
    assert in_data.new.span
    assert in_data.new.span.text.startswith("{id: havn")
    assert fact.where.clause == "Mål 1 – Kendskab"
    assert fact.new == Figure(number=Decimal(45), unit="pct.", text="45 pct.", due="efteråret 2022")
    assert fact.difference == ByNumber(amount=Decimal(5), unit="procentpoint")


def test_years_that_a_new_version_shifts_make_no_deadline_of_their_own() -> None:
    rolled = edited(GOALS.replace("2022", "2023"), ("version: 1", "version: 2023"))
    before = edited(GOALS, ("version: 1", "version: 2022"))
    assert told(before, rolled) == [
        "year-shift: Årstallene er rykket ét år frem: 2022 er blevet til 2023 (1 sted)"
    ]
