import pytest
from authored import contract, examined, found, hints

COLUMNS = """\
    columns:
      - {key: hvem, title: Hvem}
      - {key: foer, title: 2021, type: amount}
      - {key: nu, title: 2022, type: amount}
"""


def table(rows: str, total: str, language: str = "da") -> str:
    return contract(
        f"- table:\n    id: penge\n{COLUMNS}    rows: [{rows}]\n    total: {{{total}}}\n",
        f"language: {language}\n",
    )


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ("[A, 1, 2], [B, 3, 4]", "row: [I alt, 4, 6]"),
        ('[A, "0,1", 2], [B, "0,2", 4]', 'row: [I alt, "0,3", 6]'),  # in decimals, not in binary fractions
        ('[A, "1.000,50", 2]', 'row: [I alt, "1.000,5", 2]'),
        ('[A, 1, ""]', 'row: [I alt, 1, ""]'),
        ("[A, 39.009, 2]", "row: [I alt, 39.010, 2], rounding: 1"),
        ("[A, 39.010, 2]", "row: [I alt, 39.009, 2], rounding: 1"),
        ('[A, "10,4", 2]', 'row: [I alt, 10, 2], rounding: "0,5"'),
        ("[A, -5, 2], [B, 5, 0]", "row: [I alt, 0, 2]"),
    ],
)
def test_a_total_that_agrees_is_not_mentioned(rows: str, total: str) -> None:
    assert found(table(rows, total)) == []


def test_a_total_that_disagrees_is_found_where_it_stands() -> None:
    text = table("[A, 38.009, 2], [B, 1.000, 2]", "row: [I alt, 39.010, 4]")
    assert found(text) == [("KD501", "39.010")]
    (finding,) = examined(text)[1]
    assert str(finding.message) == "the total is 39.010, but the rows come to 39.009"
    assert hints(text) == [
        'the difference is 1; correct a row or the total, or state "rounding: 1" beside it'
    ]


def test_beyond_its_rounding_a_total_is_found() -> None:
    assert found(table("[A, 39.008, 2]", "row: [I alt, 39.010, 2], rounding: 1")) == [("KD501", "39.010")]


def test_each_column_is_held_against_its_own_rows() -> None:
    text = table('[A, "1,5", 2], [B, 3, 4]', 'row: [I alt, "4,6", 7]')
    assert [words for _, words in found(text)] == ['"4,6"', "7"]
    assert [str(one.message) for one in examined(text)[1]] == [
        "the total is 4,6, but the rows come to 4,5",
        "the total is 7, but the rows come to 6",
    ]


def test_amounts_of_an_english_contract_are_english() -> None:
    text = table('[A, "1,500.5", 2]', 'row: [Total, "1,501", 2]', "en")
    assert [str(one.message) for one in examined(text)[1]] == [
        "the total is 1,501, but the rows come to 1,500.5"
    ]


def test_tables_in_appendices_and_clauses_are_looked_at() -> None:
    inner = "{table: {id: ID, columns: [{key: k, title: K, type: amount}], rows: [[1]], total: {row: [2]}}}"
    body = f"- section: A\n  clauses: [{{title: K, body: [{inner.replace('ID', 'a')}]}}]\n"
    head = f"appendices: [{{appendix: B, body: [{inner.replace('ID', 'b')}]}}]\n"
    assert [code for code, _ in found(contract(body, head))] == ["KD501", "KD501"]


def test_rounding_is_advised_only_where_rounded_rows_may_come_to_the_difference() -> None:
    assert "rounding" in hints(table("[A, 1, 2], [B, 1, 2]", "row: [I alt, 3, 4]"))[0]
    assert "rounding" not in hints(table("[A, 1, 2], [B, 1, 2]", "row: [I alt, 93, 4]"))[0]


def test_nothing_is_said_of_a_total_whose_rows_cannot_all_be_read() -> None:
    assert [code for code, _ in found(table("[A, 1.4I7, 2]", "row: [I alt, 1.417, 2]"))] == ["KD205"]
