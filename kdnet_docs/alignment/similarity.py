"""How alike two parts of a document are, by their words."""

import re
from typing import TypeAlias

from rapidfuzz.distance import Indel, LCSseq

Words: TypeAlias = tuple[int, ...]
"""Words as the numbers of a `Vocabulary`."""

_WORD = re.compile(r"\w+")


class Vocabulary:
    """Words as numbers, which compare faster; the same word has the same number."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._texts: dict[str, Words] = {}

    def numbers(self, text: str) -> Words:
        """The words and figures of a text, without spaces and signs, whether in capitals or not."""
        if text not in self._texts:
            known = self._words
            found = _WORD.findall(text.lower())
            self._texts[text] = tuple([known.setdefault(word, len(known)) for word in found])
        return self._texts[text]


def similarity(old: Words, new: Words, least: float = 0.0) -> float:
    """From 0 to 1: the share of the words of both that stand in both, in order; 0 where below `least`."""
    if not old or not new:
        return float(not old and not new)
    shorter, longer = sorted((len(old), len(new)))
    if 2 * shorter < least * (shorter + longer):
        return 0.0
    return Indel.normalized_similarity(old, new, score_cutoff=least)


def common(old: Words, new: Words) -> int:
    """How many words stand in both, in order."""
    return LCSseq.similarity(old, new)


def is_within(old: Words, new: Words, least_words: int, share: float) -> bool:
    """Whether one is, but for a few words, part of the other: what was there has grown, or shrunk."""
    shorter = min(len(old), len(new))
    return shorter >= least_words and common(old, new) >= share * shorter
