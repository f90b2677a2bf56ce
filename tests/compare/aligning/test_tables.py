from alignments import aligned, every_step
from authored import contract, document
from edits_at_random import edited
from project_documents import document as real

from kdnet_docs.alignment.steps import MovedTo, Paired, RowStep, TablePair
from kdnet_docs.document.tree import Document

ROWS = "[Aarhus, 10.331], [Favrskov, 1.417], [Hedensted, 1.370], [Herning, 2.613], [Viborg, 2.831]"


def table(
    rows: str, columns: str = "{key: kommune, title: Kommune}, {key: kr, title: Kr., type: amount}"
) -> Document:
    source = f"{{table: {{id: t, columns: [{columns}], rows: [{rows}]}}}}"
    return document(contract(f"[{source}]"))


def pair(old: Document, new: Document) -> TablePair:
    steps = every_step(aligned(old, new))
    return next(step for step in steps if isinstance(step, TablePair))


def rows(old: Document, new: Document) -> list[str]:
    """Each row of a pair of tables, but its head: what became of it."""
    return [_told(row) for row in pair(old, new).rows[1:]]


def _told(row: RowStep) -> str:
    name = (row.new or row.old or "").removeprefix("t/")
    if row.moved:
        return f"{'from' if row.left else 'to'} {name}"
    return f"{'=' if row.old and row.new else '-' if row.old else '+'} {name}"


def test_rows_are_known_by_their_first_words() -> None:
    new = (
        ROWS.replace("[Hedensted, 1.370], ", "")
        .replace("[Viborg", "[Struer, 609], [Viborg")
        .replace("1.417", "9.999")
    )
    assert rows(table(ROWS), table(new)) == [
        "= aarhus",
        "= favrskov",
        "- hedensted",
        "= herning",
        "+ struer",
        "= viborg",
    ]


def test_a_row_that_stands_elsewhere_has_moved_and_has_its_cells_where_it_came_to() -> None:
    new = ROWS.replace("[Aarhus, 10.331], ", "") + ", [Aarhus, 11.480]"
    assert rows(table(ROWS), table(new))[0::5] == ["from aarhus", "to aarhus"]
    made = pair(table(ROWS), table(new))
    assert [len(row.cells) for row in made.rows if row.moved] == [0, 2]


def test_a_row_with_another_name_is_known_by_the_rest_of_it() -> None:
    new = ROWS.replace("Favrskov", "Favrskov Kommune")
    assert {told[0] for told in rows(table(ROWS), table(new))} == {"="}


def test_rows_that_are_called_by_a_number_are_known_by_their_words() -> None:
    old = "[1, Vejledning], [2, Netværk], [3, Analyse]"
    new = "[1, Netværk], [2, Analyse]"
    columns = "{key: nr, title: Nr.}, {key: hvad, title: Hvad}"
    assert [row.new for row in pair(table(old, columns), table(new, columns)).rows] == [
        "t/head",
        None,
        "t/1",
        "t/2",
    ]


def test_a_column_that_came_stands_in_its_place() -> None:
    columns = (
        "{key: kommune, title: Kommune}, {key: andel, title: Andel}, {key: kr, title: Kr., type: amount}"
    )
    new = table("[Aarhus, 26 pct., 10.331], [Favrskov, 4 pct., 1.417]", columns)
    made = pair(table("[Aarhus, 10.331], [Favrskov, 1.417]"), new)
    assert made.columns == ((0, 0), (None, 1), (1, 2))
    assert [(cell.old, cell.new) for cell in made.rows[1].cells] == [
        ("t/aarhus/kommune", "t/aarhus/kommune"),
        (None, "t/aarhus/andel"),
        ("t/aarhus/kr", "t/aarhus/kr"),
    ]


def test_a_column_with_another_key_and_head_in_the_same_place_is_the_same() -> None:
    columns = "{key: kommune, title: Kommune}, {key: beloeb, title: Beløb, type: amount}"
    assert pair(table(ROWS), table(ROWS, columns)).columns == ((0, 0), (1, 1))


def test_an_initiative_is_known_by_its_id_and_its_merged_cell_with_it() -> None:
    old, new = real("naere-psykiatri@2021-06"), real("naere-psykiatri@2021-09")
    made = pair(old, new)
    moved = [row.new for row in made.rows if row.moved and not row.left]
    assert moved == ["forpligtende-forloeb", "ambulante-teams"]
    merged = next(row for row in made.rows if row.new == "forpligtende-forloeb" and not row.left)
    assert [cell.old for cell in merged.cells] == [
        "forpligtende-forloeb/initiative",
        "forpligtende-forloeb/status-1",
    ]


def test_one_paragraph_in_a_cell_is_the_same_as_the_one_that_is_there_now() -> None:
    new = ROWS.replace("2.613", "7")
    steps = every_step(aligned(table(ROWS), table(new)))
    assert Paired(old=("t/herning/kr/p1",), new=("t/herning/kr/p1",)) in list(steps)


def test_a_cell_that_was_empty_has_an_empty_paragraph_that_was_filled() -> None:
    old, new = table('[Aarhus, ""], [Favrskov, 1]'), table("[Aarhus, 5], [Favrskov, 1]")
    assert Paired(old=("t/aarhus/kr",), new=("t/aarhus/kr/p1",)) in list(every_step(aligned(old, new)))


def test_a_caption_has_steps_of_its_own() -> None:
    old = document(contract("[{table: {id: t, columns: [{key: a, title: A}], rows: [[x]]}}]"))
    new = document(contract("[{table: {id: t, caption: Ny, columns: [{key: a, title: A}], rows: [[x]]}}]"))
    assert [type(step).__name__ for step in pair(old, new).caption] == ["Inserted"]
    assert [type(step).__name__ for step in pair(new, old).caption] == ["Deleted"]


def test_tables_that_move_are_compared_too() -> None:
    old = real("erhvervshus-midtjylland@2021")
    new, _ = edited(real("erhvervshus-midtjylland@2022"), 1, 10)
    moved = [
        step for step in aligned(old, new).steps if isinstance(step, MovedTo) and step.new == "effekt/table"
    ]
    assert all(step.table for step in moved)
    assert moved
