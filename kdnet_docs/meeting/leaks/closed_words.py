"""The words that are closed in sources, with their places, as the sources themselves say it.

This is all that the search of finished files knows of what is closed, and nothing of how it was left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Span, Wording
from kdnet_docs.meeting.leaks.needles import Needle, one_spelling
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.closable import Closable
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Bilag, Meeting
from kdnet_docs.model.parts import Head
from kdnet_docs.model.tables import TableSpec

_NO_WORDS = frozenset(
    {
        *("closed", "number", "new-page", "overview", "type", "unit", "width", "language", "purpose"),
        *("replaces", "contents", "signatures", "kind", "status", "version", "bilag-numbering"),
    }
)
"""Keys whose values are no words of the author's: they count, or are one of a few."""

_NAMES = frozenset({"title", "section", "group", "appendix", "name"})
"""Keys that name a part, from which its id may follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a source; `key` is the key they stand below, and `wording` knows where each of them is."""

    text: str
    key: str
    span: Span
    wording: Wording | None = None

    def place_of(self, needle: Needle) -> Span:
        """Where in them a needle stands; all of them where that cannot be told."""
        text = one_spelling(self.text)
        match = needle.found_in(text) if len(text) == len(self.text) else None
        return self.wording.locate(*match.span()) if match and self.wording else self.span


def closed_words(model: Authored) -> Iterator[Words]:
    """Every text, number, name and id that is closed."""
    for key, node in _closed_nodes(model):
        yield from words_in(node, key)
    yield from _closed_names(model)


def open_words(model: Authored) -> Iterator[Words]:
    """Every other one of the same source."""
    closed = {words.span for words in closed_words(model)}
    return (words for words in words_in(model.node) if words.span not in closed)


def closed_bilag(model: Authored) -> Iterator[Bilag]:
    """The bilag that do not go along."""
    if isinstance(model, Bilag):
        if model.closed is True or {"document", "file"} & set(model.closed_keys):
            yield model
        return
    closed = isinstance(model, Closable) and (model.closed is True or "bilag" in model.closed_keys)
    for part in _parts(model):
        if closed and isinstance(part, Bilag):
            yield part
        else:
            yield from closed_bilag(part)


def _closed_nodes(part: Authored) -> Iterator[tuple[str, Node]]:
    """Each node that is closed as a whole, with its key."""
    keys: Iterable[str] = ()
    if isinstance(part, Closable):
        if part.closed is True:
            yield "", part.node
            return
        keys = part.closed_keys
        if _NAMES & {*keys} and not isinstance(part, Head | Meeting) and "id" in part.node:
            # It may follow from the name.
            yield "id", part.node["id"]
    for key in keys:
        node = _at(part.node, key)
        if node is not None:
            yield key, node
    if isinstance(part, TableSpec):
        yield from _of_table(part)
    for inner in _parts(part):
        yield from _closed_nodes(inner)


def _closed_names(model: Authored) -> Iterator[Words]:
    """What closed values of the author's own are called."""
    values = model.node.get("values") if isinstance(model, Contract) else None
    for name, place in values.keys_at.items() if isinstance(values, MappingNode) else ():
        if isinstance(model, Contract) and (model.closes("values") or model.closes(f"values.{name}")):
            yield Words(text=name, key="key", span=place)


def _of_table(table: TableSpec) -> Iterator[tuple[str, Node]]:
    """A closed row, and then the total too: it says what the row held."""
    yield from (("rows", row) for row in table.closed_rows)
    if table.total and (table.closed_rows or "rows" in table.closed_keys):
        yield "total", table.total.row


def _at(node: MappingNode, key: str) -> Node | None:
    name, found, inner = key.partition(".")
    value = node.get(name)
    return value.get(inner) if found and isinstance(value, MappingNode) else value


def _parts(part: Authored) -> Iterator[Authored]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Authored):
                yield one


def words_in(node: Node, key: str = "") -> Iterator[Words]:
    """Every text below a node."""
    match node:
        case ScalarNode():
            if key not in _NO_WORDS and node.text.strip():
                yield Words(text=node.text, key=key, span=node.span, wording=node.wording)
        case SequenceNode():
            for item in node:
                yield from words_in(item, key)
        case MappingNode():
            for name, item in node.items():
                yield from words_in(item, name)
