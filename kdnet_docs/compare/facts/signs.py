"""Which changes of a leaf are of signs and spelling alone."""

import re
from collections.abc import Iterable

from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, Hunk
from kdnet_docs.compare.facts.value_changes import readings, stretches
from kdnet_docs.compare.reading.reads import Read
from kdnet_docs.compare.reading.typography import only_typography


class Typography:
    """Judges the hunks of one leaf."""

    def __init__(self, leaf: ChangedLeaf) -> None:
        self._leaf = leaf
        self._old, self._new = readings(leaf)

    def only(self, hunk: Hunk) -> bool:
        """Whether the words that a hunk touches say the same before and after, and so do its values."""
        grown = self._whole_words(next(stretches((hunk,), self._old, self._new)))
        old = _within(self._old, grown.old_start, grown.old_end)
        new = _within(self._new, grown.new_start, grown.new_end)
        if [one.meaning for one in old] != [one.meaning for one in new]:
            return False
        leaf = self._leaf
        return only_typography(
            _without(leaf.old, old, grown.old_start, grown.old_end),
            _without(leaf.new, new, grown.new_start, grown.new_end),
            leaf.aligned.new.document.language,
            ends=not leaf.old[grown.old_end :].strip() and not leaf.new[grown.new_end :].strip(),
        )

    def _whole_words(self, hunk: Hunk) -> Hunk:
        old, new = self._leaf.old, self._leaf.new
        before = re.search(r"\S*\Z", old[: hunk.old_start]), re.search(r"\S*\Z", new[: hunk.new_start])
        after = re.match(r"\S*", old[hunk.old_end :]), re.match(r"\S*", new[hunk.new_end :])
        left = _same(before)
        right = _same(after)
        return Hunk(hunk.old_start - left, hunk.old_end + right, hunk.new_start - left, hunk.new_end + right)


def _same(words: tuple[re.Match[str] | None, re.Match[str] | None]) -> int:
    """The length of the part of a word that both texts have."""
    one, other = words
    return len(one[0]) if one and other and one[0] == other[0] else 0


def _within(reads: Iterable[Read], start: int, end: int) -> list[Read]:
    return [one for one in reads if start <= one.start and one.end <= end and one.kind != "name"]


def _without(text: str, reads: Iterable[Read], start: int, end: int) -> str:
    """A stretch with "0" for each value in it, since the values have been compared."""
    parts, at = [], start
    for one in reads:
        parts += [text[at : one.start], "0"]
        at = one.end
    return "".join((*parts, text[at:end]))
