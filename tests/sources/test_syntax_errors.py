"""What is broken in YAML, said in words for people and pointed at where it can be put right."""

import pytest

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.load import decode


def broken(text: str) -> Diagnostic:
    outcome = compose(Source("a.yaml", text))
    assert isinstance(outcome, Refused)
    return outcome.diagnostics[-1]


@pytest.mark.parametrize(
    ("text", "says", "line", "column"),
    [
        ('a: "b\nc: d\n', "the quotation mark that opens here is never closed", 1, 4),
        ("a: 'b\nc: d\n", "the quotation mark that opens here is never closed", 1, 4),
        ('a: "b\nc: "d"\n', "the quotation mark that opens here is never closed", 1, 4),
        ("a: [b, c\nd: e\n", "never closed", 1, 4),
        ("a: {b: c\n", "never closed", 1, 4),
        ("a: b: c\n", 'a ":" stands where none can', 1, 5),
        ("title: Aftale: økonomi\n", 'a ":" stands where none can', 1, 14),
        ('a: "c:\\mappe"\n', 'a "\\" inside double quotes must be doubled', 1, 7),
        ("a: @b\n", "a text cannot begin with this character", 1, 4),
        ("a: `b\n", "a text cannot begin with this character", 1, 4),
        ("a:\n  - b\n  c: d\n", 'every line of this list begins with "- "', 3, 3),
        ("a: b\n  c: d\n", 'a ":" stands where none can', 2, 4),
        ("a:\n    b: c\n  d: e\n", "this line does not fit the lines above it", 3, 3),
        ("a: b\nc\nd: e\n", 'a ":" is missing after this key', 2, 1),
        ("a: 1\nstatus:udkast\nb: 2\n", 'a space is missing after the ":"', 2, 7),
        ("- id:x\n  b: 2\n", 'a space is missing after the ":"', 1, 5),
    ],
)
def test_a_mistake_is_named_and_pointed_at(text: str, says: str, line: int, column: int) -> None:
    finding = broken(text)
    assert finding.code is Code.SYNTAX
    assert says in str(finding.message)
    assert finding.hint
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (line, column)


@pytest.mark.parametrize("text", ["a:\n\tb: c\n", "a:\n  b: c\n\td: e\n", "\ta: b\n", "a:\n \t- b\n"])
def test_a_tab_is_called_a_tab(text: str) -> None:
    finding = broken(text)
    assert finding.code is Code.TAB
    assert finding.span is not None
    assert finding.span.text == "\t"


@pytest.mark.parametrize(
    "text", ["%FOO\na: b\n", "%YAML 9.9\n---\na: b\n", "%YAML 1.2\n%YAML 1.2\n---\na: b\n", "a: b\n%x\n"]
)
def test_whatever_else_the_parser_says_is_passed_on(text: str) -> None:
    outcome = compose(Source("a.yaml", text))
    if isinstance(outcome, Refused):
        assert all(finding.code is Code.SYNTAX and finding.span for finding in outcome.diagnostics)


def test_hard_spaces_are_called_so_where_they_stand() -> None:
    finding = broken("text: |\n  en\n\u00a0\u00a0to\nb: 1\n")
    assert finding.code is Code.TAB
    assert "hard spaces" in str(finding.message)
    assert finding.span is not None
    assert finding.span.line == 3


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\u0085"])
def test_a_line_break_of_another_program_is_refused_where_it_stands(character: str) -> None:
    refused = decode(f"text: |\n  en{character}to\n".encode(), "a.yaml")
    assert isinstance(refused, Refused)
    (finding,) = refused.diagnostics
    assert finding.code is Code.CONTROL_CHARACTER
    assert finding.span is not None
    assert finding.span.text == character
