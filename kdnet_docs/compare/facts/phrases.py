"""Changed words as a person reads them: with a word or two around what is short."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from kdnet_docs.alignment.words import tokens
from kdnet_docs.compare.facts.about import words_around
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, Hunk
from kdnet_docs.document.anatomy import NOTE_MARK
from kdnet_docs.reading.values import Words

_SHORT = 12
_LONGEST = 60
_FEW = 40
_WORD_BEFORE = re.compile(r"\S+\s*$")
_WORD_AFTER = re.compile(r"\s*[^\s.,;:!?)\"”»]+")


def phrase(leaf: ChangedLeaf, hunk: Hunk) -> tuple[Words | None, Words | None]:
    """The words of a hunk before and after; None where there were none."""
    gone, came = leaf.old[hunk.old_start : hunk.old_end], leaf.new[hunk.new_start : hunk.new_end]
    if bool(gone.strip()) == bool(came.strip()):
        shown = _grown(leaf, _core(leaf, hunk))
        gone, came = leaf.old[shown.old_start : shown.old_end], leaf.new[shown.new_start : shown.new_end]
    return _words(gone), _words(came)


def _words(part: str) -> Words | None:
    text = part.strip().replace(NOTE_MARK, "*")
    if re.search(r"\w", text):
        text = text.strip(",; ")
    return Words(text=text) if text else None


def length(hunk: Hunk) -> int:
    """How much a hunk changes, in characters of both texts."""
    return hunk.old_end - hunk.old_start + hunk.new_end - hunk.new_start


def neighbours(leaf: ChangedLeaf, hunks: Sequence[Hunk]) -> tuple[Hunk, ...]:
    """The hunks, those as one that a reader takes for one: with not more than a word or two between."""
    found: list[Hunk] = []
    for hunk in hunks:
        last = found[-1] if found else None
        if last and _touch(_grown(leaf, _core(leaf, last)), _grown(leaf, _core(leaf, hunk))):
            found[-1] = Hunk(last.old_start, hunk.old_end, last.new_start, hunk.new_end)
        else:
            found.append(hunk)
    return tuple(found)


def _touch(one: Hunk, other: Hunk) -> bool:
    return other.old_start <= one.old_end + 1 and other.new_start <= one.new_end + 1


def beside(leaf: ChangedLeaf, hunk: Hunk) -> str:
    """The words around a few words that came or went, which are "…"; the clause where they are many."""
    text, start, end = (
        (leaf.new, hunk.new_start, hunk.new_end)
        if hunk.new_end > hunk.new_start
        else (leaf.old, hunk.old_start, hunk.old_end)
    )
    around = words_around(text, start, end) if end - start <= _FEW else ""
    return around or leaf.aligned.new.clause(leaf.new_leaves[0].id)


def _core(leaf: ChangedLeaf, hunk: Hunk) -> Hunk:
    """The hunk without what both sides begin and end with: what is left beside a value may do so."""
    old = tokens(leaf.old[hunk.old_start : hunk.old_end])
    new = tokens(leaf.new[hunk.new_start : hunk.new_end])
    before = _alike(zip(old, new, strict=False))
    after = _alike(zip(reversed(old[before:]), reversed(new[before:]), strict=False))
    left = sum(map(len, old[:before]))
    right = sum(map(len, old[len(old) - after :]))
    return Hunk(hunk.old_start + left, hunk.old_end - right, hunk.new_start + left, hunk.new_end - right)


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs are alike before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _grown(leaf: ChangedLeaf, hunk: Hunk) -> Hunk:
    """A short hunk with a word before it and one after; every hunk with the whole of its words.

    Where words only came, or only went, there are none on the other side to show beside them.
    """
    texts = leaf.old[hunk.old_start : hunk.old_end], leaf.new[hunk.new_start : hunk.new_end]
    if "" in texts and any(text.strip() for text in texts):
        return hunk
    left = _shared(leaf.old[: hunk.old_start], leaf.new[: hunk.new_start], end=True)
    right = _shared(leaf.old[hunk.old_end :], leaf.new[hunk.new_end :], end=False)
    longest = max(hunk.old_end - hunk.old_start, hunk.new_end - hunk.new_start)
    before, after = _WORD_BEFORE.search(left, max(0, len(left) - _LONGEST)), _WORD_AFTER.match(right)
    back = len(before[0]) if before and (longest <= _SHORT or not before[0][-1].isspace()) else 0
    on = len(after[0]) if after and (longest <= _SHORT or not after[0][0].isspace()) else 0
    return Hunk(hunk.old_start - back, hunk.old_end + on, hunk.new_start - back, hunk.new_end + on)


def _shared(old: str, new: str, *, end: bool) -> str:
    """What both texts end with, or begin with."""
    pairs = zip(reversed(old), reversed(new), strict=False) if end else zip(old, new, strict=False)
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return old[len(old) - count :] if end else old[:count]
