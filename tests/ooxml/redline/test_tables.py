from collections.abc import Sequence

from tracked_changes import grid, merged, para, shown

from kdnet_docs.alignment.steps import (
    CellStep,
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
    Paired,
    RowStep,
    Step,
    TablePair,
)
from kdnet_docs.ooxml.xml import Element, descendants, find, find_all, get

Columns = tuple[tuple[int | None, int | None], ...]
TWO: Columns = ((0, 0), (1, 1))


def pair(old: Element, new: Element, rows: Sequence[RowStep], columns: Columns = TWO) -> list[Element]:
    """Two tables that are the same one, between paragraphs."""
    step = TablePair(old="t", new="t", caption=(), columns=columns, rows=tuple(rows))
    made = merged(
        [para("Før.", "f"), old, para("")],
        [para("Før.", "f"), new, para("")],
        [Paired(old=("f",), new=("f",)), step],
        tables=({"t": old}, {"t": new}),
    )
    assert shown(made)[0] == "Før.¶"
    assert shown(made)[-1] == "¶"
    return made[1:-1]


def row(old: str | None, new: str | None, cells: Sequence[tuple[str | None, str | None]] = ()) -> RowStep:
    """A row by its ids and its cells by theirs, which have one paragraph each with the same id."""
    return RowStep(old=old, new=new, cells=tuple(cell(one, other) for one, other in cells))


def cell(old: str | None, new: str | None) -> CellStep:
    both = old is not None and new is not None
    steps = (Paired(old=(old,), new=(new,)),) if both else ()  # type: ignore[arg-type]
    return CellStep(old=old, new=new, steps=steps)


# --- rows --------------------------------------------------------------------------------------


def test_words_change_in_their_cells() -> None:
    old, new = grid(["Mål", "80 pct."]), grid(["Mål", "85 pct."])
    made = pair(old, new, [row("r", "r", [("Mål", "Mål"), ("80 pct.", "85 pct.")])])
    assert shown(made) == ["| Mål¶ | {-80}{+85} pct.¶ |"]


def test_rows_go_and_come_with_all_that_is_in_them() -> None:
    old, new = grid(["a", "1"], ["b", "2"]), grid(["a", "1"], ["c", "3"])
    made = pair(old, new, [row("a", "a", [("a", "a"), ("1", "1")]), row("b", None), row(None, "c")])
    assert shown(made) == ["| a¶ | 1¶ |", "-| {-b}-¶ | {-2}-¶ |", "+| {+c}+¶ | {+3}+¶ |"]


def moved_row(name: str, *, left: bool, cells: tuple[CellStep, ...] = ()) -> RowStep:
    return RowStep(old=name, new=name, moved=True, left=left, cells=cells)


def test_a_row_that_moved_goes_here_and_comes_there_with_words_that_moved() -> None:
    # Word has no moved rows.
    old, new = grid(["a", "1"], ["b", "2"]), grid(["b", "3"], ["a", "1"])
    steps = [
        moved_row("a", left=True),
        row("b", "b", [("b", "b"), ("2", "3")]),
        moved_row("a", left=False),
    ]
    assert shown(pair(old, new, steps)) == [
        "-| {<a}-¶ | {<1}-¶ |",
        "| b¶ | {-2}{+3}¶ |",
        "+| {>a}+¶ | {>1}+¶ |",
    ]


def test_a_row_that_moved_and_changed_tells_which_words_did() -> None:
    old, new = grid(["a", "80 pct. nu"], ["b", "2"]), grid(["b", "2"], ["a", "85 pct. nu"])
    steps = [
        moved_row("a", left=True),
        row("b", "b", [("b", "b"), ("2", "2")]),
        moved_row("a", left=False, cells=(cell("a", "a"), cell("80 pct. nu", "85 pct. nu"))),
    ]
    assert shown(pair(old, new, steps)) == [
        "-| {<a}-¶ | {-80}{< pct. nu}-¶ |",
        "| b¶ | 2¶ |",
        "+| {>a}+¶ | {+85}{> pct. nu}+¶ |",
    ]


