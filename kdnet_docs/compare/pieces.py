"""The words of a step as pieces: what stayed, what went, what came, in the order they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kdnet_docs.alignment.words import word_changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of words from `start` to `end` of the old text, or of the new text if it came.

    `new_start` is where it stands, or would stand, in the new text.
    """

    kind: Literal["same", "deleted", "inserted"]
    text: str
    start: int
    end: int
    new_start: int


def pieces(old: str, new: str) -> Iterator[Piece]:
    """The pieces of two texts of one leaf, each as long as can be."""
    for change in word_changes(old, new):
        before, after = old[change.old_start : change.old_end], new[change.new_start : change.new_end]
        if change.same:
            yield _piece("same", before, change.old_start, change.new_start)
            continue
        if before:
            yield _piece("deleted", before, change.old_start, change.new_start)
        if after:
            yield _piece("inserted", after, change.new_start, change.new_start)


def _piece(kind: Literal["same", "deleted", "inserted"], text: str, start: int, new_start: int) -> Piece:
    return Piece(kind=kind, text=text, start=start, end=start + len(text), new_start=new_start)


def joined(texts: Sequence[str]) -> str:
    """The text of a paragraph that was split or joined, its parts on lines of their own."""
    return "\n".join(texts)
