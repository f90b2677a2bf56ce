"""What a document has that references can speak of: its clauses, goals, bilag, notes and tables by number."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_uppercase

from kdnet_docs.assembly.plan import goals_of, parts_of
from kdnet_docs.checks.reading.mentions import captions
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.stated import StatedBilag, StatedPoint
from kdnet_docs.document.tree import Heading
from kdnet_docs.document.walk import blocks_within
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.tables import TableSpec
from kdnet_docs.reading.reference_words import PartKind

_TYPED = re.compile(r"\s*(?:§\s*)?(\d{1,3}(?:[.):]\s|(?:\.\d{1,2})+\b|(?=\s*\Z)))")
_TYPED_IN_HEADING = re.compile(r"\s*(?:§\s*)?(\d{1,3}(?:\.\d{1,2})*)\b")
_IN_TEXT = re.compile(r"(?<![\w.,(])(?:\()?(\d{1,2})\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The numbers of a document's parts.

    `headings` has the ids of the headings with a number; a number may head a clause in each section.
    `numbers` are all that there are of a kind, or None where they cannot be known, and `typed` those that an
    author wrote before items and paragraphs, which a reference may mean too.
    """

    headings: Mapping[PartKind, Mapping[str, tuple[str, ...]]]
    numbers: Mapping[PartKind, frozenset[str] | None]
    typed: frozenset[str]

    def has(self, kind: PartKind, number: str) -> bool:
        """Whether there is such a part, or may be."""
        known = self.numbers[kind]
        return known is None or number in known or (kind in ("point", "section") and number in self.typed)

    def headed(self, kind: PartKind, number: str) -> tuple[str, ...]:
        """The ids of the headings with this number: clauses for points and sections."""
        return self.headings["point" if kind == "section" else kind].get(number, ())


@lru_cache(maxsize=2)
def parts(subject: Subject) -> Parts:
    """The numbers of a document; kept, for several checks ask."""
    headings = _headings(subject)
    points = frozenset(headings["point"])
    notes = frozenset(str(number) for number in range(1, len(subject.anatomy.notes) + 1))
    numbers: dict[PartKind, frozenset[str] | None] = {
        "point": points,
        "section": points,
        "goal": None,
        "bilag": None,
        "note": notes,
        "table": _up_to(len(subject.anatomy.tables)),
        "figure": frozenset(),
    }
    match subject.model:
        case Contract():
            numbers["goal"] = _up_to(len(goals_of(subject.model)))
            numbers["bilag"] = _appendices(subject.model)
            numbers["table"] = _up_to(sum(isinstance(one, TableSpec) for one in parts_of(subject.model)))
        case Meeting():
            numbers |= _of_meeting(subject, subject.model)
        case _:
            # A status table is a bilag, and may speak of the points and bilag of its meeting.
            numbers |= {"point": None, "section": None}
    return Parts(headings=headings, numbers=_with_captions(subject, numbers), typed=_typed(subject))


def _of_meeting(subject: Subject, meeting: Meeting) -> dict[PartKind, frozenset[str] | None]:
    """The points and bilag of a package; a tillæg may speak of those that have been sent."""
    if meeting.supplements is not None:
        return {"point": None, "section": None}
    points = frozenset(str(item.number) for item in meeting.agenda)
    bilag = frozenset(one.number for one in subject.anatomy.stated(StatedBilag))
    is_dagsorden = bool(subject.anatomy.stated(StatedPoint))
    return {"point": points, "section": None, "bilag": bilag if is_dagsorden else None}


def _up_to(count: int) -> frozenset[str]:
    return frozenset(str(number) for number in range(1, count + 1))


def _headings(subject: Subject) -> Mapping[PartKind, Mapping[str, tuple[str, ...]]]:
    found: dict[PartKind, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for block in blocks_within(subject.document.blocks):
        if isinstance(block, Heading) and block.number:
            kind: PartKind = "goal" if block.number.sequence == "goals" else "point"
            of_kind = found[kind]
            number = str(block.number.value)
            of_kind[number] = (*of_kind.get(number, ()), block.id)
    return found


def _appendices(contract: Contract) -> frozenset[str]:
    """1 or A for the first appendix."""
    count = len(contract.appendices)
    return _up_to(count) | frozenset(ascii_uppercase[:count])


def _with_captions(
    subject: Subject, numbers: Mapping[PartKind, frozenset[str] | None]
) -> Mapping[PartKind, frozenset[str] | None]:
    """With the numbers of what somebody numbered by hand: "Tabel 2: Fordeling", "Bilag A – Tidsplan"."""
    found = dict(numbers)
    for caption in captions(subject):
        known = found[caption.kind]
        if known is not None:
            found[caption.kind] = known | {one.number for one in caption.numbers}
    return found


def _typed(subject: Subject) -> frozenset[str]:
    """The numbers before items, and those that were typed before headings, paragraphs and within them."""
    found: set[str] = set()
    for passage in subject.passages:
        if "/overview/" in passage.leaf.id:
            continue
        pattern = _TYPED_IN_HEADING if passage.leaf.kind == "heading" else _TYPED
        if match := pattern.match(passage.text):
            found.add(match[1].rstrip(".): "))
        if passage.leaf.kind == "item" and passage.leaf.label[:1].isdigit():
            found.add(passage.leaf.label.rstrip("."))
        found.update(_IN_TEXT.findall(passage.text))
    return frozenset(found)
