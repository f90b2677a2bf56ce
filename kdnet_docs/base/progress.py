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


Progress: TypeAlias = Callable[[Step], None]
"""Is told of each step when it begins."""


def silent(_step: Step) -> None:
    """For who does not want to be told."""
