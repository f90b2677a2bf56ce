"""What stands in a source file, with its place, before anything is known of its meaning."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from kdnet_docs.base.spans import Span, Wording


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A single value: always text, whose type is decided by the field it stands in."""

    wording: Wording

    @property
    def text(self) -> str:
        """The value without its quotes, escapes and indentation."""
        return self.wording.text

    @property
    def span(self) -> Span:
        """The value as it stands in the file, quotes included."""
        return self.wording.span


class SequenceNode(list["Node"]):
    """A list of nodes, which knows where it stands."""

    def __init__(self, items: Iterable["Node"], span: Span) -> None:
        super().__init__(items)
        self.span = span


class MappingNode(dict[str, "Node"]):
    """Keys and their nodes in the order of the file; `keys_at` says where each key stands.

    `shape` is set when a model reads the node: the keys that model knows.
    """

    def __init__(self, items: dict[str, "Node"], span: Span, keys_at: dict[str, Span]) -> None:
        super().__init__(items)
        self.span = span
        self.keys_at = keys_at
        self.shape: tuple[str, ...] = ()


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode
