from kdnet_docs.compare.faces.html_report.folds import folded, unchanged
from kdnet_docs.compare.faces.html_report.rows import Row
from kdnet_docs.compare.faces.html_report.table_steps import Sort


def row(anchor: str, sort: Sort = "same", level: int = 0) -> Row:
    return Row(sort=sort, anchor=anchor, level=level, heading=anchor.upper() if level else "")


def stretches(*rows: Row) -> list[str]:
    """Each stretch as the rows in it, in brackets where it is folded."""
    made = (("".join(one.anchor for one in each.rows), each.folded) for each in folded(rows))
    return [f"[{names}]" if fold else names for names, fold in made]


def test_what_did_not_change_is_folded_but_for_the_headings_above_a_change() -> None:
    rows = (
        row("a", level=1),
        row("1"),
        row("2"),
        row("b", level=1),
        row("3"),
        row("c", level=2),
        row("4"),
        row("5"),
    )
    assert stretches(*rows, row("6", "changed")) == ["[a12]", "b", "3", "c", "[45]", "6"]


def test_a_single_paragraph_is_not_worth_a_fold() -> None:
    assert stretches(row("1"), row("2", "inserted"), row("3")) == ["1", "2", "3"]


def test_a_fold_says_its_outermost_headings_and_how_much_it_holds() -> None:
    (stretch,) = folded((row("a", level=1), row("1"), row("b", level=2), row("2"), row("c", level=1)))
    assert unchanged(stretch).to("en") == "A, C · 2 unchanged paragraphs"
    assert unchanged(next(folded((row("a", level=1), row("b", level=1))))).to("da") == "Uændret: A, B"
