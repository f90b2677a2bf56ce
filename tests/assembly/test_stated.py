"""What a document states as data is what its source says, with its place there."""

from datetime import date
from decimal import Decimal

from authored import HEAD, contract, document

from kdnet_docs.document.stated import (
    StatedBilag,
    StatedInitiative,
    StatedParty,
    StatedPoint,
    StatedTable,
    StatedTarget,
    StatedValue,
)
from kdnet_docs.document.tree import Document

CONTRACT = contract(
    """\
- section: Økonomi
  body:
    - table:
        id: penge
        columns:
          - {key: navn, title: Kommune}
          - {key: kr, title: 1.000 kr., type: amount, unit: 1000 DKK}
        rows: [[Nordby, 1.200], [Sydby, 800]]
        total: {row: [I alt, 2.001], rounding: 1}
    - goals:
        - group: Mål
          goals:
            - title: Kendskab
              id: kendskab
              targets: [{id: k, measure: kendskab til havnen, value: "4,5", unit: pct., due: 2023}]
              maal: Mindst {{ targets.k }}
""",
    "effective: 2022-04-01\nparties: [{id: by, name: Nordby, signatory: {name: Ib Bo, title: Borgmester}}]\n",
)


def stated(made: Document, kind: type) -> list[object]:
    return [one for one in made.stated if isinstance(one, kind)]


def test_a_contract_states_its_targets_parties_and_tables() -> None:
    made = document(CONTRACT)
    (target,) = stated(made, StatedTarget)
    (party,) = stated(made, StatedParty)
    (table,) = stated(made, StatedTable)
    assert isinstance(target, StatedTarget)
    assert isinstance(party, StatedParty)
    assert isinstance(table, StatedTable)
    assert (target.goal, target.measure, target.value, target.unit, target.due) == (
        "kendskab",
        "kendskab til havnen",
        Decimal("4.5"),
        "pct.",
        "2023",
    )
    assert target.span
    assert target.span.text.startswith("{id: k")
    assert (party.name, party.signatory, party.title) == ("Nordby", "Ib Bo", "Borgmester")
    assert (table.id, table.columns, table.rounding) == ("penge", ((1, 1000, "DKK"),), Decimal(1))


def test_values_at_the_top_are_stated_where_they_are_written() -> None:
    values = {
        one.key: (one.value, one.span.text if one.span else "")
        for one in document(CONTRACT).stated
        if isinstance(one, StatedValue)
    }
    assert values["status"] == ("vedtaget", "vedtaget")
    assert values["effective"] == (date(2022, 4, 1), "2022-04-01")
    assert "author" not in values


def test_a_status_table_states_its_initiatives_as_plain_words() -> None:
    text = HEAD.replace("contract", "status") + (
        "initiatives:\n  - {title: Ny *kaj*, id: kaj, carriers: Nordby, statuses: [Er i **gang**, Venter]}\n"
    )
    (one,) = stated(document(text), StatedInitiative)
    assert isinstance(one, StatedInitiative)
    assert (one.id, one.title, one.carriers, one.statuses) == (
        "kaj",
        "Ny kaj",
        "Nordby",
        ("Er i gang", "Venter"),
    )


def test_a_meeting_states_its_points_and_bilag() -> None:
    text = """\
kind: meeting
id: 2024-03
title: Møde
date: 2024-03-01
agenda:
  - {number: 2, title: Havnen, purpose: til-beslutning, bilag: [{title: Aftale, document: aftale@1}]}
"""
    made = document(text)
    assert [(one.number, one.title, one.purpose) for one in made.stated if isinstance(one, StatedPoint)] == [
        (2, "Havnen", "til beslutning")
    ]
    assert [
        (one.number, one.point, one.title, one.made_of) for one in made.stated if isinstance(one, StatedBilag)
    ] == [("1", 2, "Aftale", "aftale@1")]
