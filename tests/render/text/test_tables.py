from dataclasses import replace

from samples import BUDGET, GOAL, STATUS, cell

from kdnet_docs.document.tree import Cell, Column, Paragraph, Row, Table
from kdnet_docs.document.walk import plain_text
from kdnet_docs.render.text.tables import table_text


def words(of: Cell) -> str:
    return "\n\n".join(plain_text(block.content) for block in of.blocks if isinstance(block, Paragraph))


def table(*rows: tuple[Cell, ...], columns: int, head: int = 0) -> Table:
    return Table(
        id="t",
        description="",
        columns=(Column(),) * columns,
        rows=tuple(
            Row(id=f"t/{at}", cells=cells, role="head" if at < head else "body")
            for at, cells in enumerate(rows)
        ),
    )


def test_a_small_table_stands_in_columns_with_its_figures_at_the_right() -> None:
    assert table_text(BUDGET, words) == (
        "Kommune            1.000 kr.\n"
        "-----------------  ---------\n"
        "Aarhus                10.331\n"
        "-----------------  ---------\n"
        "Midtjylland i alt     10.331"
    )


def test_a_table_with_longer_cells_is_read_row_by_row_after_the_heads_of_its_columns() -> None:
    assert table_text(STATUS, words) == (
        "Initiativ: En borger – ét fælles forløb\n"
        "Status: Arbejdet er afsluttet.\n"
        "\n"
        "Status: Et koncept udvikles\n"
        "  Forankret i Aarhus-klyngen."
    )


def test_a_table_without_a_head_is_read_after_the_heads_of_its_rows() -> None:
    long = "Virksomhedernes kendskab skal i efteråret være 45 pct. " * 3
    first = GOAL.rows[0]
    goal = replace(GOAL, rows=(replace(first, cells=(first.cells[0], cell("x", long))), *GOAL.rows[1:]))
    assert table_text(goal, words).split("\n\n") == [
        f"Mål: {long}",
        "Metode: Teksten om metode.",
        "Afreportering: Teksten om afrapportering.",
    ]


def test_merged_cells_keep_their_neighbours_in_their_columns() -> None:
    merged = table(
        (cell("a", "Over to kolonner", column_span=2), cell("b", "c")),
        (cell("d", "x", row_span=2), cell("e", "y"), cell("f", "z")),
        (cell("g", "yy"), cell("h", "zz")),
        columns=3,
    )
    assert table_text(merged, words) == "Over to kolonner  c\nx  y              z\n   yy             zz"


def test_a_long_head_without_rows_is_still_read() -> None:
    heads = (cell("a", "A " * 30, header=True), cell("b", "B " * 30, header=True))
    assert table_text(table(heads, columns=2, head=1), words).split() == ["A"] * 30 + ["B"] * 30
