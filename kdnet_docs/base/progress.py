"""What is told while something takes its time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is being made or looked at, and its place among them all."""

    number: int
    of: int
    title: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing is being made, since another build writes into the same folder."""


Progress: TypeAlias = Callable[[Step | Waiting], None]
"""Is told of each step when it begins."""


def silent(_step: Step | Waiting) -> None:
    """For who does not want to be told."""