def test_rows_that_no_step_names_are_not_lost() -> None:
    old, new = grid(["a", "1"], ["b", "2"]), grid(["a", "1"], ["c", "3"])
    assert len(shown(pair(old, new, [row("a", "a", [("a", "a")])]))) == 3


# --- columns and cells -------------------------------------------------------------------------


def test_a_column_comes_with_its_cells_and_the_grid_says_what_it_was() -> None:
    old, new = grid(["a", "1"], ["b", "2"]), grid(["a", "ny", "1"], ["b", "her", "2"])
    columns: Columns = ((0, 0), (None, 1), (1, 2))
    steps = [
        row("a", "a", [("a", "a"), (None, "ny"), ("1", "1")]),
        row("b", "b", [("b", "b"), (None, "her"), ("2", "2")]),
    ]
    (made,) = pair(old, new, steps, columns)
    assert shown([made]) == ["| a¶ | +{+ny}¶ | 1¶ |", "| b¶ | +{+her}¶ | 2¶ |"]
    assert len(find_all(made, "w:tblGrid/w:tblGridChange/w:tblGrid/w:gridCol")) == 2


def test_a_column_goes_with_its_cells() -> None:
    old, new = grid(["a", "gl", "1"], ["b", "her", "2"]), grid(["a", "1"], ["b", "2"])
    columns: Columns = ((0, 0), (1, None), (2, 1))
    steps = [row("a", "a", [("a", "a"), ("gl", None), ("1", "1")]), row("b", "b", [("b", "b")])]
    assert shown(pair(old, new, steps, columns)) == ["| a¶ | -{-gl}¶ | 1¶ |", "| b¶ | -{-her}¶ | 2¶ |"]


def test_paragraphs_in_a_cell_go_and_come_too() -> None:
    old = grid([[para("Et.", "a"), para("To.", "b")]])
    new = grid([[para("Et.", "a")]])
    steps = (Paired(old=("a",), new=("a",)), Deleted(old="b"))
    made = pair(
        old, new, [RowStep(old="r", new="r", cells=(CellStep(old="r/1", new="r/1", steps=steps),))], ((0, 0),)
    )
    assert shown(made) == ["| Et.-¶ {-To.}¶ |"]


def test_a_cell_that_becomes_wider_says_what_it_was() -> None:
    old, new = grid(["a", "b"]), grid(["a", "b"])
    width = find(new, "w:tr/w:tc/w:tcPr/w:tcW")
    assert width is not None
    width.set(width.keys()[0], "1500")
    (made,) = pair(old, new, [row("r", "r", [("a", "a"), ("b", "b")])])
    (change,) = descendants(made, "w:tcPrChange")
    was = find(change, "w:tcPr/w:tcW")
    assert was is not None
    assert get(was, "w:w") == "1000"


# --- whole tables ------------------------------------------------------------------------------


def test_a_table_goes_row_by_row_and_so_does_its_caption() -> None:
    table = grid(["a", "1"], ["b", "2"])
    made = merged(
        [para("Før.", "f"), para("Tabel 1.", "t"), table, para(""), para("Efter.", "e")],
        [para("Før.", "f"), para("Efter.", "e")],
        [Paired(old=("f",), new=("f",)), Deleted(old="t"), Paired(old=("e",), new=("e",))],
        tables=({"t": table}, {}),
    )
    # The caption's mark cannot go, since a table follows it: it is the mark of the paragraph before.
    assert shown(made) == [
        "Før.-¶",
        "{-Tabel 1.}¶",
        "-| {-a}-¶ | {-1}-¶ |",
        "-| {-b}-¶ | {-2}-¶ |",
        "-¶",
        "Efter.¶",
    ]


def test_a_table_comes() -> None:
    table = grid(["a", "1"])
    made = merged(
        [para("Før.", "f"), para("Efter.", "e")],
        [para("Før.", "f"), table, para(""), para("Efter.", "e")],
        [Paired(old=("f",), new=("f",)), Inserted(new="t"), Paired(old=("e",), new=("e",))],
        tables=({}, {"t": table}),
    )
    assert shown(made) == ["Før.¶", "+| {+a}+¶ | {+1}+¶ |", "+¶", "Efter.¶"]


