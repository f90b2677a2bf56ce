"""Sets a source up neatly: the same words, values and comments in one layout."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import chain
from typing import TypeAlias

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.sources.comments import comments, masked
from kdnet_docs.sources.compose import compose

_ENDLESS = 1 << 30

Content: TypeAlias = "str | list[Content] | list[tuple[str, Content]]"
"""What a node says, whatever it looks like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewId:
    """An id to be written into the mapping that begins at the offset `part`, below its key `after`."""

    part: int
    after: str
    id: str


def format_source(source: Source, new_ids: Iterable[NewId] = ()) -> str | Refused:
    """The text of the source in its layout, with the new ids; refused if more than that would change.

    YAML has corners in which rewriting goes wrong. So what comes out is read again and must say the
    same, comments included; and laid out once more it must stay as it is.
    """
    before = compose(source)
    if isinstance(before, Refused):
        return before
    wanted = {new.part: new for new in new_ids}
    ids = {
        part: new
        for node in _mappings(before)
        if (part := node.span.start) in wanted and _place(node, (new := wanted[part]).after)
    }
    expected = (_content(before, ids), comments(before))
    text = _laid_out(_with_ids(before, ids))
    if text is None or _read(text) != expected or _laid_out(text) != text:
        return Refused((_cannot(source),))
    return text.replace("\n", "\r\n") if "\r\n" in source.text else text


def _cannot(source: Source) -> Diagnostic:
    return Diagnostic(
        code=Code.SYNTAX,
        message=msg("the file cannot be set up neatly without changing what it says"),
        span=Span(source, 0, 0),
        hint=msg("it is left as it is; look for comments inside brackets or between the lines of a text"),
    )


def _laid_out(text: str) -> str | None:
    """The text through ruamel's round trip, which keeps comments; None where it cannot."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.resolver import BaseResolver

    class Untyped(BaseResolver):
        """Takes every value for text, so that none is rewritten as a number or a date."""

        processing_version = (1, 2)

        def __init__(self, version: None = None, loader: object = None, loadumper: object = None) -> None:
            del version
            super().__init__(loader or loadumper)

    yaml = YAML(typ="rt")
    yaml.Resolver = Untyped
    yaml.preserve_quotes = True
    yaml.width = _ENDLESS
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    try:
        yaml.dump(yaml.load(text), out)
    except (
        YAMLError,
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
        AssertionError,
        NotImplementedError,
    ):
        return None
    return _without_trailing_space(out.getvalue())


def _without_trailing_space(text: str) -> str | None:
    """The text without spaces at the ends of its lines, but for lines of prose, where they mean something."""
    node = compose(Source("", text))
    if isinstance(node, Refused):
        return None
    layout = masked(node)
    text = text[: len(layout.rstrip())]
    for space in reversed(list(re.finditer(r"[ \t]+(?=\n)", layout[: len(text)]))):
        text = text[: space.start()] + text[space.end() :]
    return text if text.endswith("\n") else f"{text}\n"


def _read(text: str) -> tuple[Content, list[str]] | None:
    node = compose(Source("", text))
    return None if isinstance(node, Refused) else (_content(node, {}), comments(node))


def _content(node: Node, new_ids: dict[int, NewId]) -> Content:
    match node:
        case ScalarNode():
            return node.text
        case SequenceNode():
            return [_content(item, new_ids) for item in node]
        case MappingNode():
            pairs = [(key, _content(value, new_ids)) for key, value in node.items()]
            if new := new_ids.get(node.span.start):
                pairs.insert(list(node).index(new.after) + 1, ("id", new.id))
            return pairs


def _with_ids(top: MappingNode, new_ids: dict[int, NewId]) -> str:
    """The text of the source with a line, or a pair in braces, for each new id."""
    text = top.span.source.text
    for node in sorted(_mappings(top), key=lambda node: node.span.start, reverse=True):
        new = new_ids.get(node.span.start)
        if new and (place := _place(node, new.after)):
            at, separator = place
            text = f"{text[:at]}{separator}id: {new.id}{text[at:]}"
    return text


def _place(node: MappingNode, after: str) -> tuple[int, str] | None:
    """Where a pair goes below the key `after`, and what stands before it; None below a text of many lines."""
    text, value = node.span.source.text, node[after].span
    if text[node.span.start] == "{":
        return value.end, ", "
    line_end = text.find("\n", value.end)
    rest = text[value.end : line_end if line_end >= 0 else len(text)]
    if value.start == value.end or "\n" in value.text or rest.strip()[:1] not in ("", "#"):
        return None
    indent = " " * (node.keys_at[after].column - 1)
    return value.end + len(rest.rstrip()), f"\n{indent}"


def _mappings(node: Node) -> Iterator[MappingNode]:
    match node:
        case ScalarNode():
            return
        case SequenceNode():
            children: Iterable[Node] = node
        case MappingNode():
            yield node
            children = node.values()
    yield from chain.from_iterable(map(_mappings, children))
