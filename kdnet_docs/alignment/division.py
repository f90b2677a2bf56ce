"""Paragraphs that were split, or joined: one on one side, neighbours on the other."""

from collections.abc import Callable, Sequence
from itertools import chain

from kdnet_docs.alignment.similarity import common

_SHARE = 0.7
"""How many of a neighbour's words the whole must have, beside those of the part it was paired with."""


def neighbours(
    whole: Sequence[int], parts: Sequence[Sequence[int]], at: int, is_free: Callable[[int], bool]
) -> range:
    """The parts around number `at` that together are `whole`, all words as numbers."""
    found = range(at, at + 1)
    has = common(whole, parts[at])
    while len(whole) > has:
        for wider, other in (
            (range(found.start, found.stop + 1), found.stop),
            (range(found.start - 1, found.stop), found.start - 1),
        ):
            if 0 <= other < len(parts) and parts[other] and is_free(other):
                would_have = common(whole, tuple(chain.from_iterable(parts[one] for one in wider)))
                if would_have - has >= _SHARE * len(parts[other]):
                    found, has = wider, would_have
                    break
        else:
            break
    return found
