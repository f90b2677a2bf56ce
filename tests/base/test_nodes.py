from kdnet_docs.base.nodes import MappingNode, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.compose import compose


def test_nodes_are_lists_and_mappings_that_know_where_they_stand() -> None:
    top = compose(Source("a.yaml", "a: [b, 'c']\nd:\n  e: f\n"))
    assert isinstance(top, MappingNode)
    sequence, mapping = top["a"], top["d"]
    assert isinstance(sequence, SequenceNode)
    assert isinstance(mapping, MappingNode)
    assert sequence.span.text == "[b, 'c']"
    assert [node.span.text for node in sequence] == ["b", "'c'"]
    assert [node.text for node in sequence if isinstance(node, ScalarNode)] == ["b", "c"]
    assert mapping.keys_at["e"].text == "e"
    assert top.keys_at["d"].line == 2
