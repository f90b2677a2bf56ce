import pytest

from kdnet_docs.base.spans import Source, Span, Wording


@pytest.mark.parametrize(
    ("offset", "position"), [(0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (6, (3, 3))]
)
def test_lines_and_columns_count_from_one(offset: int, position: tuple[int, int]) -> None:
    assert Source("a.yaml", "æb\n\ncd").position(offset) == position


def test_a_line_is_given_without_its_line_break() -> None:
    source = Source("a.yaml", "a\r\nb\n\nc")
    assert [source.line_text(number) for number in (1, 2, 3, 4)] == ["a", "b", "", "c"]


def test_a_span_knows_its_words_and_its_place() -> None:
    span = Span(Source("a.yaml", "a: b\nc: ord\n"), 8, 11)
    assert (span.text, span.line, span.column, repr(span)) == ("ord", 2, 4, "a.yaml:2:4")


def test_wording_finds_its_characters_again() -> None:
    source = Source("a.yaml", "t: |\n  en\n  to\n")
    wording = Wording("en\nto\n", Span(source, 3, 15), ((0, 7), (3, 12)))
    assert wording.locate(0, 2).text == "en"
    assert wording.locate(3, 5).text == "to"
    assert wording.locate(0, 5).text == "en\n  to"
    assert wording.locate(3, 3).text == ""
