"""Which parts of two sequences are the same: paragraphs, rows, items."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a sequence: `key` is a name that outlives moving, or "" where it has none."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Part number `old` is part number `new`; `moved` if it does not stand in the order of the others."""

    old: int
    new: int
    moved: bool = False


def matches(old: Sequence[Part], new: Sequence[Part]) -> list[Match]:
    """The parts that are in both, by the order in the old sequence; thin for now."""
    names_old = [part.key or part.text for part in old]
    names_new = [part.key or part.text for part in new]
    return [
        Match(old=step.src_start + at, new=step.dest_start + at)
        for step in Indel.opcodes(names_old, names_new)
        if step.tag == "equal"
        for at in range(step.src_end - step.src_start)
    ]
