"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kdnet_docs.alignment.hunks import Hunk, hunks
from kdnet_docs.alignment.phrases import phrases, trimmed

_MARKS = "\u0300-\u036f\u00ad\u200d"  # accents of their own, soft hyphens, joiners: part of their word
_TOKEN = re.compile(
    rf"""\d+(?:[.,]\d+)*(?![\w{_MARKS}])      # 39.010
    | [\w{_MARKS}]+(?:['’][\w{_MARKS}]+)*     # erhvervshus, 2a, SMV'erne
    | \s
    | [^\w\s][\ufe0f]?""",
    re.VERBOSE,
)

_SPACES = frozenset(filter(str.isspace, map(chr, range(0x3001)))) - {"\n"}


def tokens(text: str) -> list[str]:
    """The text as numbers with their separators, words, spaces and signs; joined, they are the text."""
    return _TOKEN.findall(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChange:
    """A stretch of both texts, by characters: the same in both, or not."""

    same: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def word_changes(old: str, new: str) -> Iterator[WordChange]:
    """The two texts in stretches that are the same and stretches that are not, in turn.

    No stretch cuts a word or a number. Next to nothing between two changes is taken with them.
    """
    if old == new:
        if old:
            yield WordChange(same=True, old_start=0, old_end=len(old), new_start=0, new_end=len(new))
        return
    before, after = tokens(old), tokens(new)
    found = _changed(before, after)
    starts_old = list(accumulate(map(len, before), initial=0))
    starts_new = list(accumulate(map(len, after), initial=0))
    at_old = at_new = 0
    for hunk in phrases(found, before, after):
        old_start, new_start = starts_old[hunk.old_start], starts_new[hunk.new_start]
        if at_old < old_start:
            yield WordChange(
                same=True, old_start=at_old, old_end=old_start, new_start=at_new, new_end=new_start
            )
        at_old, at_new = starts_old[hunk.old_end], starts_new[hunk.new_end]
        yield WordChange(same=False, old_start=old_start, old_end=at_old, new_start=new_start, new_end=at_new)
    if at_old < len(old):
        yield WordChange(same=True, old_start=at_old, old_end=len(old), new_start=at_new, new_end=len(new))


def _changed(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The stretches of tokens that are not the same, found by the words: all spaces look alike."""
    words_old = [at for at, token in enumerate(old) if token not in _SPACES]
    words_new = [at for at, token in enumerate(new) if token not in _SPACES]
    numbers = {token: number for number, token in enumerate(dict.fromkeys((*old, *new)))}
    by_words = hunks([numbers[old[at]] for at in words_old], [numbers[new[at]] for at in words_new])
    same: list[tuple[int, int]] = []  # anchors: words that are the same
    at_old = at_new = 0
    for hunk in (*by_words, Hunk(len(words_old), 0, len(words_new), 0)):
        run_old, run_new = words_old[at_old : hunk.old_start], words_new[at_new : hunk.new_start]
        run = list(zip(run_old, run_new, strict=True))
        alike = run and old[run_old[0] : run_old[-1]] == new[run_new[0] : run_new[-1]]
        same += (run[0], run[-1]) if alike else run
        at_old, at_new = hunk.old_end, hunk.new_end
    found = []
    for (before_old, before_new), (after_old, after_new) in pairwise(((-1, -1), *same, (len(old), len(new)))):
        if old[before_old + 1 : after_old] != new[before_new + 1 : after_new]:
            between = Hunk(before_old + 1, after_old, before_new + 1, after_new)
            found.append(trimmed(between, old, new))
    return found
