"""The place in the YAML of the very words that a fact speaks of, not of the paragraph that they stand in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from kdnet_docs.base.spans import Span
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Spot
from kdnet_docs.compare.facts.inlines import Placed, placed
from kdnet_docs.compare.sides import Side
from kdnet_docs.document.tree import Code, Footnote, Generated, Text


def located(aligned: Aligned, fact: Fact) -> Fact:
    """The fact with each of its places at the line and column of its words."""
    return replace(
        fact,
        places=tuple(
            replace(place, old=_located(aligned.old, place.old), new=_located(aligned.new, place.new))
            for place in fact.places
        ),
    )


def _located(side: Side, spot: Spot | None) -> Spot | None:
    if spot is None or spot.leaf not in side.leaves:
        return spot
    return replace(spot, span=_span(side, spot) or spot.span or _beside(side, spot.leaf))


def _span(side: Side, spot: Spot) -> Span | None:
    """From the first of the words to the last, as far as they stand in one stretch of the file."""
    text = side.leaves[spot.leaf].text[spot.start : spot.end]
    start = spot.start + len(text) - len(text.lstrip()) if text.strip() else spot.start
    end = spot.start + len(text.rstrip()) if text.strip() else spot.start
    runs = _runs(side).get(spot.leaf, ())
    first = next((run for run in runs if run.start <= start < run.end), runs[-1] if runs else None)
    last = next((run for run in runs if run.start < end <= run.end), first)
    if first is None or last is None:
        return None
    begin, until = _part(first, start, max(start, end)), _part(last, start, max(start, end))
    return Span(begin.source, begin.start, max(begin.end, until.end if until.start >= begin.start else 0))


def _part(run: Placed, start: int, end: int) -> Span:
    """The part of an inline's span that holds the characters from `start` to `end` of its leaf."""
    span: Span = run.inline.span  # type: ignore[union-attr]  # only inlines that have one are runs
    words = run.text
    first, last = (_offset(words, span, max(0, min(at, run.end) - run.start)) for at in (start, end))
    if not isinstance(run.inline, Text) or first is None or last is None:
        return span
    return Span(span.source, first, last)


def _offset(words: str, span: Span, index: int) -> int | None:
    """Where in the file the character `index` of words stands; None where they are written in another way.

    Words and file are walked side by side. A run of white space, such as a line break with its
    indentation, is one in both, and a sign may be escaped.
    """
    file, at, index_now = span.source.text, span.start, 0
    if file.startswith(words[:index], at):
        return _past_space(file, at + index, words[index : index + 1])
    while index_now < index:
        one = words[index_now]
        if at >= span.end:
            return None
        if one.isspace() and file[at].isspace():
            while index_now < index and words[index_now].isspace():
                index_now += 1
            while at < span.end and file[at].isspace():
                at += 1
        elif one == file[at]:
            index_now, at = index_now + 1, at + 1
        elif file[at] in "\\'":
            at += 1
        else:
            return None
    return at


def _past_space(file: str, at: int, wanted: str) -> int:
    """Where the wanted character begins, if only a line break and its indentation stand before it."""
    while wanted and not wanted.isspace() and file[at : at + 1].isspace():
        at += 1
    return at


@lru_cache(maxsize=2)
def _runs(side: Side) -> Mapping[str, tuple[Placed, ...]]:
    """What stands in the file, by the leaf that it stands in."""
    runs: dict[str, list[Placed]] = defaultdict(list)
    for one in placed(side):
        if isinstance(one.inline, Text | Generated | Code | Footnote) and one.inline.span:
            runs[one.leaf].append(one)
    return {leaf: tuple(ones) for leaf, ones in runs.items()}


def _beside(side: Side, leaf: str) -> Span | None:
    """Of words that stand nowhere in the file, such as the label of a row: the row's place."""
    row = next((row for row in side.rows.values() if leaf.startswith(f"{row.id}/")), None)
    heading = side.leaves.get(side.leaves[leaf].under)
    return row.span if row and row.span else heading.span if heading else None
