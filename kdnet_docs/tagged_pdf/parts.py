"""What is merged: the parts of a file, what is stamped on their pages, and the outline over them all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A page of another PDF laid over (or under) a page, upright as it is seen, as an artifact.

    The stamp's page is as large as the page that it is laid on, as a reader shows that.
    """

    pdf: bytes
    page: int
    """The page of `pdf`, counted from 0."""
    place: Literal["over", "under"] = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One PDF of those that are merged, tagged or not."""

    name: str
    """What the part is called where something is said of it."""
    pdf: bytes
    title: str
    """The title of its element in the structure tree, and of an untagged page's alternative text."""
    language: str
    """The language of what the part itself gives no language for."""
    stamps: Mapping[int, tuple[Stamp, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """What is laid on its pages, by page, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of the outline, leading to the top of a page of a part."""

    title: str
    part: int
    page: int = 0
    children: tuple["Bookmark", ...] = ()
    own: bool = False
    """Whether the part's own outline comes below, after the children."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the merged file says of itself."""

    title: str
    language: str
    date: date
    author: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    producer: str = "tagged_pdf"
    """The program that makes the file."""
