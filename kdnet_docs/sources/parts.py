"""Every value of a source with a name that people find it by: "kendskab.maal", "targets.brugere.due"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Wording

_NAMED_LISTS = frozenset({"targets", "parties"})
"""Lists whose parts are called by it in parameters too: `{{ targets.brugere }}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A single value: its name, the keys that lead to it from the top, and its words."""

    name: str
    keys: tuple[str, ...]
    wording: Wording

    @property
    def key(self) -> str:
        """The key that the value stands below."""
        return self.keys[-1]

    def places(self, words: str) -> tuple[tuple[int, int], ...]:
        """Where words stand in the value, whatever the breaks of its lines."""
        return places(self.wording.text, words)


def places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text, whatever the breaks of its lines."""
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    return tuple(match.span() for match in re.finditer(pattern, text))


def parts(top: MappingNode) -> Iterator[Part]:
    """Every value of a source in reading order; a name begins with the nearest id above the value."""
    for key, node in top.items():
        yield from _parts(node, key, (key,))


def _parts(node: Node, name: str, keys: tuple[str, ...]) -> Iterator[Part]:
    match node:
        case ScalarNode():
            yield Part(name=name, keys=keys, wording=node.wording)
        case SequenceNode():
            for number, item in enumerate(node, start=1):
                yield from _parts(item, _called(item, keys) or f"{name}.{number}", keys)
        case MappingNode():
            inside = _called(node, keys) or name
            for key, value in node.items():
                yield from _parts(value, f"{inside}.{key}", (*keys, key))


def _called(node: Node, keys: tuple[str, ...]) -> str | None:
    """The name of a part that has an id."""
    identity = node.get("id") if isinstance(node, MappingNode) else None
    if not isinstance(identity, ScalarNode):
        return None
    if keys[-1] in _NAMED_LISTS:
        return f"{keys[-1]}.{identity.text}"
    return f"tables.{identity.text}" if keys[-1] == "table" else identity.text
