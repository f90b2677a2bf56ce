"""Hunks as a person reads them: phrases that begin and end where words and sentences do."""

from collections.abc import Sequence

from kdnet_docs.alignment.hunks import Hunk

_DANISH = (
    "af at da de dem den der det dette en er et for fra har hos i jf med men og også om op over på samt sig "
    "sin sit som så til under ud ved via"
)
_ENGLISH = "a an and are as at be by for from has in is it its of on or that the this to was with"
_STOP_WORDS = frozenset(f"{_DANISH} {_ENGLISH}".split())
_SENTENCE_ENDS = frozenset(".!?:")
_KEPT = frozenset("\n\ufffc")  # a line break, and what stands for an object, are no slivers


def phrases(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The hunks of two texts' tokens, slid to where words and sentences begin, without slivers between."""
    return [trimmed(hunk, old, new) for hunk in _absorbed(_slid(found, old, new), old, new)]


# --- slivers -------------------------------------------------------------------------------------


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
    if not words or not any(map(str.isalnum, words[0])):
        return len(between) <= 2  # noqa: PLR2004 a space, a sign, or both
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


# --- where a change begins -----------------------------------------------------------------------


def _slid(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """What only came, or only went, may stand in several places: "a, [b, ]c" is "a[, b], c" too."""
    made: list[Hunk] = []
    for number, hunk in enumerate(found):
        earliest = made[-1].old_end + 1 if made else 0
        latest = found[number + 1].old_start - 1 if number + 1 < len(found) else len(old)
        room = (hunk.old_start - earliest, latest - hunk.old_end)
        if hunk.old_start == hunk.old_end:
            by = _best_slide(new, hunk.new_start, hunk.new_end, *room)
        elif hunk.new_start == hunk.new_end:
            by = _best_slide(old, hunk.old_start, hunk.old_end, *room)
        else:
            by = 0
        made.append(Hunk(*(place + by for place in hunk)))
    return made


def _best_slide(tokens: Sequence[str], start: int, end: int, most_left: int, most_right: int) -> int:
    """By how many tokens a stretch moves to begin and end best; it stays apart from its neighbours."""
    left = right = 0
    while left < most_left and tokens[start - left - 1] == tokens[end - left - 1]:
        left += 1
    while right < most_right and tokens[start + right] == tokens[end + right]:
        right += 1
    return max(
        range(-left, right + 1),
        key=lambda by: (_strength(tokens, start + by) + _strength(tokens, end + by), -abs(by), by),
    )


def _strength(tokens: Sequence[str], at: int) -> int:
    """How natural a border is before token number `at`."""
    if at in (0, len(tokens)):
        return 6
    before, after = tokens[at - 1], tokens[at]
    if before == "\n":
        return 6
    if before in _SENTENCE_ENDS and after.isspace():
        return 4
    if before.isspace():
        return 5 if at > 1 and tokens[at - 2] in _SENTENCE_ENDS else 3
    return 2 if after.isspace() else 1
