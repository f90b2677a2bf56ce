"""Quotation marks and brackets in pairs: which belong together, and which stand alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = re.compile(r"[\"“”„»«()]")
_ENUMERATOR = re.compile(r"(?:^|[\s(/,–\"”“»-])(?:\d{1,3}|[a-zæøå]{1,2}|[ivx]{1,5})$", re.IGNORECASE)
_INCH = re.compile(r"\d$")
_BRACKETS = "()"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks and what stands between them; `depth` 0 is not inside another pair of quotation marks."""

    start: int
    end: int
    marks: str
    depth: int


def pairs_and_loose(text: str) -> tuple[tuple[Pair, ...], tuple[int, ...]]:
    """The pairs of marks in a text, and the places of those that have no other.

    A mark after a space opens, any other closes: so straight quotation marks are told apart.
    """
    pairs: list[Pair] = []
    loose: list[int] = []
    opened: list[int] = []
    # How many of them are brackets, and how many quotation marks.
    waiting = {True: 0, False: 0}
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match[0]
        kind = mark in _BRACKETS
        if _opens(text, at):
            opened.append(at)
            waiting[kind] += 1
        elif waiting[kind]:
            # What was opened inside and not closed has lost its other.
            while (text[first := opened.pop()] in _BRACKETS) != kind:
                loose.append(first)
                waiting[not kind] -= 1
            waiting[kind] -= 1
            pairs.append(Pair(first, at + 1, text[first] + mark, waiting[False]))
        elif not _stands_alone(text, at):
            loose.append(at)
    return tuple(pairs), tuple(sorted((*loose, *opened)))


def _opens(text: str, at: int) -> bool:
    if text[at] in _BRACKETS:
        return text[at] == "("
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(not before or before in '\n (/[–-\u00a0“”„»«"') and bool(after) and not after.isspace()


def _stands_alone(text: str, at: int) -> bool:
    """Whether the mark needs no other: "1)", 5"."""
    if text[at] == ")":
        return _ENUMERATOR.search(text, max(0, at - 6), at) is not None
    return _INCH.search(text, max(0, at - 1), at) is not None


def quotations(pairs: tuple[Pair, ...]) -> Iterator[Pair]:
    """The pairs of quotation marks that stand in no other quotation."""
    for pair in pairs:
        if pair.depth == 0 and pair.marks != _BRACKETS:
            yield pair
