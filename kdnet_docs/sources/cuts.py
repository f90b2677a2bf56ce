"""Where keys stand with all that belongs to them, so that they can be cut out of a source."""

from collections.abc import Collection, Iterator

from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode


def cuts(node: MappingNode, dropped: Collection[str]) -> Iterator[tuple[int, int]]:
    """The places to cut so that these keys are gone from a mapping, with what lies between them."""
    run: list[str] = []
    kept: str | None = None
    for key in node:
        if key in dropped:
            run.append(key)
            continue
        if run:
            yield node.keys_at[run[0]].start, node.keys_at[key].start
        run, kept = [], key
    if run and kept is not None:
        yield end_of(node[kept]), end_of(node[run[-1]])


def end_of(node: Node) -> int:
    """Where the last character of a node stands; YAML counts the blank lines and comments after it too."""
    text = node.span.source.text
    match node:
        case SequenceNode() | MappingNode() if text[node.span.start : node.span.start + 1] in ("[", "{"):
            return node.span.end
        case SequenceNode() if node:
            return end_of(node[-1]) or node.span.end
        case MappingNode() if node:
            key = next(reversed(node))
            return max(end_of(node[key]), text.index(":", node.keys_at[key].end) + 1)
        case ScalarNode():
            return node.span.start + len(node.span.text.rstrip())
        case _:
            return node.span.end
