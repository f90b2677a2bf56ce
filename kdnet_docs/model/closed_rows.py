"""Rows of tables that are closed: they say so beside their cells, where no column has that key."""

from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode

_YES = ("true", "ja", "yes")


def is_closed_row(row: Node) -> bool:
    """Whether a row of keys and cells is closed."""
    mark = row.get("closed") if isinstance(row, MappingNode) else None
    return isinstance(mark, ScalarNode) and mark.text.lower() in _YES
