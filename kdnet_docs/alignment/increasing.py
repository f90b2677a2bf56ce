"""The heaviest increasing subsequence: what keeps its place when other things move."""

from bisect import bisect_left
from collections.abc import Sequence


def heaviest(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The places of those values that rise from first to last and weigh most together.

    No value is there twice, and each weighs more than nothing.
    """
    # `ends` holds values at which a chain may end, rising, each chain heavier than the one before it.
    ends: list[int] = []
    best: list[tuple[int, int]] = []  # for each of `ends`: the weight of its chain, its last place
    before: list[int | None] = []
    for at, (value, weight) in enumerate(zip(values, weights, strict=True)):
        where = bisect_left(ends, value)
        total, previous = best[where - 1] if where else (0, None)
        before.append(previous if where else None)
        total += weight
        upto = where
        while upto < len(ends) and best[upto][0] <= total:
            upto += 1
        ends[where:upto] = [value]
        best[where:upto] = [(total, at)]
    chain: list[int] = []
    last: int | None = best[-1][1] if best else None
    while last is not None:
        chain.append(last)
        last = before[last]
    return chain[::-1]
