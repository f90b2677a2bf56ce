from samples import BUDGET, STATUS, cell, paragraph
from word_files import body_of, styles_of
from word_schema import faults

from kdnet_docs.document.tree import Cell, Column, Row, Table
from kdnet_docs.ooxml.xml import Element, descendants, find, get

LONG = "Et ord og et til. " * 200


def table_of(*rows: Row, columns: int = 3) -> Element:
    block = Table(id="t", description="", columns=(Column(),) * columns, rows=rows)
    return next(descendants(body_of(block), "w:tbl"))


def row(identity: str, *cells: Cell, **role: str) -> Row:
    return Row(id=identity, cells=cells, **role)  # type: ignore[arg-type]


def grid(table: Element) -> list[list[tuple[int, str | None]]]:
    """Each row's cells: the columns they cover, and how they are merged downwards."""
    rows = []
    for found in descendants(table, "w:tr"):
        cells = []
        for one in descendants(found, "w:tc"):
            span, merge = find(one, "w:tcPr/w:gridSpan"), find(one, "w:tcPr/w:vMerge")
            columns = 1 if span is None else int(get(span, "w:val") or 0)
            cells.append((columns, None if merge is None else get(merge, "w:val")))
        rows.append(cells)
    return rows


def flags(table: Element, name: str) -> list[bool]:
    return [find(found, f"w:trPr/w:{name}") is not None for found in descendants(table, "w:tr")]


def kept(table: Element) -> list[bool]:
    return [
        all(find(made, "w:pPr/w:keepNext") is not None for made in descendants(found, "w:p"))
        for found in descendants(table, "w:tr")
    ]


def test_merged_cells_are_word_s_own_and_every_row_fills_the_grid() -> None:
    table = table_of(
        row("1", cell("a", "a", row_span=3, column_span=2), cell("b", "b")),
        row("2", cell("c", "c", row_span=2)),
        row("3"),
        row("4", cell("d", "d"), cell("e", "e", column_span=2)),
    )
    assert grid(table) == [
        [(2, "restart"), (1, None)],
        [(2, "continue"), (1, "restart")],
        [(2, "continue"), (1, "continue")],
        [(1, None), (2, None)],
    ]
    assert list(faults(table)) == []


def test_a_row_with_too_few_cells_is_filled() -> None:
    assert grid(table_of(row("1", cell("a", "a")))) == [[(1, None)] * 3]


def test_widths_follow_the_columns_and_fill_the_text() -> None:
    made = next(descendants(body_of(BUDGET), "w:tbl"))
    (left, right) = [int(get(column, "w:w") or 0) for column in descendants(made, "w:gridCol")]
    (whole,) = [int(get(found, "w:w") or 0) for found in descendants(made, "w:tblW")]
    assert left + right == whole
    assert abs(left - 3 * right) <= 3


def test_head_rows_repeat_and_stay_with_the_first_row() -> None:
    made = next(descendants(body_of(STATUS), "w:tbl"))
    assert flags(made, "tblHeader") == [True, False, False]
    assert kept(made)[0]


def test_short_rows_stay_whole_and_long_rows_may_break() -> None:
    made = table_of(row("1", cell("a", "kort")), row("2", cell("b", LONG)))
    assert flags(made, "cantSplit") == [True, False]


def test_a_total_does_not_stand_alone_on_a_page() -> None:
    rows = [row(f"r{at}", cell(f"c{at}", "x")) for at in range(40)]
    made = table_of(*rows, row("t", cell("ct", "i alt"), role="total"))
    assert kept(made) == [False] * 39 + [True, False]


def test_a_small_table_stays_on_one_page() -> None:
    made = table_of(*(row(f"r{at}", cell(f"c{at}", "x")) for at in range(4)))
    assert kept(made) == [True, True, True, False]


def test_figures_have_the_style_of_figures() -> None:
    assert styles_of(body_of(BUDGET))[:6] == [
        "TableHead",
        "TableHeadFigure",
        *["TableText", "TableFigure"] * 2,
    ]


def test_the_flags_say_which_rows_and_columns_are_special() -> None:
    (look,) = descendants(body_of(BUDGET), "w:tblLook")
    assert [get(look, f"w:{name}") for name in ("firstRow", "lastRow", "firstColumn")] == ["1", "1", "1"]
    (look,) = descendants(table_of(row("1", cell("a", "a"))), "w:tblLook")
    assert [get(look, f"w:{name}") for name in ("firstRow", "lastRow", "firstColumn")] == ["0", "0", "0"]


def test_an_empty_cell_has_a_paragraph_and_an_anchor() -> None:
    made = table_of(row("1", Cell(id="a", blocks=())), columns=1)
    assert len(list(descendants(made, "w:p"))) == 1
    assert len(list(descendants(made, "w:bookmarkStart"))) == 1


def test_a_table_in_a_cell_fits_in_it() -> None:
    outer = table_of(row("1", Cell(id="a", blocks=(paragraph("p", "x"), BUDGET))), columns=2)
    (whole, inner) = [int(get(found, "w:w") or 0) for found in descendants(outer, "w:tblW")]
    assert inner < whole // 2
    assert list(faults(outer)) == []
