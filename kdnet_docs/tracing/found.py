"""What tracing finds: places on the pages, each with where its words come from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.spans import Span
from kdnet_docs.tracing.places import Spot
from kdnet_docs.tracing.states import State
from kdnet_docs.tracing.surroundings import Part

_BESIDE = 32

Note: TypeAlias = Literal["", "repeated", "written-in", "signature", "unknown"]
"""What is to be said of words besides: repeated from the head of a table, written into the file later, shown
by a signature, or of unknown origin: no source, no template and no known program put them there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OthersFile:
    """A page of a file that somebody else made: its name in the sources, and where the meeting names it."""

    name: str
    page: int
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place where the words stand.

    `pages` are counted from 1 through the file. `spots` say what the words come from, and `part` that they
    stand around the text and not in it. `context` is the words with those beside them, `heading` what they
    stand under. `block` is the id of the block they stand in, `near` where that stands of which words that
    somebody wrote into the file are near. `field` is the label of the field whose signature shows the words.
    """

    pages: tuple[int, ...]
    context: str
    spots: tuple[Spot, ...] = ()
    heading: str = ""
    state: State | None = None
    part: Part | None = None
    others: OthersFile | None = None
    note: Note = ""
    block: str = ""
    near: Span | None = None
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """Every place where the words stand, on the page that was asked for.

    `elsewhere` are the other pages that have them. `approximate` says that the pages are those of the
    document as it was made, for a Word file has none of its own.
    """

    places: tuple[Place, ...]
    elsewhere: tuple[int, ...] = ()
    approximate: bool = False
    findings: tuple[Diagnostic, ...] = ()


def context_of(text: str, start: int, end: int) -> str:
    """The words from `start` to `end` with some of those beside them, on one line."""
    first, last = max(start - _BESIDE, 0), min(end + _BESIDE, len(text))
    while first and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    before, after = "… " if text[:first].strip() else "", " …" if text[last:].strip() else ""
    return f"{before}{' '.join(text[first:last].split())}{after}"


def pages_with(places: Iterable[Place]) -> tuple[int, ...]:
    """The pages of the places, in order."""
    return tuple(sorted({page for place in places for page in place.pages}))


def in_one(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places, with a line that stands around the text of many pages told once."""
    made: dict[object, Place] = {}
    for number, place in enumerate(places):
        key = (place.part, place.spots) if place.part else number
        last = made.get(key)
        made[key] = replace(last, pages=pages_with((last, place))) if last else place
    return tuple(made.values())


def on_page(places: Sequence[Place], page: int | None) -> tuple[Place, ...]:
    """The places on a page; all where no page is asked for."""
    return tuple(place for place in places if page is None or page in place.pages)
