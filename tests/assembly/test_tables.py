import pytest
from authored import contract, document, examined, found, hints

from kdnet_docs.document.tree import Cell, Document, Table, Text
from kdnet_docs.document.walk import blocks_within, inlines_within, own_inlines

COLUMNS = """\
- table:
    id: penge
    columns:
      - {key: hvem, title: Hvem}
      - {key: kr, title: 1.000 kr., type: amount, unit: 1000 DKK}
      - {key: note, title: Bemærkning, width: 2}
    rows:
"""


def table(rows: str, total: str = "") -> str:
    """The source of a contract with the table above, its rows and perhaps its total."""
    lines = "".join(f"      - {row}\n" for row in rows.split("; "))
    return contract(COLUMNS + lines + (f"    total: {total}\n" if total else ""))


def grid(made: Document) -> list[list[str]]:
    (one,) = (block for block in made.blocks if isinstance(block, Table))
    return [[words(cell) for cell in row.cells] for row in one.rows]


def words(cell: Cell) -> str:
    return "|".join(
        "".join(one.text for one in inlines_within(own_inlines(block)) if isinstance(one, Text))
        for block in blocks_within(cell.blocks)
    )


COMMA = 'a cell with a comma in it goes in quotes; an empty cell is written ""'
ALONE = "write the figure alone, and what it counts in the column's title and unit"
HEAD = ["Hvem", "1.000 kr.", "Bemærkning"]


def test_cells_are_read_by_the_types_of_their_columns() -> None:
    made = document(table('[Aarhus, 39.010, ja]; [Odder, "1.417,50", "010"]; ["", "", ""]; ["–", -5, no]'))
    assert grid(made) == [
        HEAD,
        ["Aarhus", "39.010", "ja"],
        ["Odder", "1.417,50", "010"],
        ["", "", ""],
        ["–", "-5", "no"],
    ]


def test_english_amounts_are_read_and_written_in_english() -> None:
    made = document(
        table('[Bath, "39,010", ""]; [York, "1,417.50", ""]').replace(
            "title: Aftale", "title: A\nlanguage: en"
        )
    )
    assert [row[1] for row in grid(made)[1:]] == ["39,010", "1,417.50"]


def test_a_row_may_name_its_columns_in_any_order() -> None:
    made = document(table("{kr: 5, hvem: Odder}"))
    assert grid(made)[1] == ["Odder", "5", ""]


def test_what_is_left_empty_in_the_total_is_summed() -> None:
    made = document(table('[A, "1.000,5", x]; [B, 10, y]; [C, "", z]', '{row: [I alt, ""]}'))
    assert grid(made)[-1] == ["I alt", "1.010,5", ""]
    made = document(table("[A, 1, x]; [B, 2, y]", "{row: {hvem: Sum}}"))
    assert grid(made)[-1] == ["Sum", "3", ""]


def test_a_stated_total_is_written_as_stated() -> None:
    made = document(table("[A, 39, x]; [B, 1, y]", '{row: [I alt, "40,0"]}'))
    assert grid(made)[-1] == ["I alt", "40,0", ""]


def test_roles_alignment_and_headers_are_marked() -> None:
    (made,) = document(table("[A, 39, x]", '{row: [I alt, ""]}')).blocks
    assert isinstance(made, Table)
    assert [row.role for row in made.rows] == ["head", "body", "total"]
    assert [column.align for column in made.columns] == ["start", "end", "start"]
    assert [column.width for column in made.columns] == [3, 1, 2]
    assert [[cell.header for cell in row.cells] for row in made.rows] == [
        [True] * 3,
        [True, False, False],
        [True, False, False],
    ]


def test_a_table_is_described_by_its_author_its_caption_or_its_heading() -> None:
    bare = (
        "- section: Økonomi\n  body:\n    - table: {id: t, columns: [{key: k, title: K}], rows: [[x]]EXTRA}\n"
    )
    for extra, description in (
        ("", "Økonomi"),
        (", caption: 'Tabel *et*'", "Tabel et"),
        (", caption: Tabel, description: Hvem betaler hvad", "Hvem betaler hvad"),
    ):
        one = document(contract(bare.replace("EXTRA", extra))).blocks[1]
        assert isinstance(one, Table)
        assert one.description == description


def test_cells_hold_any_prose_and_know_where_it_stands() -> None:
    (made,) = document(table('["**Aarhus** [x](#penge)", 5, "a\\n\\n- b\\n- {{ version }}"]')).blocks
    assert isinstance(made, Table)
    cells = made.rows[1].cells
    assert [len(cell.blocks) for cell in cells] == [1, 1, 2]
    assert [cell.span.text for cell in cells if cell.span][:2] == ['"**Aarhus** [x](#penge)"', "5"]


@pytest.mark.parametrize(
    ("rows", "code", "words", "hint"),
    [
        ("[Aarhus, 39]", "KD209", "[Aarhus, 39]", COMMA),
        ("[Aarhus, 1.417,50, x]", "KD209", "[Aarhus, 1.417,50, x]", COMMA),
        ("{hvem: A, nota: 5}", "KD201", "nota", 'did you mean "note"?'),
        ("{hvem: A, moms: 5}", "KD201", "moms", "the columns are hvem, kr, note"),
        (
            "[A, mange, x]",
            "KD205",
            "mange",
            'numbers are written "39.010", "1.417,50", "65 pct." or "39,010 mio. kr."',
        ),
        ("[A, 1.5, x]", "KD205", "1.5", "did you mean 15 / 1,5?"),
        ("[A, '5 t.kr.', x]", "KD205", "'5 t.kr.'", ALONE),
        ("[A, 45 pct., x]", "KD205", "45 pct.", ALONE),
        ("[A, 5, [x, y]]", "KD203", "[x, y]", "None"),
        ("[A, {a: 5}, x]", "KD203", "{a: 5}", "None"),
    ],
)
def test_a_cell_that_does_not_fit_is_found_where_it_stands(
    rows: str, code: str, words: str, hint: str
) -> None:
    text = table(rows)
    assert (code, words) in found(text)
    assert hint in hints(text)


def test_every_wrong_cell_is_found_at_once() -> None:
    assert [code for code, _ in found(table("[A, x, b]; [B]; {c: d}; [C, y, b]"))] == [
        "KD205",
        "KD209",
        "KD201",
        "KD205",
    ]


def test_a_column_is_named_once() -> None:
    text = contract("- table: {id: t, columns: [{key: k, title: A}, {key: k, title: B}], rows: [[x, y]]}\n")
    assert found(text) == [("KD208", "k")]


def test_the_total_may_be_short_but_not_long() -> None:
    assert found(table("[A, 1, x]", "{row: []}")) == []
    assert found(table("[A, 1, x]", "{row: [a, 1, c, d]}")) == [("KD209", "[a, 1, c, d]")]


def test_rows_are_known_by_their_first_words() -> None:
    (made,) = document(
        table("[Aarhus, 1, x]; [Aarhus, 2, y]; ['Aarhus 2', 2, y]; ['', 2, y]; [head, 2, y]")
    ).blocks
    assert isinstance(made, Table)
    assert [row.id for row in made.rows] == [
        "penge/head",
        "penge/aarhus",
        "penge/aarhus-2",
        "penge/aarhus-2-2",
        "penge/x",
        "penge/head-2",
    ]


def test_a_table_without_rows_is_a_table() -> None:
    made = examined(contract("- table: {id: t, columns: [{key: k, title: A}], rows: []}\n"))
    assert made[1] == ()
    assert grid(made[0]) == [["A"]]
