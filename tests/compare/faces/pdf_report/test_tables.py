"""Tables in a report: the head, the rows that changed, and how many did not."""

from authored import contract, document
from marked import lines
from project_documents import REFERENCES
from project_documents import document as contract_of

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.faces.pdf_report.text import text_blocks
from kdnet_docs.compare.faces.pdf_report.words import Speech

COLUMNS = "[{key: k, title: Kommune}, {key: b, title: Beløb, type: amount}]"


def report(old: str, new: str) -> list[str]:
    comparison = compare(document(contract(old)), document(contract(new)))
    return [line for line in lines(text_blocks(comparison, Speech("da"))) if line.startswith("|")]


def table(*rows: str, columns: str = COLUMNS) -> str:
    head = f"- section: Økonomi\n  body:\n    - table:\n        id: t\n        columns: {columns}\n"
    return f"{head}        rows:\n" + "".join(f"          - {row}\n" for row in rows)


def test_only_the_rows_that_changed_are_shown_below_the_head() -> None:
    kept = ("[Aarhus, 10]", "[Randers, 20]", "[Viborg, 30]")
    assert report(table(*kept, "[Skive, 40]"), table(*kept, "[Skive, 45]")) == [
        "| Kommune | Beløb",
        "| (3 rækker uændret)",
        "| Skive | [-40-] [+45+]",
    ]


def test_rows_that_came_and_went_are_marked_through_and_through() -> None:
    old, new = table("[Aarhus, 10]", "[Samsø, 5]"), table("[Aarhus, 10]", "[Skive, 40]")
    told = report(old, new)
    assert "| [-Samsø-] | [-5-]" in told
    assert "| [+Skive+] | [+40+]" in told


def test_a_new_column_is_marked_in_every_row() -> None:
    wider = "[{key: k, title: Kommune}, {key: b, title: Beløb, type: amount}, {key: n, title: Note}]"
    told = report(table("[Aarhus, 10]"), table("[Aarhus, 10, fast]", columns=wider))
    assert told == ["| Kommune | Beløb | [+Note+]", "| Aarhus | 10 | [+fast+]"]


def test_a_table_that_is_gone_is_shown_whole() -> None:
    told = report(table("[Aarhus, 10]"), "- section: Økonomi\n  text: Ingen tabel.\n")
    assert told == ["| [-Kommune-] | [-Beløb-]", "| [-Aarhus-] | [-10-]"]


def test_a_table_that_moved_shows_what_changed_in_it() -> None:
    comparison = compare(contract_of(REFERENCES[0]), contract_of(REFERENCES[1]))
    told = [line for line in lines(text_blocks(comparison, Speech("da"))) if "I høj grad" in line]
    assert sum("vurderer [-65-] [+70+] pct." in line for line in told) == 1
