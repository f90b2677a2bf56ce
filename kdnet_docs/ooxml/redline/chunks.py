"""The elements of one place in chunks: each begins with something that the steps name."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kdnet_docs.ooxml.xml import Element


class Chunks:
    """Gives out the chunks of one file in their order, each once.

    What no step names goes with what it stands after: the gap below a table.
    """

    def __init__(self, elements: Sequence[Element], named: Iterable[Element]) -> None:
        self._at = {child: at for at, child in enumerate(elements)}
        self._heads = sorted({at for found in named if (at := self._top(found)) is not None})
        bounds = [*self._heads, len(elements)]
        self.front = list(elements[: bounds[0]])
        self._chunks = [list(elements[start:end]) for start, end in pairwise(bounds)]
        self._given = 0

    def number(self, found: Element | None) -> int | None:
        """The number of the chunk that something stands in, unless it was given out."""
        at = self._top(found)
        number = None if at is None else bisect_right(self._heads, at) - 1
        return number if number is not None and number >= self._given else None

    def begins_with(self, number: int, found: Element) -> bool:
        """Whether a chunk begins with something itself, and not with what holds it."""
        return self._chunks[number][0] is found

    def until(self, number: int) -> Iterator[list[Element]]:
        """The chunks before this one that were not given out."""
        while self._given < number:
            yield self.next()

    def rest(self) -> Iterator[list[Element]]:
        """The chunks that were not given out."""
        return self.until(len(self._chunks))

    def next(self) -> list[Element]:
        """The next chunk: what it is named for, and what goes with it."""
        self._given += 1
        return self._chunks[self._given - 1]

    def _top(self, found: Element | None) -> int | None:
        """Where what holds it stands in this place."""
        while found is not None and found not in self._at:
            found = found.getparent()
        return None if found is None else self._at[found]
