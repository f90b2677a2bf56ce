"""What changed between two texts, word by word; thin for now."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+|\s|[^\w\s]|_")


def tokens(text: str) -> list[str]:
    """The text as numbers with their separators, words, spaces and signs; joined, they are the text."""
    return [match[0] for match in _TOKEN.finditer(text)]


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of both texts, by characters: the same in both, or not."""

    same: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def word_changes(old: str, new: str) -> Iterator[WordChange]:
    """The two texts in stretches that are the same and stretches that are not, in turn."""
    before, after = tokens(old), tokens(new)
    at_old, at_new = _starts(before), _starts(after)
    for step in Indel.opcodes(before, after):
        yield WordChange(
            step.tag == "equal",
            at_old[step.src_start],
            at_old[step.src_end],
            at_new[step.dest_start],
            at_new[step.dest_end],
        )


def _starts(parts: list[str]) -> list[int]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts
