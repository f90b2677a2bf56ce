import pytest
from samples import BUDGET, STATUS, cell

from kdnet_docs.document.tree import Cell, CodeBlock, Column, Row, Table
from kdnet_docs.render.breaks import row_lines


def table(*rows: Row) -> Table:
    return Table(id="t", description="", columns=(Column(width=1), Column(width=4)), rows=rows)


def test_a_row_of_figures_is_one_line_high() -> None:
    assert row_lines(BUDGET) == (1, 1, 1)


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    assert row_lines(table(Row(id="r", cells=(cell("a", "Mål"), cell("b", "ord " * 100))))) == (5,)


def test_a_cell_over_two_rows_shares_its_lines_out() -> None:
    tall = cell("a", "ord " * 30, row_span=2)
    rows = Row(id="r", cells=(tall, cell("b", "kort"))), Row(id="s", cells=(cell("c", "kort"),))
    assert row_lines(table(*rows)) == (4, 1)
    assert row_lines(table(Row(id="r", cells=(cell("a", "ord " * 30), cell("b", "kort"))))) == (7,)
    assert len(row_lines(STATUS)) == len(STATUS.rows)


@pytest.mark.parametrize("words", ["", "ord"])
def test_no_row_is_lower_than_a_line(words: str) -> None:
    code = Cell(id="k", blocks=(CodeBlock(id="k/1", text=words),))
    assert row_lines(table(Row(id="r", cells=(cell("a", words), code)))) == (1,)
