"""YAML to nodes: text stays text, and what makes YAML hard to read is refused, all of it at once."""

import pytest

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.nodes import MappingNode, ScalarNode
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.compose import MAX_DEPTH, compose
from kdnet_docs.sources.load import MAX_FINDINGS


@pytest.mark.parametrize(
    "value",
    [
        "no",
        "yes",
        "010",
        "39.010",
        "2021-09",
        "1e3",
        "0x1F",
        "~",
        "null",
        "1_000",
        "12:30",
        "=",
        ".inf",
        "+1",
    ],
)
def test_a_value_is_the_text_that_stands_there(value: str) -> None:
    top = compose(Source("a.yaml", f"a: {value}\n"))
    assert isinstance(top, MappingNode)
    node = top["a"]
    assert isinstance(node, ScalarNode)
    assert node.text == node.span.text == value


def refused(text: str) -> list[tuple[Code, str]]:
    outcome = compose(Source("a.yaml", text))
    assert isinstance(outcome, Refused)
    return [(finding.code, finding.span.text if finding.span else "") for finding in outcome.diagnostics]


@pytest.mark.parametrize(
    ("text", "code", "pointed"),
    [
        ("a: &x b\n", Code.ALIAS, "&x b"),
        ("a: *x\n", Code.ALIAS, "*x"),
        ("a: {<<: {b: c}}\n", Code.ALIAS, "<<"),
        ("a: !x b\n", Code.TAG, "!x b"),
        ("a: !!str b\n", Code.TAG, "!!str b"),
        ("a: !!python/object:os.system {}\n", Code.TAG, "!!python/object:os.system {"),
        ("a: b\na: c\n", Code.DUPLICATE_KEY, "a"),
        ("{a: b}: c\n", Code.SYNTAX, "{a: b}"),
        ("a: b\n---\nc: d\n", Code.MULTIPLE_DOCUMENTS, "---"),
        ('a: "\\a"\n', Code.CONTROL_CHARACTER, '"\\a"'),
        ("a: Sag #12\n", Code.CUT_BY_COMMENT, "#12"),
        ("- a\n", Code.WRONG_SHAPE, "- a\n"),
        ("a\n", Code.WRONG_SHAPE, "a"),
        ("# a\n", Code.EMPTY, ""),
    ],
)
def test_what_is_not_used_in_sources_is_pointed_at(text: str, code: Code, pointed: str) -> None:
    assert (code, pointed) in refused(text)


def test_all_at_once() -> None:
    codes = [code for code, _ in refused("a: &x 1\nb: !y 2\nb: 3\nc: *x\n")]
    assert codes == [Code.ALIAS, Code.TAG, Code.DUPLICATE_KEY, Code.ALIAS]


def test_but_not_without_end() -> None:
    assert MAX_FINDINGS <= len(refused("a: b\n" * 1000)) <= MAX_FINDINGS + 2


def test_the_second_of_two_keys_points_at_the_first() -> None:
    outcome = compose(Source("a.yaml", "a: b\nc: d\na: e\n"))
    assert isinstance(outcome, Refused)
    (finding,) = outcome.diagnostics
    assert finding.span is not None
    assert (finding.span.line, finding.labels[0].span.line) == (3, 1)


def test_the_deepest_nesting_is_read_and_one_more_is_not() -> None:
    def nested(depth: int) -> str:
        return "a: " + "[" * depth + "]" * depth

    assert not isinstance(compose(Source("a.yaml", nested(MAX_DEPTH - 1))), Refused)
    assert [code for code, _ in refused(nested(MAX_DEPTH))] == [Code.TOO_DEEP]


@pytest.mark.parametrize("comment", ["a: b # c\n", "a: 'b #c'\n", "a: b#c\n", "a: |\n  b #c\n", "#c\na: b\n"])
def test_comments_and_number_signs_that_cut_nothing(comment: str) -> None:
    assert not isinstance(compose(Source("a.yaml", comment)), Refused)
