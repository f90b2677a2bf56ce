import re

from hypothesis import given
from hypothesis import strategies as st
from word_files import house

from kdnet_docs.ooxml.anchors import Anchors, anchor_name
from kdnet_docs.ooxml.bookmarks import Bookmarks


@given(st.text())
def test_any_id_has_a_name_that_word_takes(block_id: str) -> None:
    assert re.fullmatch(r"_kd_[0-9a-z]{1,26}", anchor_name(block_id))  # with _Copy_999 still at most 40


def test_the_map_leads_from_each_name_to_its_id() -> None:
    word = house()
    anchors = Anchors(word, Bookmarks(word))
    for block_id in ("a", "a/b", "æ"):
        anchors.around(block_id, [])
    assert anchors.ids == {anchor_name(block_id): block_id for block_id in ("a", "a/b", "æ")}


def test_paragraph_ids_are_new_each_time_and_as_word_wants_them() -> None:
    word = house()
    anchors = Anchors(word, Bookmarks(word))
    made = [anchors.para_id("same") for _ in range(50)]
    assert len(set(made)) == 50
    assert all(len(one) == 8 and 0 < int(one, 16) < 0x80000000 for one in made)
