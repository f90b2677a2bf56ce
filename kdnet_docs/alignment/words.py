"""What changed between two texts, word by word."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kdnet_docs.alignment.hunks import Hunk, hunks
from kdnet_docs.alignment.phrases import is_telling, phrases, trimmed

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
    numbers = {token: number for number, token in enumerate(dict.fromkeys((*old, *new)))}
    heavy = {token for token in numbers if is_telling(token)}
    words_old, elements_old = _weighed(old, numbers, heavy)
    words_new, elements_new = _weighed(new, numbers, heavy)
    same = [(-1, -1)]  # anchors: words that are the same
    at_old = at_new = 0
    for hunk in (*hunks(elements_old, elements_new), Hunk(len(words_old), 0, len(words_new), 0)):
        run_old, run_new = words_old[at_old : hunk.old_start], words_new[at_new : hunk.new_start]
        if run_old and old[run_old[0] : run_old[-1]] == new[run_new[0] : run_new[-1]]:
            run_old, run_new = [run_old[0], run_old[-1]], [run_new[0], run_new[-1]]
        for one, other in zip(run_old, run_new, strict=True):
            if one > same[-1][0] and other > same[-1][1]:
                same.append((one, other))
        at_old, at_new = hunk.old_end, hunk.new_end
    found = []
    for (before_old, before_new), (after_old, after_new) in pairwise((*same, (len(old), len(new)))):
        if old[before_old + 1 : after_old] != new[before_new + 1 : after_new]:
            between = Hunk(before_old + 1, after_old, before_new + 1, after_new)
            found += _space_kept(trimmed(between, old, new), old, new)
    return found


def _space_kept(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """A hunk of which one side begins with a space, as two with that space between: ", at 4" to " 5"."""
    before, after = old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end]
    if not before or not after or (before[0] == " ") == (after[0] == " "):
        return [hunk]
    longer, shorter = (after, before) if before[0] == " " else (before, after)
    at = len(longer) - len(shorter)
    if at <= 0 or longer[at] != " ":
        return [hunk]
    gone, come = (at, 0) if longer is before else (0, at)
    return [
        Hunk(hunk.old_start, hunk.old_start + gone, hunk.new_start, hunk.new_start + come),
        Hunk(hunk.old_start + gone + 1, hunk.old_end, hunk.new_start + come + 1, hunk.new_end),
    ]


def _weighed(
    tokens: Sequence[str], numbers: Mapping[str, int], heavy: Collection[str]
) -> tuple[list[int], list[int]]:
    """The places of the tokens that are no spaces, and their numbers; what weighs more is there twice."""
    places, elements = [], []
    for at, token in enumerate(tokens):
        if token not in _SPACES:
            places.append(at)
            elements.append(numbers[token])
            if token in heavy:
                places.append(at)
                elements.append(~numbers[token])
    return places, elements
