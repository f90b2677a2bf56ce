"""What lies between two anchors: the best pairs in the order in which both stand."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

Weigh: TypeAlias = Callable[[int, int], float]
"""How much it is worth to pair one of the old with one of the new; 0 if they do not belong together."""


def best_pairs(old: Sequence[int], new: Sequence[int], weigh: Weigh) -> list[tuple[int, int]]:
    """The pairs, none crossing another, that are worth most together."""
    worth = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    weights = [[weigh(one, other) for other in new] for one in old]
    for row in range(len(old) - 1, -1, -1):
        here, below = worth[row], worth[row + 1]
        for column in range(len(new) - 1, -1, -1):
            paired = weights[row][column]
            here[column] = max(below[column], here[column + 1], below[column + 1] + paired if paired else 0.0)
    pairs = []
    row = column = 0
    while row < len(old) and column < len(new):
        paired = weights[row][column]
        if paired and worth[row][column] == worth[row + 1][column + 1] + paired:
            pairs.append((old[row], new[column]))
            row, column = row + 1, column + 1
        elif worth[row][column] == worth[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs
