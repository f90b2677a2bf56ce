"""Values written in YAML and read back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kdnet_docs.base.nodes import MappingNode, ScalarNode
from kdnet_docs.base.spans import Source
from kdnet_docs.rollforward.yaml_text import scalar
from kdnet_docs.sources.compose import compose

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")))


@given(_WORDS)
@example("a: b")
@example("a #b")
@example("- a")
@example("---")
@example("...")
@example("'a'")
@example("39.010")
@example("a:")
@example("a ")
@example("{a}, [b]")
@example("")
def test_a_value_is_read_back_as_it_was(words: str) -> None:
    node = compose(Source("x.yaml", f"list:\n  - key: {scalar(words)}\n    after: b\n"))
    assert isinstance(node, MappingNode)
    (item,) = node["list"]  # type: ignore[misc]
    assert isinstance(item, MappingNode)
    value = item["key"]
    assert isinstance(value, ScalarNode)
    assert value.text == words


@pytest.mark.parametrize("words", ["efteråret 2022", "39.010", "2021 – 2023", "48 pct.", "f.eks. a:b", "a#b"])
def test_what_needs_no_quotes_has_none(words: str) -> None:
    assert scalar(words) == words
