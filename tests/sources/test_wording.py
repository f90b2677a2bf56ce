"""Each character of a value is found again in the file, in whatever way YAML wrote it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.nodes import MappingNode, ScalarNode
from kdnet_docs.base.spans import Source, Wording
from kdnet_docs.sources.compose import compose

STYLES = {
    "plain": "a: et ord og MÆRKE til\n",
    "plain over lines": "a: et ord\n   og MÆRKE\n   til\n",
    "single": "a: 'det''s et MÆRKE til'\n",
    "single over lines": "a: 'et\n\n   ord MÆRKE\n   til'\n",
    "double": 'a: "et \\"ord\\" \\u00e6\\x41 MÆRKE til"\n',
    "double over lines": 'a: "et \\\n   ord\n   MÆRKE til"\n',
    "literal": "a: |\n  et ord\n\n    rykket ind\n  og MÆRKE til\n",
    "literal, kept": "a: |+\n  et MÆRKE\n\n\nb: c\n",
    "literal, indented": "a: |4\n      et MÆRKE\n",
    "folded": "a: >\n  et ord\n  og MÆRKE\n\n  til\n",
    "folded, stripped": "a: >-\n\n  et ord\n    rykket\n  MÆRKE\n",
    "windows": "a: |\r\n  et ord\r\n  og MÆRKE til\r\n",
    "windows, folded": "a: >\r\n  et ord\r\n  og MÆRKE til\r\n",
    "in a list": "a: [x, MÆRKE]\n",
    "after signs of four bytes": "a: 🙂 🙂 MÆRKE\n",
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_a_word_is_found_again(text: str) -> None:
    wording = last_wording(text)
    at = wording.text.index("MÆRKE")
    assert wording.locate(at, at + 5).text == "MÆRKE"


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.lists(
        st.sampled_from(["ord", "æ", "🙂", "et to", "", "  x", "tre  fire", "'", '"', "\\"]),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["|", "|-", "|+", ">", ">-", "'", '"']),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(1, 6),
)
def test_every_letter_is_found_again(lines: list[str], style: str, line_end: str, indent: int) -> None:
    wording = last_wording(written(["x", *lines], style, line_end, indent))
    for index, letter in enumerate(wording.text):
        found = wording.locate(index, index + 1)
        assert wording.span.start <= found.start <= found.end <= wording.span.end
        if letter.isalpha():
            assert found.text == letter
            assert wording.index_of(found.start) == index


def written(lines: list[str], style: str, line_end: str, indent: int) -> str:
    if style[0] in "|>":
        body = [f"{' ' * indent}{line}" if line else "" for line in lines]
        return line_end.join([f"a: {style}", *body, ""])
    escaped = [
        line.replace("\\", "\\\\").replace('"', '\\"') if style == '"' else line.replace("'", "''")
        for line in lines
    ]
    joined = f"{line_end}{' ' * indent}".join(escaped)
    return f"a: {style}{joined}{style}{line_end}"


def last_wording(text: str) -> Wording:
    top = compose(Source("a.yaml", text))
    assert not isinstance(top, Refused), top
    assert isinstance(top, MappingNode)
    node = top["a"]
    while isinstance(node, list):
        node = node[-1]
    assert isinstance(node, ScalarNode)
    return node.wording
