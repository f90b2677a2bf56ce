"""From words on a page to the characters of the source that they come from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kdnet_docs.assembly.closing.edits import original_of
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Span
from kdnet_docs.tracing.letters import Letters
from kdnet_docs.tracing.printed import Kind, Passage, Printed

_MARKUP = 60
"""Characters of Markdown, such as the mark of a footnote, between two pieces of one sentence."""
_PARAMETER = re.compile(r"\{\{.*?\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Words and where they stand; `defined` is where the value stands that the engine put there."""

    words: str
    kind: Kind
    span: Span | None = None
    expression: str = ""
    defined: Span | None = None


def spots(printed: Printed, start: int, end: int, top: MappingNode | None) -> tuple[Spot, ...]:
    """What stands from `start` to `end` of the printed text, what is one sentence as one.

    `top` is the source, for the values in it.
    """
    every = [_spot(printed.text, passage, start, end, top) for passage in printed.within(start, end)]
    # A number, a label or a full stop beside words that are told of says nothing more.
    telling = [
        one for one in every if one.kind not in (Kind.NUMBER, Kind.LABEL) and any(map(str.isalnum, one.words))
    ]
    found: list[Spot] = []
    for spot in telling or every:
        if found and (joined := _joined(found[-1], spot)):
            found[-1] = joined
        elif spot.words:
            found.append(spot)
    return tuple(map(_in_original, found))


def _in_original(spot: Spot) -> Spot:
    """The spot in the source that an author has, where the file was made from its open version."""
    span, defined = (original_of(one) if one else None for one in (spot.span, spot.defined))
    return replace(spot, span=span, defined=defined)


def _spot(text: str, passage: Passage, start: int, end: int, top: MappingNode | None) -> Spot:
    first, last = max(start, passage.start), min(end, passage.end)
    own = text[passage.start : passage.end]
    span = passage.span
    if span and passage.kind in (Kind.WRITTEN, Kind.CONTENTS):
        span = narrowed(span, own, first - passage.start, last - passage.start)
    return Spot(
        words=text[first:last].strip(),
        kind=passage.kind,
        span=span,
        expression=passage.expression,
        defined=defined(passage.expression, top) if passage.expression else None,
    )


def narrowed(span: Span, text: str, start: int, end: int) -> Span:
    """The part of a span in which `text` is written that holds its characters from `start` to `end`.

    The whole span where they are written otherwise, such as a figure that the engine formats.
    """
    whole, words = Letters(span.text), Letters(text[start:end]).letters
    if not words:
        return span
    before = _count(Letters(text[:start]).letters, words)
    at = -1
    for _ in range(before + 1):
        at = whole.letters.find(words, at + 1)
        if at < 0:
            return span
    return Span(
        span.source, span.start + whole.places[at], span.start + whole.places[at + len(words) - 1] + 1
    )


def _count(text: str, words: str) -> int:
    return len(re.findall(f"(?={re.escape(words)})", text))


def _joined(one: Spot, other: Spot) -> Spot | None:
    """Two spots as one, where no more than markup stands between them in the source."""
    if {one.kind, other.kind} != {Kind.WRITTEN} or one.span is None or other.span is None:
        return None
    if one.span.source is not other.span.source or other.span.start < one.span.end:
        return None
    between = one.span.source.text[one.span.end : other.span.start]
    if len(" ".join(between.split())) > _MARKUP or ":" in between or "\n\n" in between:
        return None
    span = Span(one.span.source, one.span.start, other.span.end)
    return Spot(words=f"{one.words} {other.words}", kind=Kind.WRITTEN, span=span)


# --- where values are defined -------------------------------------------------------------------------


def defined(expression: str, top: MappingNode | None) -> Span | None:
    """Where the value stands that a parameter speaks of; None where it is counted or summed up."""
    path = expression.partition("|")[0].strip().split(".")
    match path:
        case ["version" | "effective" | "status" as key]:
            return value_at(top, key)
        case ["values", *names]:
            return value_at(top, "values", *names)
        case ["parties", name]:
            return value_at(_with_id(top and top.get("parties"), name), "name")
        case ["targets", name, *_]:
            return value_at(_with_id(top, name), "value")
        case ["clauses" | "goals", name]:
            return value_at(_with_id(top, name), "title")
        case ["tables", name, "total", *_]:
            return value_at(_with_id(top, name), "total")
        case ["tables", name, "rows"]:
            return value_at(_with_id(top, name), "rows")
        case _:
            return None


def head_value(words: str, top: MappingNode) -> Span | None:
    """Where a value at the top of the source stands that is in these words: the title, or a party's name."""
    letters = Letters(words).letters
    for node in (top.get("title"), top.get("organisation"), *_names(top.get("parties"))):
        if isinstance(node, ScalarNode):
            own = Letters(_PARAMETER.sub("", node.text)).letters
            if own and (own in letters or letters in own):
                return node.span
    return None


def _names(parties: Node | None) -> Iterator[Node | None]:
    for party in parties if isinstance(parties, SequenceNode) else ():
        yield party.get("name") if isinstance(party, MappingNode) else None


def value_at(node: Node | None, *keys: str) -> Span | None:
    """Where the value stands that these keys lead to."""
    for key in keys:
        node = node.get(key) if isinstance(node, MappingNode) else None
    return node.span if node is not None else None


def _with_id(node: Node | None, name: str) -> MappingNode | None:
    """The first part within a node that has this id, level by level."""
    waiting = [node]
    for one in waiting:
        if isinstance(one, MappingNode):
            identity = one.get("id")
            if isinstance(identity, ScalarNode) and identity.text == name:
                return one
            waiting += one.values()
        elif isinstance(one, SequenceNode):
            waiting += one
    return None
