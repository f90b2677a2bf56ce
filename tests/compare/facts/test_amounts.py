"""An amount in a table is told with its scale, a total with whether its rows add up to it."""

import pytest
from authored import contract
from told_sources import edited, facts, told

MONEY = contract("""\
- section: Økonomi
  id: oekonomi
  text: |
    De {{ tables.penge.rows | count }} kommuner betaler {{ tables.penge.total.kr | mio }}.
  body:
    - table:
        id: penge
        columns:
          - {key: navn, title: Kommune}
          - {key: kr, title: 1.000 kr., type: amount, unit: 1000 DKK}
        rows: [[Nordby, 1.200], [Sydby, 800], [Vestby, 500]]
        total: {row: [I alt, 2.500]}
""")
TWO = contract("""\
- section: Økonomi
  body:
    - table:
        id: penge
        columns:
          - {key: navn, title: Kommune}
          - {key: drift, title: Drift, type: amount, unit: DKK}
          - {key: anlaeg, title: Anlæg, type: amount, unit: DKK}
        rows: [[Nordby, 1.200, 5], [Sydby, 800, 6]]
""")

RAISED = "amount: Nordby: Beløbet er hævet fra 1.200.000 kr. til"
LOWERED = RAISED.replace("hævet", "sænket")


@pytest.mark.parametrize(
    ("edits", "meant"),
    [
        (
            [("[Nordby, 1.200]", "[Nordby, 1.300]"), ("[I alt, 2.500]", "[I alt, 2.600]")],
            [
                (
                    "total: I alt: Summen er gået fra 2.500.000 kr. til 2.600.000 kr. "
                    "(+100.000 kr., +4 pct.), og rækkerne giver stadig summen"
                ),
                f"{RAISED} 1.300.000 kr. (+100.000 kr., +8,3 pct.)",
            ],
        ),
        (
            [("[Nordby, 1.200]", "[Nordby, 1.100]")],
            [
                f"{LOWERED} 1.100.000 kr. (−100.000 kr., −8,3 pct.)",
                "total: I alt: Summen er stadig 2.500.000 kr., men rækkerne giver ikke længere summen",
            ],
        ),
        # Within what was rounded, rows and total agree.
        (
            [("[Nordby, 1.200]", "[Nordby, 1.201]"), ("[I alt, 2.500]", "[I alt, 2.500], rounding: 1")],
            [f"{RAISED} 1.201.000 kr. (+1.000 kr., +0,1 pct.)"],
        ),
        (
            [("[Vestby, 500]", "[Vestby, 500], [Østby, 0]")],
            [
                "quantity: Antallet af kommuner er ændret fra 3 til 4",
                "row-added: Rækken ”Østby” er kommet til: 0 kr.",
            ],
        ),
    ],
)
def test_amounts_rows_and_totals(edits: list[tuple[str, str]], meant: list[str]) -> None:
    assert sorted(told(MONEY, edited(MONEY, *edits))) == sorted(meant)


def test_a_total_stands_in_the_table_and_where_the_text_says_it() -> None:
    new = edited(MONEY, ("[I alt, 2.500]", "[I alt, 2.600]"))
    (fact,) = facts(MONEY, new)
    assert [place.new.leaf for place in fact.places if place.new] == ["penge/total/kr/p1", "oekonomi/p1"]
    assert fact.agrees == (True, False)


def test_a_column_that_counts_something_else_is_one_fact() -> None:
    whole = edited(
        TWO, ("title: Drift, type: amount, unit: DKK", "title: Drift, type: amount, unit: 1000 DKK")
    )
    assert told(TWO, whole) == ["definition: ”Drift” er defineret anderledes: ”DKK” er blevet til ”1000 DKK”"]


def test_in_a_table_with_several_columns_of_amounts_the_column_is_named() -> None:
    assert told(TWO, edited(TWO, ("[Sydby, 800, 6]", "[Sydby, 800, 8]"))) == [
        "amount: Sydby, Anlæg: Beløbet er hævet fra 6 kr. til 8 kr. (+2 kr., +33,3 pct.)"
    ]
