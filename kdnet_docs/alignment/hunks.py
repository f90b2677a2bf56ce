"""Where two sequences of numbers differ."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from kdnet_docs.alignment.increasing import heaviest

_MOST_CELLS = 64_000_000
"""Of a table of one sequence against the other, a bit each: 8 MB."""

_RUNS = (8, 1)  # lengths of the runs that anchor what is larger


class Hunk(NamedTuple):
    """Stretches of both sequences that are not the same; one of them may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def only_came(self) -> bool:
        """Whether nothing went."""
        return self.old_start == self.old_end

    @property
    def is_replaced(self) -> bool:
        """Whether something went and something came."""
        return self.old_start < self.old_end and self.new_start < self.new_end


def hunks(old: Sequence[int], new: Sequence[int]) -> list[Hunk]:
    """The fewest elements that must go and come, as stretches that do not touch.

    Of sequences too large to compare whole, runs that stand once in both are the same first.
    """
    return list(_joined(_hunks(old, new, 0, 0, _RUNS)))


def _hunks(
    old: Sequence[int], new: Sequence[int], at_old: int, at_new: int, runs: tuple[int, ...]
) -> Iterator[Hunk]:
    if len(old) * len(new) <= _MOST_CELLS:
        for step in Indel.opcodes(old, new):
            if step.tag != "equal":
                yield Hunk(
                    at_old + step.src_start,
                    at_old + step.src_end,
                    at_new + step.dest_start,
                    at_new + step.dest_end,
                )
    elif not runs:
        yield Hunk(at_old, at_old + len(old), at_new, at_new + len(new))
    else:
        from_old = from_new = 0
        for anchor_old, anchor_new in (*_anchors(old, new, runs[0]), (len(old), len(new))):
            if anchor_old < from_old or anchor_new < from_new:
                continue  # runs that overlap
            gap_old, gap_new = old[from_old:anchor_old], new[from_new:anchor_new]
            yield from _hunks(gap_old, gap_new, at_old + from_old, at_new + from_new, runs[1:])
            from_old, from_new = anchor_old + runs[0], anchor_new + runs[0]


def _anchors(old: Sequence[int], new: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Where the runs begin that stand once in both, as far as they stand in the same order."""
    in_old, in_new = _once(old, length), _once(new, length)
    pairs = [(at, in_new[run]) for run, at in in_old.items() if run in in_new]
    return [pairs[at] for at in heaviest([new_at for _, new_at in pairs], [1] * len(pairs))]


def _once(sequence: Sequence[int], length: int) -> dict[tuple[int, ...], int]:
    first: dict[tuple[int, ...], int] = {}
    again = set()
    for at in range(len(sequence) - length + 1):
        run = tuple(sequence[at : at + length])
        if first.setdefault(run, at) != at:
            again.add(run)
    return {run: at for run, at in first.items() if run not in again}


def _joined(found: Iterable[Hunk]) -> Iterator[Hunk]:
    """Hunks that touch as one."""
    last: Hunk | None = None
    for hunk in found:
        if last and (last.old_end, last.new_end) == (hunk.old_start, hunk.new_start):
            last = Hunk(last.old_start, hunk.old_end, last.new_start, hunk.new_end)
        else:
            if last:
                yield last
            last = hunk
    if last:
        yield last
