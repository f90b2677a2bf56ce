"""Words are found however a layout or a keyboard has written them."""

import pytest

from kdnet_docs.tracing.letters import Letters

SAME = (
    ("sam-\narbejde", "samarbejde"),  # a hyphen at the end of a line
    ("sam\u00adarbejde", "samarbejde"),
    ("39.010\u00a0mio. kr.", "39.010 mio. kr."),
    ("eﬃcient ﬂow", "efficient flow"),
    ("2021\u20132023", "2021-2023"),
    ('"Meget tilfreds"', "»meget tilfreds«"),
    ("A\u030arhus og Tårs".replace("A\u030a", "Å"), "ÅRHUS OG TÅRS"),
    ("• Første punkt", "Første  punkt"),
)


@pytest.mark.parametrize(("shown", "typed"), SAME)
def test_words_that_read_alike_are_found(shown: str, typed: str) -> None:
    assert Letters(shown).find(typed)
    assert Letters(typed).find(shown)


def test_whole_words_go_before_parts_of_words() -> None:
    text = "145 pct. og 45 pct."
    assert [text[start:end] for start, end in Letters(text).find("45 pct.")] == ["45 pct."]
    assert Letters(text).find("45 pct.")[0][0] == text.rindex("45")
    assert Letters("erhvervshusene").find("erhvervshus") == [(0, 11)]


def test_signs_alone_are_no_words() -> None:
    assert Letters("a – b").find("–") == []
