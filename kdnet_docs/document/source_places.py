"""The place in the YAML of the very words that stand in a leaf, not of the paragraph that they stand in."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kdnet_docs.base.spans import Span
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import placed
from kdnet_docs.document.tree import Code, Footnote, Generated, Text

_PARTS = re.compile(r"\s+|\S+")
_ESCAPES = "\\'"


@dataclass(frozen=True, eq=False)
class _Run:
    """Characters of a leaf that stand in one stretch of the file; `words` are None if written otherwise."""

    start: int
    end: int
    span: Span
    words: str | None
    is_note: bool

    @cached_property
    def _parts(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Where each word and each space between words begins, in `words` and in the file."""
        at = self.span.start
        starts, offsets = [], []
        for part in _PARTS.finditer(self.words or ""):
            starts.append(part.start())
            offsets.append(at)
            after = _past(part[0], self.span, at)
            if after is None:
                break
            at = after
        return tuple(starts), tuple(offsets)

    def offset(self, index: int) -> int | None:
        """Where in the file the character `index` of words stands; None where they are written otherwise."""
        words = self.words or ""
        starts, offsets = self._parts
        last = bisect_right(starts, index) - 1
        if last < 0:
            return _past_space(self.span.source.text, self.span.start, words[index : index + 1])
        at = (
            _past(words[starts[last] : index], self.span, offsets[last])
            if index > starts[last]
            else offsets[last]
        )
        return None if at is None else _past_space(self.span.source.text, at, words[index : index + 1])


def span_of(anatomy: Anatomy, leaf: str, start: int, end: int) -> Span | None:
    """From the first of the words to the last, as far as they stand in one stretch of the file.

    `start` and `end` are places in the text of the leaf with this id. None where none of it stands in a file.
    """
    text = anatomy.leaves[leaf].text[start:end]
    start, end = (
        (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        if text.strip()
        else (start, start)
    )
    runs = _runs(anatomy).get(leaf, ())
    first = next((run for run in runs if run.start <= start < run.end), runs[-1] if runs else None)
    last = next((run for run in runs if run.start < end <= run.end), first)
    if first is None or last is None:
        return None
    begin, until = _in_file(first, start), _in_file(last, end)
    if begin is None or until is None or until < begin or first.span.source is not last.span.source:
        return first.span
    return Span(first.span.source, begin, until)


def words_at(anatomy: Anatomy, span: Span) -> tuple[str, int, int] | None:
    """The first leaf in which words of the span stand, and where in its text these begin and end.

    None where none of the document's words stand there.
    """
    for leaf, runs in _runs(anatomy).items():
        hit = [run for run in runs if not run.is_note and _meet(run.span, span)]
        if hit:
            first, last = hit[0], hit[-1]
            start = first.start if span.start <= first.span.start else _in_leaf(first, span.start)
            end = last.end if last.span.end <= span.end else _in_leaf(last, span.end)
            return leaf, first.start if start is None else start, last.end if end is None else end
    return None


def _meet(one: Span, other: Span) -> bool:
    """Whether two places have characters in common; one of no length may stand at the edge of the other."""
    if one.source != other.source:
        return False
    if other.start == other.end:
        return one.start <= other.start <= one.end
    return one.start < other.end and other.start < one.end


def _in_leaf(run: _Run, offset: int) -> int | None:
    """The place in a leaf of what stands at `offset` in the file; None where it is written in another way."""
    if run.words is None:
        return None
    low, high = 0, len(run.words)
    while low < high:
        middle = (low + high) // 2
        at = run.offset(middle)
        if at is None:
            return None
        low, high = (middle + 1, high) if at < offset else (low, middle)
    return run.start + low


def _in_file(run: _Run, at: int) -> int | None:
    """Where in the file a character of a leaf stands; words put in for a parameter stand there whole."""
    if run.words is not None:
        return run.offset(min(max(at, run.start), run.end) - run.start)
    return run.span.start if at <= run.start else run.span.end


def _past(part: str, span: Span, at: int) -> int | None:
    """Where in the file what follows `part` stands, if that is written from `at` on; None if it is not.

    Words and file are walked side by side. A run of white space, such as a line break with its
    indentation, is one in both, and a sign may be escaped.
    """
    file = span.source.text
    if part.isspace():
        while at < span.end and file[at] in _ESCAPES:
            at += 1
        while at < span.end and file[at].isspace():
            at += 1
        return at
    if file.startswith(part, at):
        return at + len(part)
    for one in part:
        while at < span.end and file[at] != one and file[at] in _ESCAPES:
            at += 1
        if at >= span.end or file[at] != one:
            return None
        at += 1
    return at


def _past_space(file: str, at: int, wanted: str) -> int:
    """Where the wanted character begins, if only a line break and its indentation stand before it."""
    while wanted and not wanted.isspace() and file[at : at + 1].isspace():
        at += 1
    return at


@lru_cache(maxsize=2)
def _runs(anatomy: Anatomy) -> Mapping[str, tuple[_Run, ...]]:
    """What stands in the file, by the leaf that it stands in."""
    runs: dict[str, list[_Run]] = defaultdict(list)
    for one in placed(anatomy):
        if isinstance(one.inline, Text | Generated | Code | Footnote) and one.inline.span:
            words = one.inline.text if isinstance(one.inline, Text) else None
            is_note = isinstance(one.inline, Footnote)
            runs[one.leaf].append(_Run(one.start, one.end, one.inline.span, words, is_note))
    return {leaf: tuple(ones) for leaf, ones in runs.items()}
