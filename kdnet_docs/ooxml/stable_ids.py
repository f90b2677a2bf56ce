"""Numbers for things in a Word file that stay the same from version to version of a document."""

from collections.abc import Iterable
from hashlib import sha256

_NUMBERING = range(1000, 32000)
_CONTENTS = range(100_000_000, 1_000_000_000)  # Word's own names of headings have nine digits


class StableIds:
    """Gives each key a number of its own, made from the key and not from what else there is.

    Documents that share one of these never give the same number to different things, so that they can
    be merged into one file.
    """

    def __init__(self, within: range) -> None:
        self._within = within
        self._given: dict[tuple[str, ...], int] = {}
        self._taken: set[int] = set()

    def reserve(self, numbers: Iterable[int]) -> None:
        """Leave numbers alone that something else has: the template's."""
        self._taken.update(numbers)

    def of(self, *key: str | int) -> int:
        """The number for a key; where two keys meet, the later one takes the next number that is free."""
        name = tuple(map(str, key))
        if name not in self._given:
            digest = sha256("\0".join(name).encode()).digest()
            at = int.from_bytes(digest[:8], "big") % len(self._within)
            while self._within[at] in self._taken:
                at = (at + 1) % len(self._within)
            self._taken.add(self._within[at])
            self._given[name] = self._within[at]
        return self._given[name]


class FileIds:
    """The numbers that a written Word file needs: of its lists, of their patterns, of its headings."""

    def __init__(self) -> None:
        self.lists = StableIds(_NUMBERING)
        self.patterns = StableIds(_NUMBERING)
        self._headings = StableIds(_CONTENTS)

    def heading_name(self, heading: str) -> str:
        """The name of the bookmark by which the table of contents finds a heading."""
        return f"_Toc{self._headings.of(heading)}"
