"""Paragraphs that were split, or joined: one on one side, neighbours on the other."""

from collections.abc import Callable
from itertools import chain

from kdnet_docs.alignment.similarity import Words, common

_SHARE = 0.7
"""How many of a neighbour's words the whole must have, beside those of the part it was paired with."""


def neighbours(whole: Words, words_of: Callable[[int], Words], at: int) -> range:
    """The parts around number `at` that together are `whole`.

    `words_of` gives the words of a part, and none for what is no part or belongs elsewhere.
    """
    found = range(at, at + 1)
    has = common(whole, words_of(at))
    while len(whole) > has:
        for wider, other in (
            (range(found.start, found.stop + 1), found.stop),
            (range(found.start - 1, found.stop), found.start - 1),
        ):
            if more := words_of(other):
                would_have = common(whole, tuple(chain.from_iterable(map(words_of, wider))))
                if would_have - has >= _SHARE * len(more):
                    found, has = wider, would_have
                    break
        else:
            break
    return found
