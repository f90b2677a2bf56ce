"""Where a change begins: what only came, or only went, may stand in several places."""

from collections.abc import Sequence

from kdnet_docs.alignment.hunks import Hunk

_SENTENCE_ENDS = frozenset(".!?:")


def slid(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The hunks, each where words and sentences begin: "a, [b, ]c" and not "a[, b], c".

    Two that could be one are one: "[a ]b [c b ]d" is "[a b c ]b d".
    """
    return _apart(_met(found, old, new), old, new)


def _met(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The hunks, as one where the second can begin at the end of the first or the first end at the second."""
    made: list[Hunk] = []
    for hunk in found:
        last = made[-1] if made else None
        if last and not last.is_replaced and not hunk.is_replaced and last.only_came == hunk.only_came:
            gap = hunk.old_start - last.old_end
            if _reach(hunk, old, new, gap, -1) == gap:
                made[-1] = Hunk(last.old_start, hunk.old_end - gap, last.new_start, hunk.new_end - gap)
                continue
            if _reach(last, old, new, gap, 1) == gap:
                made[-1] = Hunk(last.old_start + gap, hunk.old_end, last.new_start + gap, hunk.new_end)
                continue
        made.append(hunk)
    return made


def _apart(found: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Each hunk where it begins and ends best, without touching its neighbours."""
    made: list[Hunk] = []
    for number, hunk in enumerate(found):
        by = 0
        if not hunk.is_replaced:
            earliest = made[-1].old_end + 1 if made else 0
            latest = found[number + 1].old_start - 1 if number + 1 < len(found) else len(old)
            left = _reach(hunk, old, new, hunk.old_start - earliest, -1)
            right = _reach(hunk, old, new, latest - hunk.old_end, 1)
            by = _best(hunk, old, new, range(-left, right + 1))
        made.append(Hunk(*(place + by for place in hunk)))
    return made


def _changed(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> tuple[Sequence[str], int, int]:
    """What came or went: the tokens it stands among, where it begins and ends."""
    if hunk.only_came:
        return new, hunk.new_start, hunk.new_end
    return old, hunk.old_start, hunk.old_end


def _reach(hunk: Hunk, old: Sequence[str], new: Sequence[str], most: int, direction: int) -> int:
    """How many tokens, at most, a hunk can be slid to the left (-1) or to the right (1)."""
    tokens, start, end = _changed(hunk, old, new)
    reach = 0
    if direction < 0:
        while reach < most and tokens[start - reach - 1] == tokens[end - reach - 1]:
            reach += 1
    else:
        while reach < most and tokens[start + reach] == tokens[end + reach]:
            reach += 1
    return reach


def _best(hunk: Hunk, old: Sequence[str], new: Sequence[str], slides: range) -> int:
    tokens, start, end = _changed(hunk, old, new)
    return max(
        slides,
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
