"""Keys are cut out of a source so that the rest stands as it stood."""

import pytest

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.cuts import cuts


@pytest.mark.parametrize(
    ("text", "dropped", "left"),
    [
        ("a: 1\nb: 2\nc: 3\n", {"b"}, "a: 1\nc: 3\n"),
        ("a: 1\nb: 2\nc: 3\n", {"a", "b"}, "c: 3\n"),
        ("a: 1\n\nb: |\n  2\n\nc: 3\n", {"b"}, "a: 1\n\nc: 3\n"),
        ("a: 1\nb: 2\nc:\n  - 3\n  - 4\n", {"b", "c"}, "a: 1\n"),
        ("{a: 1, b: [2], c: 3}\n", {"b"}, "{a: 1, c: 3}\n"),
        ("{a: 1, b: 2, c: {d: 3}}\n", {"c"}, "{a: 1, b: 2}\n"),
        ("a: 1\n", {"b"}, "a: 1\n"),
    ],
)
def test_the_keys_go_with_what_lies_between_them(text: str, dropped: set[str], left: str) -> None:
    top = compose(Source("", text))
    assert not isinstance(top, Refused)
    for start, end in reversed(list(cuts(top, dropped))):
        text = text[:start] + text[end:]
    assert text == left
