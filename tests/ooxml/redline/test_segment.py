"""The last paragraph of a cell, of a text, or before a table has no next one to be joined with."""

from collections.abc import Mapping

import pytest
from tracked_changes import grid, merged, para, shown

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, Paired, Step, TablePair
from kdnet_docs.ooxml.xml import Element

ENDS: Mapping[str, tuple[str, str, list[Step], list[str]]] = {
    "its last paragraph goes": (
        "ab",
        "a",
        [Paired(old=("a",), new=("a",)), Deleted(old="b")],
        ["a-¶", "{-b}¶"],
    ),
    "a last paragraph comes": (
        "a",
        "ab",
        [Paired(old=("a",), new=("a",)), Inserted(new="b")],
        ["a+¶", "{+b}¶"],
    ),
    "the only one is replaced": ("a", "b", [Deleted(old="a"), Inserted(new="b")], ["{-a}{+b}¶"]),
    "replaced the other way round": ("a", "b", [Inserted(new="b"), Deleted(old="a")], ["{-a}{+b}¶"]),
    "two go and one comes": (
        "abc",
        "ad",
        [Paired(old=("a",), new=("a",)), Inserted(new="d"), Deleted(old="b"), Deleted(old="c")],
        ["a¶", "{-b}-¶", "{-c}{+d}¶"],
    ),
    "one goes and two come": (
        "ab",
        "acd",
        [Paired(old=("a",), new=("a",)), Deleted(old="b"), Inserted(new="c"), Inserted(new="d")],
        ["a¶", "{+c}+¶", "{-b}{+d}¶"],
    ),
    "its last paragraph moves up": (
        "ab",
        "ba",
        [MovedTo(old="b", new="b"), Paired(old=("a",), new=("a",)), MovedFrom(old="b", new="b")],
        ["{>b}>¶", "a-¶", "{<b}¶"],
    ),
    "a paragraph becomes the last": (
        "ab",
        "ba",
        [MovedFrom(old="a", new="a"), Paired(old=("b",), new=("b",)), MovedTo(old="a", new="a")],
        ["{<a}<¶", "b+¶", "{>a}¶"],
    ),
    "two that have nothing in common": (
        "ab",
        "cd",
        [Deleted(old="a"), Deleted(old="b"), Inserted(new="c"), Inserted(new="d")],
        ["{-a}-¶", "{+c}+¶", "{-b}{+d}¶"],
    ),
}


@pytest.mark.parametrize("name", ENDS)
def test_the_end_of_a_text(name: str) -> None:
    old, new, steps, expected = ENDS[name]
    made = shown(merged([para(one, one) for one in old], [para(one, one) for one in new], steps))
    assert made == expected


@pytest.mark.parametrize("name", ENDS)
def test_before_a_table(name: str) -> None:
    old, new, steps, expected = ENDS[name]
    tables = grid(["celle"]), grid(["celle"])
    table = TablePair(old="t", new="t", caption=(), columns=((0, 0),), rows=())
    made = merged(
        [*(para(one, one) for one in old), tables[0], para("")],
        [*(para(one, one) for one in new), tables[1], para("")],
        [*steps, table],
        tables=({"t": tables[0]}, {"t": tables[1]}),
    )
    assert shown(made)[: len(expected)] == expected


def test_the_mark_that_stays_is_that_of_the_paragraph_which_is_the_last_now() -> None:
    old = [para("a", "a", "Heading1"), para("b", "b", "BodyText")]
    new = [para("a", "a", "Heading1")]
    steps: list[Step] = [Paired(old=("a",), new=("a",)), Deleted(old="b")]
    assert shown(merged(old, new, steps)) == ["a-¶", "{-b}¶~"]


def test_a_table_of_one_file_stands_before_the_paragraphs_of_the_other() -> None:
    """Then what is left of them, such as an emptied link, goes into the paragraph below the table."""
    first, last = (Paired(old=(name,), new=(name,)) for name in "ac")
    words, table = _with_words(), grid(["celle"])
    made = merged(
        words,
        _with(table),
        [first, Deleted(old="b"), Inserted(new="t"), last],
        tables=({}, {"t": table}),
    )
    assert shown(made) == ["Et.¶", "+| {+celle}+¶ |", "{-Se <her>.}-¶", "+¶", "Slut.¶"]
    words, table = _with_words(), grid(["celle"])
    made = merged(
        _with(table),
        words,
        [first, Inserted(new="b"), Deleted(old="t"), last],
        tables=({"t": table}, {}),
    )
    assert shown(made) == ["Et.¶", "-| {-celle}-¶ |", "{+Se <her>.}+¶", "-¶", "Slut.¶"]


def _with_words() -> list[Element]:
    return [para("Et.", "a"), para("Se <her>.", "b"), para("Slut.", "c")]


def _with(table: Element) -> list[Element]:
    return [para("Et.", "a"), table, para(""), para("Slut.", "c")]
