"""What the open words of a source say of closed parts: a number stays, what is closed itself does not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kdnet_docs.assembly.closing.edits import Edit
from kdnet_docs.assembly.values import CLOSED
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Wording

_PARAMETER = re.compile(r"\{\{\s*(?P<path>[\w-]+(?:\.[\w-]+)*)[^{}]*\}\}")
_LINK = re.compile(r"(?:\]\(\s*<?|\]:\s*<?)#(?P<id>[\w-]+)")
_NAMED = ("clauses", "goals", "bilag")


@dataclass(slots=True, kw_only=True)
class Closings:
    """What of a source is closed, as parameters and links name it.

    `renamed` has the id in the open version of each part that is still there, `parties` that of each party,
    `links` where a link to a part leads that is not, and `gone` the beginnings of the parameters that have
    nothing to speak of any more.
    """

    renamed: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    gone: set[tuple[str, ...]] = field(default_factory=set)

    def edits(self, top: Node) -> Iterator[Edit]:
        """What becomes of every parameter, link and signature that names a closed part."""
        for key, scalar in _scalars(top):
            if key == "signatures" and (new := self.parties.get(scalar.text)):
                yield _edit(scalar.wording, 0, len(scalar.text), new)
            yield from self._parameters(scalar.wording)
            yield from self._links(scalar.wording)

    def _parameters(self, wording: Wording) -> Iterator[Edit]:
        for match in _PARAMETER.finditer(wording.text):
            path = tuple(match["path"].split("."))
            if any(path[: len(gone)] == gone for gone in self.gone):
                yield _edit(wording, *match.span(), f"{{{{ {CLOSED} }}}}")
            elif path[1:] and (new := self._ids(path[0]).get(path[1])):
                start = match.start("path") + len(path[0]) + 1
                yield _edit(wording, start, start + len(path[1]), new)

    def _ids(self, kind: str) -> Mapping[str, str]:
        if kind == "parties":
            return self.parties
        return self.renamed if kind in _NAMED else {}

    def _links(self, wording: Wording) -> Iterator[Edit]:
        for match in _LINK.finditer(wording.text):
            if target := self.renamed.get(match["id"]) or self.links.get(match["id"]):
                yield _edit(wording, *match.span("id"), target)


def _edit(wording: Wording, start: int, end: int, words: str) -> Edit:
    span = wording.locate(start, end)
    return Edit(span.start, span.end, words)


def _scalars(node: Node, key: str = "") -> Iterator[tuple[str, ScalarNode]]:
    """Every text with the key it stands below."""
    match node:
        case ScalarNode():
            yield key, node
        case SequenceNode():
            for item in node:
                yield from _scalars(item, key)
        case MappingNode():
            for name, item in node.items():
                yield from _scalars(item, name)
