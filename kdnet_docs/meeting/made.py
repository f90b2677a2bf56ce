"""What a build has made, before it is on disk."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["package", "dagsorden", "referat", "bilag", "document"]
"""What a file is: the combined PDF, the dagsorden, the referat, a bilag, or a document built alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """The content of one file, and what the manifest tells of it."""

    content: bytes
    role: Role
    title: str
    bilag: str = ""
    """The number of the bilag as it is stamped: "1" or "3.1"."""
    sources: tuple[str, ...]
    """What it was made from, as paths from the project's folder."""
    pages: int | None = None
    """How many pages it has, for a PDF."""
