"""On which page the words of a document stand: its text beside that of the pages."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kdnet_docs.alignment.hunks import hunks

_WORD = re.compile(r"\w+")
_MOST_WORDS = 500_000
"""Of all pages together, which is a file of a thousand pages."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Words that stand in the document and on the pages: where in the one, and on which of the other.

    Both rise. Pages are counted from 0.
    """

    offsets: tuple[int, ...]
    pages: tuple[int, ...]

    def pages_of(self, start: int, end: int) -> tuple[int, ...]:
        """The pages that `start` to `end` of the document's text stand on, or may stand on.

        Words that were not found there stand where their neighbours do; the first page, where nothing was.
        """
        first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        if first == last:
            first, last = max(first - 1, 0), first + 1
        return tuple(dict.fromkeys(self.pages[first:last])) or (0,)


def lay_out(text: str, pages: Sequence[str]) -> Layout:
    """Where the words of a document's text stand on its pages."""
    own = [(word[0].casefold(), word.start()) for word in _WORD.finditer(text)]
    shown = [(word, page) for page, each in enumerate(pages) for word in _words(each)][:_MOST_WORDS]
    numbers: dict[str, int] = {}
    old = [numbers.setdefault(word, len(numbers)) for word, _ in own]
    new = [numbers.setdefault(word, len(numbers)) for word, _ in shown]
    offsets, found = [], []
    at_old = at_new = 0
    ends = [(hunk.old_start, hunk.old_end, hunk.new_end) for hunk in hunks(old, new)]
    for start, end, new_end in (*ends, (len(old), len(old), len(new))):
        for step in range(start - at_old):
            offsets.append(own[at_old + step][1])
            found.append(shown[at_new + step][1])
        at_old, at_new = end, new_end
    return Layout(tuple(offsets), tuple(found))


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts, in small letters."""
    return Counter(word for text in texts for word in _words(text))


def common(one: Counter[str], other: Counter[str]) -> int:
    """How many words stand in both, in whatever order."""
    fewer, more = sorted((one, other), key=len)
    return sum(min(times, more.get(word, 0)) for word, times in fewer.items())


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How many of the words of both stand in both, from 0 to 1."""
    return 2 * common(one, other) / max(one.total() + other.total(), 1)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
