"""Hunks as a person reads them: phrases that begin and end where words and sentences do."""

from collections.abc import Sequence

from kdnet_docs.alignment.hunks import Hunk
from kdnet_docs.alignment.sliding import slid

_DANISH = (
    "af at da de dem den der det dette en er et for fra har hos i jf med men og også om op over på samt sig "
    "sin sit som så til under ud ved via"
)
_ENGLISH = "a an and are as at be by for from has in is it its of on or that the this to was with"
_STOP_WORDS = frozenset(f"{_DANISH} {_ENGLISH}".split())
_KEPT = frozenset("\n\ufffc")  # a line break, and what stands for an object, are no slivers


def is_telling(token: str) -> bool:
    """Whether a word or figure says something by itself, which a sign or a stop word does not."""
    return any(map(str.isalnum, token)) and token.lower() not in _STOP_WORDS


def phrases(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The hunks of two texts' tokens, slid to where words and sentences begin, without slivers between."""
    return [trimmed(hunk, old, new) for hunk in _absorbed(slid(found, old, new), old, new)]


def _absorbed(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Two changes with next to nothing between them are one, for nobody reads a space between them."""
    made: list[Hunk] = []
    for hunk in found:
        last = made[-1] if made else None
        if last and _is_sliver(old[last.old_end : hunk.old_start], last, hunk, old, new):
            made[-1] = Hunk(last.old_start, hunk.old_end, last.new_start, hunk.new_end)
        else:
            made.append(hunk)
    return made


def _is_sliver(
    between: Sequence[str], before: Hunk, after: Hunk, old: Sequence[str], new: Sequence[str]
) -> bool:
    words = [token for token in between if not token.isspace()]
    if len(words) > 1 or not _KEPT.isdisjoint(between):
        return False
    if not words:
        return before.is_replaced and after.is_replaced
    if not any(map(str.isalnum, words[0])):
        return len(between) <= 2  # noqa: PLR2004 a sign, and perhaps a space
    if words[0].lower() not in _STOP_WORDS:
        return False
    length = sum(map(len, between))
    return length < min(_length(before, old, new), _length(after, old, new))


def _length(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> int:
    """How many characters the longer side has."""
    return max(
        sum(map(len, old[hunk.old_start : hunk.old_end])), sum(map(len, new[hunk.new_start : hunk.new_end]))
    )


def trimmed(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> Hunk:
    """A hunk without what both its sides begin or end with."""
    old_start, old_end, new_start, new_end = hunk
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return Hunk(old_start, old_end, new_start, new_end)
