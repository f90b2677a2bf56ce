"""Which changes of a leaf are of signs and spelling alone."""

from collections.abc import Iterable

from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, Hunk
from kdnet_docs.compare.facts.value_changes import readings, stretches
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.typography import only_typography

_NOTATIONS = ("amount", "quantity", "date", "deadline", "period", "year")


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
        if _pauses(leaf.old, hunk.old_start, hunk.old_end) and _pauses(
            leaf.new, hunk.new_start, hunk.new_end
        ):
            return True
        return only_typography(
            _without(leaf.old, old, grown.old_start, grown.old_end),
            _without(leaf.new, new, grown.new_start, grown.new_end),
            leaf.aligned.new.document.language,
            ends=not leaf.old[grown.old_end :].strip() and not leaf.new[grown.new_end :].strip(),
        )

    def _whole_words(self, hunk: Hunk) -> Hunk:
        old, new = self._leaf.old, self._leaf.new
        left = _same(_last_word(old[: hunk.old_start]), _last_word(new[: hunk.new_start]))
        right = _same(_first_word(old[hunk.old_end :]), _first_word(new[hunk.new_end :]))
        return Hunk(hunk.old_start - left, hunk.old_end + right, hunk.new_start - left, hunk.new_end + right)


def _pauses(text: str, start: int, end: int) -> bool:
    """Whether a stretch has commas and full stops alone; that of "3. kvartal" is part of its number."""
    words = text[start:end].strip()
    return not words.strip(",.;:") and not ("." in words and text[:start][-1:].isdigit())


def _last_word(text: str) -> str:
    """What a text ends with, up to a space; "" if it ends with one."""
    return "" if text[-1:].isspace() else (text.rsplit(maxsplit=1) or [""])[-1]


def _first_word(text: str) -> str:
    return "" if text[:1].isspace() else (text.split(maxsplit=1) or [""])[0]


def _same(one: str, other: str) -> int:
    """The length of a part of a word that both texts have."""
    return len(one) if one == other else 0


def _within(reads: Iterable[Read], start: int, end: int) -> list[Read]:
    """The figures and times of a stretch: what binds says the same only in the same words."""
    return [one for one in reads if start <= one.start and one.end <= end and one.kind in _NOTATIONS]


def _without(text: str, reads: Iterable[Read], start: int, end: int) -> str:
    """A stretch with "0" for each value in it, since the values have been compared."""
    parts, at = [], start
    for one in reads:
        parts += [text[at : one.start], "0"]
        at = one.end
    return "".join((*parts, text[at:end]))
