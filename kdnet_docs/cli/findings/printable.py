"""Text of strangers made safe and measurable for a screen.

A source may hold escape sequences that would move the cursor, invisible characters, characters
two columns wide, and accents that stand on the character before them.
"""

import unicodedata
from itertools import accumulate

_JOINER = "\u200d"
_TAB = "    "
LONGEST = 400


def safe(text: str) -> str:
    """The text with nothing in it that a screen would obey."""
    return "".join(_shown(character) for character in text)


def printable(text: str, longest: int = LONGEST) -> str:
    """A sentence so; a very long one loses its middle, since it quotes a value of many lines."""
    if len(text) > longest:
        text = f"{text[: longest // 2]} … {text[-longest // 4 :]}"
    return safe(text)


class Line:
    """A line of a source within a number of columns, and where its characters come to stand."""

    def __init__(self, text: str, columns: int, keep: int) -> None:
        """`keep` is the index of a character that must be seen."""
        self._cells = [_shown(character) for character in text]
        widths = [_width(character, shown) for character, shown in zip(text, self._cells, strict=True)]
        for index in range(1, len(text)):
            if text[index - 1] == _JOINER:
                widths[index] = 0  # an emoji joined to the one before it
        self._ends = [0, *accumulate(widths)]
        self._first, self._last = self._window(columns, min(keep, len(text)))

    def _window(self, columns: int, keep: int) -> tuple[int, int]:
        """The indexes of the characters to show: all of them, or as many as fit around `keep`."""
        ends = self._ends
        if ends[-1] <= columns:
            return 0, len(self._cells)
        room = columns - 2  # an ellipsis on either side
        first = keep
        while first > 0 and ends[keep] - ends[first - 1] <= room // 3:
            first -= 1
        last = first
        while last < len(self._cells) and ends[last + 1] - ends[first] <= room:
            last += 1
        while first > 0 and ends[last] - ends[first - 1] <= room:
            first -= 1
        return first, last

    @property
    def text(self) -> str:
        """The line as it is shown."""
        before = "…" if self._first else ""
        after = "…" if self._last < len(self._cells) else ""
        return f"{before}{''.join(self._cells[self._first : self._last])}{after}".rstrip()

    def under(self, start: int, end: int) -> tuple[int, int]:
        """The column below the character at `start`, and how many columns the characters up to `end` take."""
        start, end = (min(max(index, self._first), self._last) for index in (start, end))
        before = self._ends[start] - self._ends[self._first] + (1 if self._first else 0)
        return before, max(self._ends[end] - self._ends[start], 1)


def _shown(character: str) -> str:
    if character == "\t":
        return _TAB
    if character.isprintable() or character in (_JOINER, "\u00a0"):
        return character
    number = ord(character)
    if number < 0x20:  # noqa: PLR2004 - the control characters, each of which has a picture
        return chr(0x2400 + number)
    return f"<U+{number:04X}>"


def _width(character: str, shown: str) -> int:
    if shown != character:
        return len(shown)
    stands_on_another = unicodedata.category(character) in ("Mn", "Me")
    if character == _JOINER or stands_on_another or "\U0001f3fb" <= character <= "\U0001f3ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
