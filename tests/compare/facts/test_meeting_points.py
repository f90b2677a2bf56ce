"""The points of a meeting and its bilag."""

import pytest
from told_sources import edited, told

MEETING = """\
kind: meeting
id: 2024-03
title: Møde i havneudvalget
date: 2024-03-01
agenda:
  - {number: 1, title: Godkendelse af dagsorden, purpose: til-beslutning}
  - number: 2
    title: Havnen
    purpose: til-orientering
    sagsfremstilling: Havnen har holdt åbent hele året.
    bilag:
      - {title: Aftale om driften, document: aftale@1}
      - {title: Kort over havnen, file: kort.pdf}
  - {number: 3, title: Evt.}
"""
KORT = "      - {title: Kort over havnen, file: kort.pdf}\n"


@pytest.mark.parametrize(
    ("edits", "meant"),
    [
        (
            [
                (
                    "  - {number: 3, title: Evt.}\n",
                    "  - {number: 3, title: Evt.}\n  - {number: 4, title: Lukket punkt}\n",
                )
            ],
            "point-added: Nyt punkt på dagsordenen: 4. Lukket punkt",
        ),
        (
            [("  - {number: 3, title: Evt.}\n", "")],
            "point-removed: Punktet er ikke længere på dagsordenen: 3. Evt.",
        ),
        (
            [("title: Havnen", "title: Havnen i foråret 2024")],
            "point-changed: ”Havnen” hedder nu ”Havnen i foråret 2024”",
        ),
        (
            [("til-orientering", "til-beslutning")],
            "point-changed: Ved ”2. Havnen” står der nu ”til beslutning” i stedet for ”til orientering”",
        ),
        (
            [("document: aftale@1", "document: aftale@2")],
            "bilag-replaced: Bilaget ”1: Aftale om driften” er erstattet: aftale@2 i stedet for aftale@1",
        ),
        (
            [("title: Kort over havnen", "title: Nyt kort over havnen")],
            "bilag-changed: ”2: Kort over havnen” hedder nu ”2: Nyt kort over havnen”",
        ),
        ([(KORT, "")], "bilag-removed: Bilaget er udgået: 2: Kort over havnen"),
        (
            [(KORT, f"{KORT}      - {{title: Takster, file: takster.pdf}}\n")],
            "bilag-added: Nyt bilag: 3: Takster",
        ),
    ],
)
def test_a_change_of_a_point_or_bilag_is_one_fact(edits: list[tuple[str, str]], meant: str) -> None:
    assert told(MEETING, edited(MEETING, *edits)) == [meant]


def test_a_point_that_gets_a_title_or_other_bilag_is_the_same_point() -> None:
    untitled = edited(MEETING, ("    title: Havnen\n", ""))
    assert told(untitled, MEETING) == ["point-changed: ”Aftale om driften” hedder nu ”Havnen”"]
    replaced = edited(untitled, ("Aftale om driften, document: aftale@1", "Kontrakt, document: kontrakt@1"))
    assert "point-changed: ”Aftale om driften” hedder nu ”Kontrakt”" in told(untitled, replaced)


def test_a_point_put_in_renumbers_those_after_it_and_their_bilag() -> None:
    point = "{number: 2, title: Nye takster, bilag: [{title: Takstblad, file: takster.pdf}]}"
    renumbered = edited(MEETING, ("number: 3", "number: 4"), ("number: 2", "number: 3"))
    assert told(MEETING, edited(renumbered, ("  - number: 3\n", f"  - {point}\n  - number: 3\n"))) == [
        "point-changed: Punkt 2 er nu punkt 3; 3 er nu 4",
        "bilag-changed: Bilag 1 er nu bilag 2; 2 er nu 3",
        "point-added: Nyt punkt på dagsordenen: 2. Nye takster",
        "bilag-added: Nyt bilag: 1: Takstblad",
    ]
