"""Whose changes they are: author, moment, the numbers of the marks, and what the two files have in common."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from kdnet_docs.ooxml.redline.forms import State
from kdnet_docs.ooxml.xml import Element, build, element


@dataclass(slots=True, kw_only=True)
class Notes:
    """What becomes of the references to footnotes: filled in while the text is merged.

    Ids are as they stand in the XML. A note whose reference went has a copy of its own in the redline, since
    the reference may have come again elsewhere: no note has two references.
    """

    pairs: Mapping[str, str] = field(default_factory=dict)
    """Of the notes that are in both files: the id in the old file -> the id in the new."""
    ids: Iterator[int] = field(default_factory=lambda: count(1_000_000))
    """The ids for the copies; none of them may be an id of the new file."""
    kept: dict[str, str] = field(default_factory=dict)
    """Old id -> new id."""
    gone: dict[str, str] = field(default_factory=dict)
    """Old id -> the id of its copy in the redline."""

    def copy_of(self, old: str) -> str:
        """The id in the redline of a note whose reference went."""
        if old not in self.gone:
            self.gone[old] = str(next(self.ids))
        return self.gone[old]


@dataclass(slots=True, kw_only=True)
class Review:
    """Makes the marks of tracked changes; `ids` gives a number that no mark or bookmark of the file has."""

    author: str
    moment: datetime
    ids: Iterator[int]
    notes: Notes = field(default_factory=Notes)
    moves: Iterator[int] = field(default_factory=lambda: count(1))

    def mark(self, name: str, *children: Element) -> Element:
        """An element such as `w:ins` that says who did it and when."""
        return element(
            name,
            *children,
            id=next(self.ids),
            author=self.author,
            date=self.moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )

    def was(self, name: str, before: Element | None) -> Element:
        """`w:rPrChange` and the like, with a copy of the properties of this name as they were."""
        held = build(name) if before is None else deepcopy(before)
        return self.mark(f"{name.removeprefix('w:')}Change", held)

    def mark_of(self, state: State, *children: Element) -> Element:
        """The mark of a state."""
        return self.mark(state.value, *children)
