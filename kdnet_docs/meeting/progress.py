"""What a build tells while it is at work."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The document that is being made, and its place among them all."""

    number: int
    of: int
    title: str


Progress: TypeAlias = Callable[[Step], None]
"""Is told of each step when it begins."""
