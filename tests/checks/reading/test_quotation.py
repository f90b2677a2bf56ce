"""Marks are told apart into pairs and those that stand alone, and none is lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kdnet_docs.checks.reading.quotation import pairs_and_loose, quotations

MARKS = '"“”„»«()'


@given(st.text(alphabet=f"{MARKS}a1. \n–-", max_size=60))
def test_no_mark_is_in_two_pairs(text: str) -> None:
    pairs, loose = pairs_and_loose(text)
    told = Counter([*(place for pair in pairs for place in (pair.start, pair.end - 1)), *loose])
    assert all(count == 1 for count in told.values())
    assert all(text[place] in MARKS for place in told)
    assert all(pair.marks == text[pair.start] + text[pair.end - 1] for pair in pairs)


@given(st.text(alphabet=f"{MARKS}ab ", max_size=60))
def test_each_mark_is_told_of_where_no_enumerator_and_no_inch_can_be(text: str) -> None:
    text = text.replace("a", "aaa").replace("b", "bbb")
    pairs, loose = pairs_and_loose(text)
    closers = [
        place
        for place in range(len(text))
        if text[place] == ")" and not text[:place].endswith(("aaa", "bbb"))
    ]
    told = {*(place for pair in pairs for place in (pair.start, pair.end - 1)), *loose, *closers}
    assert told >= {place for place, sign in enumerate(text) if sign in MARKS}


def test_pairs_nest_and_what_stands_in_a_quotation_is_none_of_the_document() -> None:
    text = '”Svar på "spørgsmålet" (nu)” og "nej"'
    pairs, loose = pairs_and_loose(text)
    assert loose == ()
    assert [text[pair.start : pair.end] for pair in quotations(pairs)] == [
        '”Svar på "spørgsmålet" (nu)”',
        '"nej"',
    ]
