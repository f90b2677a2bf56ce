import pytest

from kdnet_docs.base.edits import Edit, edited, moved
from kdnet_docs.base.spans import Source, Span

SOURCE = Source("a.yaml", "et to tre")


def edit(start: int, end: int, text: str) -> Edit:
    return Edit(Span(SOURCE, start, end), text)


def test_edits_change_their_places_and_nothing_else() -> None:
    assert edited(SOURCE, [edit(6, 9, "fire"), edit(0, 2, "nul")]) == "nul to fire"


def test_of_two_edits_of_the_same_characters_the_first_is_made_once() -> None:
    assert edited(SOURCE, [edit(3, 5, "2"), edit(3, 5, "2"), edit(4, 9, "x")]) == "et 2 tre"


def test_two_edits_may_stand_side_by_side() -> None:
    assert edited(SOURCE, [edit(0, 2, "1"), edit(2, 2, ",")]) == "1, to tre"


def test_an_edit_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        edited(Source("a.yaml", "andet"), [edit(0, 2, "x")])


def test_a_place_between_edits_is_found_again() -> None:
    edits = [edit(0, 2, "nul"), edit(3, 3, "og "), edit(6, 9, "fire")]
    assert edited(SOURCE, edits)[moved(3, edits) :].startswith("to fire")
    assert [moved(at, edits) for at in (2, 5, 9)] == [3, 9, 14]