def test_a_table_at_the_end_comes_before_the_mark_that_was_the_last() -> None:
    table = grid(["a"])
    made = merged(
        [para("Før.", "f")],
        [para("Før.", "f"), table, para("")],
        [Paired(old=("f",), new=("f",)), Inserted(new="t")],
        tables=({}, {"t": table}),
    )
    assert shown(made) == ["Før.+¶", "+| {+a}+¶ |", "¶"]


def test_a_table_that_moved_goes_and_comes_with_words_that_moved() -> None:
    old, new = grid(["a", "1"], ["b", "2"]), grid(["a", "1"])
    made = merged(
        [old, para(""), para("Midt.", "m")],
        [para("Midt.", "m"), new, para("")],
        [MovedFrom(old="t", new="t"), Paired(old=("m",), new=("m",)), MovedTo(old="t", new="t")],
        tables=({"t": old}, {"t": new}),
    )
    assert shown(made) == [
        "-| {<a}-¶ | {<1}-¶ |",
        "-| {-b}-¶ | {-2}-¶ |",
        "-¶",
        "Midt.+¶",
        "+| {>a}+¶ | {>1}+¶ |",
        "¶",
    ]


def test_a_table_in_a_cell_is_merged_as_one_outside() -> None:
    inner = grid(["x", "1"]), grid(["x", "2"])
    old, new = (grid([[one, para("", "c")]]) for one in inner)
    step = TablePair(
        old="i", new="i", caption=(), columns=TWO, rows=(row("x", "x", [("x", "x"), ("1", "2")]),)
    )
    outer = TablePair(
        old="t",
        new="t",
        caption=(),
        columns=((0, 0),),
        rows=(RowStep(old="r", new="r", cells=(CellStep(old="r/1", new="r/1", steps=(step,)),)),),
    )
    made = merged(
        [old, para("")],
        [new, para("")],
        [outer],
        tables=({"t": old, "i": inner[0]}, {"t": new, "i": inner[1]}),
    )
    assert shown(made) == ["| | x¶ | {-1}{+2}¶ | ¶ |", "¶"]


def test_a_signatory_goes_and_the_others_stay() -> None:
    lines = {name: f"For {name} kommune, borgmesteren" for name in ("Aarhus", "Randers", "Viborg")}

    def signatures(*names: str) -> Element:
        return grid(
            [[para(lines[name], name), para("Dato og underskrift", f"{name}/date")] for name in names]
        )

    steps: list[Step] = [
        Paired(old=("Aarhus",), new=("Aarhus",)),
        Deleted(old="Randers"),
        Deleted(old="Randers/date"),
        Paired(old=("Viborg",), new=("Viborg",)),
    ]
    for order in (steps, [steps[1], steps[2], steps[0], steps[3]]):
        old, new = signatures("Aarhus", "Randers", "Viborg"), signatures("Aarhus", "Viborg")
        assert shown(merged([old, para("")], [new, para("")], order))[0] == (
            "| For Aarhus kommune, borgmesteren¶ Dato og underskrift¶"
            " | -{-For Randers kommune, borgmesteren}-¶ {-Dato og underskrift}¶"
            " | For Viborg kommune, borgmesteren¶ Dato og underskrift¶ |"
        )


def test_tables_without_steps_are_merged_by_what_is_in_them() -> None:
    old = grid(["Randers Kommune", "i gang"], ["Aarhus Kommune", "afsluttet"])
    new = grid(["Randers Kommune", "afsluttet"], ["Aarhus Kommune", "afsluttet"])
    assert shown(merged([old, para("")], [new, para("")])) == [
        "| Randers Kommune¶ | {-i gang}{+afsluttet}¶ |",
        "| Aarhus Kommune¶ | afsluttet¶ |",
        "¶",
    ]
