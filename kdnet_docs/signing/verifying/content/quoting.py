"""The first words in which two texts differ, quoted from both."""

from kdnet_docs.alignment.words import word_changes

_LONGEST = 80
_AROUND = 24
"""Characters of a difference that are quoted, and of what stands around it."""


def first_difference(one: str, other: str) -> tuple[str, str] | None:
    """What both say where they first differ, with the words around it; None where only spaces differ."""
    one, other = " ".join(one.split()), " ".join(other.split())
    for change in word_changes(one, other):
        if not change.same:
            return (
                _around(one, change.old_start, change.old_end),
                _around(other, change.new_start, change.new_end),
            )
    return None


def _around(text: str, start: int, end: int) -> str:
    end = min(end, start + _LONGEST)
    first = text.rfind(" ", 0, max(start - _AROUND, 0)) + 1
    after = text.find(" ", end + _AROUND)
    last = len(text) if after < 0 else after
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
