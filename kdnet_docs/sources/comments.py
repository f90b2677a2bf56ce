"""The notes of a source to those who write: comments, and keys that say nothing to its readers."""

import re
from collections.abc import Iterator
from itertools import chain

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.model.notes import TO_THE_WRITERS
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.cuts import cuts

_COMMENT = re.compile(r"[ \t]*#.*")


def without_comments(source: Source) -> str:
    """The text of a sound source without its comments and notes, and the lines that held nothing else."""
    top = compose(source)
    if isinstance(top, Refused):
        raise ValueError("a source that cannot be read")  # noqa: TRY004 - not the type is wrong
    text = source.text
    pieces, at = [], 0
    for start, end in sorted((*comment_places(top), *cuts(top, TO_THE_WRITERS))):
        pieces.append(text[at:start])
        at = max(at, end)
    return "".join([*pieces, text[at:]]).lstrip("\r\n")


def comment_places(top: MappingNode) -> Iterator[tuple[int, int]]:
    """Where each comment stands; one with a line to itself takes that along."""
    text = top.span.source.text
    for comment in _COMMENT.finditer(masked(top)):
        alone = comment.start() == 0 or text[comment.start() - 1] == "\n"
        yield comment.start(), min(comment.end() + (1 if alone else 0), len(text))


def comments(top: MappingNode) -> list[str]:
    """The comments of a source, in its order."""
    return [comment.rstrip() for comment in re.findall(r"#.*", masked(top))]


def masked(top: MappingNode) -> str:
    """The file with an "x" for each character of keys and values, so that the layout alone remains."""
    text = top.span.source.text
    pieces, at = [], 0
    for span in _scalars(top):
        # The first line of a text below a | or > is layout.
        block = text[span.start] in "|>" and "\n" in span.text
        start = text.index("\n", span.start) + 1 if block else span.start
        pieces += [text[at:start], "x" * (span.end - start)]
        at = max(start, span.end)
    return "".join([*pieces, text[at:]])


def _scalars(node: Node) -> Iterator[Span]:
    """Where keys and values stand, in the order of the file."""
    match node:
        case ScalarNode():
            if node.span.end > node.span.start:
                yield node.span
        case SequenceNode():
            yield from chain.from_iterable(map(_scalars, node))
        case MappingNode():
            for key, value in node.items():
                yield node.keys_at[key]
                yield from _scalars(value)
