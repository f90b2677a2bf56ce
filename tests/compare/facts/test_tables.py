"""Tables, columns and rows that come, go, move or are called something else."""

import pytest
from authored import contract
from told_sources import edited, told

ROWS = """\
            - [Nordby, 1.200]
            - [Sydby, 800]
            - [Vestby, 500]
            - [Østby, 300]
"""
TABLE = contract(f"""\
- section: Økonomi
  text: Kommunerne betaler efter deres folketal.
  body:
    - table:
        id: penge
        description: Fordeling på kommuner
        columns:
          - {{key: navn, title: Kommune}}
          - {{key: kr, title: 1.000 kr., type: amount, unit: 1000 DKK}}
        rows:
{ROWS}""")


@pytest.mark.parametrize(
    ("edits", "meant"),
    [
        (
            [("              - [Vestby", "              - [Midtby, 150]\n              - [Vestby")],
            "row-added: Rækken ”Midtby” er kommet til: 150.000 kr.",
        ),
        ([("              - [Sydby, 800]\n", "")], "row-removed: Rækken ”Sydby” er udgået: 800.000 kr."),
        (
            [
                ("              - [Nordby, 1.200]\n", ""),
                ("[Østby, 300]\n", "[Østby, 300]\n              - [Nordby, 1.200]\n"),
            ],
            "row-moved: Rækken ”Nordby” er flyttet",
        ),
        ([("[Vestby, 500]", "[Vestby Kommune, 500]")], "row-changed: ”Vestby” hedder nu ”Vestby Kommune”"),
    ],
)
def test_rows(edits: list[tuple[str, str]], meant: str) -> None:
    assert told(TABLE, edited(TABLE, *edits)) == [meant]


def test_a_column_comes_and_goes() -> None:
    more = TABLE
    for name, amount in (("Nordby", "1.200"), ("Sydby", "800"), ("Vestby", "500"), ("Østby", "300")):
        more = edited(more, (f"[{name}, {amount}]", f"[{name}, {amount}, i {name}]"))
    more = edited(more, ("unit: 1000 DKK}\n", "unit: 1000 DKK}\n            - {key: hvor, title: Hvor}\n"))
    assert told(TABLE, more) == ["column-added: Kolonnen ”Hvor” er kommet til"]
    assert told(more, TABLE) == ["column-removed: Kolonnen ”Hvor” er udgået"]


def test_a_table_comes_and_goes() -> None:
    without = TABLE[: TABLE.index("    body:\n")]
    assert told(TABLE, without) == ["table-removed: Tabellen ”Fordeling på kommuner” er udgået"]
    assert told(without, TABLE) == ["table-added: Tabellen ”Fordeling på kommuner” er kommet til"]
