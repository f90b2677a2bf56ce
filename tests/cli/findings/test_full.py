"""Findings as they look on a screen."""

import unicodedata

import pytest
from findings import WARNING, finding, page, span

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.cli.findings.full import render


def test_a_finding_shows_its_line_and_what_to_do() -> None:
    text = "kind: contract\ntitel: Aftale\n"
    assert (
        render([finding(text, "titel")], page())
        == """\
error[KD201]: the key "titel" is not known here
 --> aftale.yaml:2:1
  |
2 | titel: Aftale
  | ^^^^^
  |
  = hint: keep one of them

1 error; `kdnet explain KD201` tells more"""
    )


def test_in_danish() -> None:
    shown = render([finding("titel: x\n", "titel"), WARNING, WARNING], page(language="da"))
    assert shown.startswith('fejl[KD201]: nøglen "titel" er ikke kendt her\n')
    assert "  = tip: behold den ene" in shown
    assert "advarsel[KD502]: mål 9 er tomt" in shown
    assert shown.endswith("1 fejl og 2 advarsler; `kdnet explain KD201` fortæller mere")


def test_more_is_told_first_of_what_stands_in_the_way() -> None:
    assert "`kdnet explain KD201`" in render([WARNING, finding("titel: x\n", "titel")], page())
    assert "`kdnet explain KD502`" in render([WARNING, WARNING], page())


def test_a_second_place_in_the_same_file_stands_above_or_below() -> None:
    text = "a: 1\n" + "b: 2\n" * 8 + "a: 3\n"
    shown = render([finding(text, "a", first="a", hint=False)], page())
    assert (
        "\n".join(shown.splitlines()[1:8])
        == """\
  --> aftale.yaml:10:1
   |
 1 | a: 1
   | - first here
...
10 | a: 3
   | ^"""
    )


def test_two_places_on_one_line() -> None:
    shown = render([finding("{a: 1, a: 2}\n", "a", first="a", hint=False)], page())
    assert "1 | {a: 1, a: 2}\n  |        ^\n  |  - first here" in shown


def test_a_second_place_in_another_file_is_named() -> None:
    other = Source("andre.yaml", "id: x\n")
    one = finding("id: x\n", "x", hint=False)
    both = Diagnostic(
        code=one.code,
        message=one.message,
        span=one.span,
        labels=(Label(span(other, "x", 4), msg("first here")),),
    )
    assert " ::: andre.yaml:1:5\n  |\n1 | id: x\n  |     - first here" in render([both], page())


def test_a_place_of_several_lines_shows_the_first() -> None:
    text = "text: |\n  en\n  to\nid: x\n"
    source = Source("x.yaml", text)
    whole = Diagnostic(
        code=Code.BAD_VALUE, message=msg("the list is empty"), span=Span(source, 6, text.index("id"))
    )
    assert "1 | text: |\n  |       ^" in render([whole], page())


@pytest.mark.parametrize(
    ("before", "columns"),
    [
        ("key: ", 5),
        ("æøå: ", 5),
        ("a\tb: ", 8),
        ("日本: ", 6),
        ("e\u0301e\u0301: ", 4),
        ("👩‍👧: ", 4),
        ("👍🏽: ", 4),
        ("\u00a0x: ", 4),
    ],
)
def test_the_pointer_stands_below_the_words_whatever_is_before_them(before: str, columns: int) -> None:
    _, _, _, line, pointer, *_ = render([finding(f"{before}mark\n", "mark")], page()).splitlines()
    assert line.endswith("mark")
    assert pointer == f"  | {' ' * columns}^^^^"


def test_wide_words_get_wide_pointers() -> None:
    assert "  |   ^^^^\n" in render([finding("a 日本\n", "日本")], page())


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("place", [0, 50, 500, 970])
def test_a_long_line_is_shortened_around_the_words(width: int, place: int) -> None:
    words = ["ord"] * 250
    words[place // 4] = "MÆRKE"
    text = " ".join(words) + "\n"
    _, _, _, line, pointer, *_ = render([finding(text, "MÆRKE")], page(width=width)).splitlines()
    assert len(line) <= width
    start = pointer.index("^")
    assert line[start : start + 5] == "MÆRKE"
    assert pointer.strip(" |") == "^^^^^"


def test_a_long_place_is_pointed_at_as_far_as_the_line_goes() -> None:
    _, _, _, line, pointer, *_ = render([finding("x" * 500, "x" * 500)], page(width=50)).splitlines()
    assert len(line) <= 50
    assert len(pointer) <= 50


@pytest.mark.parametrize(
    "sign", ["\x1b]0;hej\x07", "\x1b[2J", "\r", "\x9b31m", "\u202e", "\u2028", "\x7f", "\u200b"]
)
def test_nothing_in_a_source_is_obeyed_by_the_screen(sign: str) -> None:
    shown = render([finding(f"a: {sign}b\n", f"{sign}b", name=f"x{sign}.yaml")], page())
    assert not [sign for sign in shown if unicodedata.category(sign) in {"Cc", "Cf", "Zl"} and sign != "\n"]


def test_a_very_long_value_is_not_quoted_whole() -> None:
    assert len(render([finding("x" * 100_000, "x" * 100_000)], page())) < 2_000


def test_a_finding_about_a_file_as_a_whole_names_it_alone() -> None:
    whole = Diagnostic(
        code=Code.UNREADABLE, message=msg("the file is empty"), span=Span(Source("x.yaml", ""), 0, 0)
    )
    assert " --> x.yaml\n" in render([whole], page())


def test_a_place_at_the_very_end_of_a_file_without_a_last_line_break() -> None:
    text = "a: b"
    end = Diagnostic(
        code=Code.SYNTAX, message=msg("the file is empty"), span=Span(Source("x.yaml", text), 4, 4)
    )
    assert "1 | a: b\n  |     ^" in render([end], page())


def test_nothing_found_is_nothing_said() -> None:
    assert render([], page()) == ""
