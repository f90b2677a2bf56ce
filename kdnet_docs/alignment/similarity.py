"""How alike two parts of a document are, by their words."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel, LCSseq

from kdnet_docs.alignment.words import tokens


@dataclass(slots=True)
class Vocabulary:
    """Words as numbers, which compare faster; the same word has the same number."""

    _numbers: dict[Hashable, int] = field(default_factory=dict)

    def numbers(self, text: str) -> tuple[int, ...]:
        """The words and figures of a text, without spaces and signs, whether in capitals or not."""
        known = self._numbers
        return tuple(
            known.setdefault(word.lower(), len(known)) for word in tokens(text) if any(map(str.isalnum, word))
        )


def similarity(old: Sequence[int], new: Sequence[int], least: float = 0.0) -> float:
    """From 0 to 1: the share of the words of both that stand in both, in order; 0 where below `least`."""
    if not old or not new:
        return float(not old and not new)
    shorter, longer = sorted((len(old), len(new)))
    if 2 * shorter < least * (shorter + longer):
        return 0.0
    return Indel.normalized_similarity(old, new, score_cutoff=least)


def common(old: Sequence[int], new: Sequence[int]) -> int:
    """How many words stand in both, in order."""
    return LCSseq.similarity(old, new)
