"""What a value means that changed: what it is, by how much it differs, and whether it binds more."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from kdnet_docs.compare.fact import ByDays, ByNumber, Day, Difference, Duty, Figure, Kind, Period, Value
from kdnet_docs.compare.facts.about import goal_of
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf
from kdnet_docs.compare.facts.counterparts import count_the_same
from kdnet_docs.compare.facts.value_changes import ValueChange
from kdnet_docs.compare.reading.obligations import obligations
from kdnet_docs.compare.reading.reads import Read
from kdnet_docs.compare.reading.sentences import sentences

Direction = Literal["raised", "lowered", "stricter", "looser", "earlier", "later"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What is left of a fact when its place is left out."""

    kind: Kind
    old: Value | None
    new: Value | None
    difference: Difference | None = None
    direction: Direction | None = None


def meaning_of(leaf: ChangedLeaf, change: ValueChange) -> Meaning | None:
    """What a value that changed, came or went means; None where that says nothing."""
    match change:
        case ValueChange(old=Read(value=Figure() as old), new=Read(value=Figure() as new)):
            return _of_figures(leaf, old, new)
        case ValueChange(old=Read(value=Duty() as old), new=Read(value=Duty() as new)):
            return Meaning(kind=Kind.OBLIGATION, old=old, new=new, direction=_stricter(old, new))
        case ValueChange(old=Read(value=Day() | Period()) as old, new=Read(value=Day() | Period()) as new):
            return _of_times(old, new)
        case ValueChange(old=Read() as old, new=Read() as new):
            return Meaning(kind=Kind.REFERENCE, old=old.value, new=new.value)
        case ValueChange(old=Read() as one, new=None) | ValueChange(old=None, new=Read() as one):
            return _alone(leaf, change, one)
        case _:
            return None


# --- figures -----------------------------------------------------------------------------------


def _of_figures(leaf: ChangedLeaf, old: Figure, new: Figure) -> Meaning:
    if (old.number, old.upto) == (new.number, new.upto) and old.unit == new.unit:
        before = Duty(force=old.bound or "none", text=old.text)
        after = Duty(force=new.bound or "none", text=new.text)
        return Meaning(kind=Kind.OBLIGATION, old=before, new=after, direction=_stricter(before, after))
    if not count_the_same(old, new):
        said = [replace(one, text=f"{one.text} {one.unit}") for one in (old, new)]
        return Meaning(kind=Kind.QUANTITY, old=said[0], new=said[1])
    kind = Kind.QUANTITY
    if old.unit in ("kr.", "EUR", "USD", "GBP"):
        kind = Kind.AMOUNT
    elif goal_of(leaf):
        kind = Kind.TARGET
    grown = new.number - old.number or (new.upto or new.number) - (old.upto or old.number)
    return Meaning(
        kind=kind,
        old=old,
        new=new,
        difference=_by_number(old, new),
        direction="raised" if grown > 0 else "lowered" if grown < 0 else None,
    )


def _by_number(old: Figure, new: Figure) -> ByNumber | None:
    if old.unit in ("pct.", "procentpoint", "promille") and old.unit != new.unit:
        return None
    unit = "procentpoint" if old.unit == "pct." else new.unit
    counts = old.number and old.unit not in ("pct.", "procentpoint", "promille")
    share = (new.number - old.number) / old.number * 100 if counts else None
    return ByNumber(
        amount=new.number - old.number,
        unit=unit,
        per_cent=share.quantize(Decimal("0.1")) if share is not None else None,
    )


# --- times -------------------------------------------------------------------------------------


def _of_times(old: Read, new: Read) -> Meaning:
    kind = _kind_of_times(old, new)
    before, after = last_day(old), last_day(new)
    if old.yearless and new.yearless:
        pass
    elif new.yearless:
        after = _in_year(after, before.year)
    elif old.yearless:
        before = _in_year(before, after.year)
    days = (after - before).days
    return Meaning(
        kind=kind,
        old=old.value,
        new=new.value,
        difference=ByDays(days=days) if days and kind is not Kind.PERIOD else None,
        direction="later" if days > 0 else "earlier" if days < 0 else None,
    )


def _kind_of_times(old: Read, new: Read) -> Kind:
    """A deadline if both are, or one says so ("senest"); a month that took the place of a day is a date."""
    deadlines = [one for one in (old, new) if one.kind == "deadline"]
    if len(deadlines) == len((old, new)) or any(isinstance(one.value, Day) for one in deadlines):
        return Kind.DEADLINE
    if "date" in (old.kind, new.kind):
        return Kind.DATE
    return Kind.DEADLINE if deadlines else Kind.PERIOD


def last_day(one: Read) -> date:
    """The day by which a time is over."""
    match one.value:
        case Day(day=day):
            return day
        case Period(last=last):
            return last
        case _:
            raise AssertionError(one)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year) if (day.month, day.day) != (2, 29) else date(year, 2, 28)


# --- obligations -------------------------------------------------------------------------------

_STRICTNESS = {"shall": 3, "should": 2, "may": 1, "need-not": 0}
_DENIED = (("shall", "must-not"), ("should", "must-not"))
"""Of "skal" that became "skal ikke"; what became "må ikke" is forbidden, which is neither more nor less."""


def _stricter(old: Duty, new: Duty) -> Direction | None:
    """Whether the new words bind more, or less; None where they turn into something else."""
    forces = (old.force, new.force)
    if forces in (("may", "must-not"), ("none", "at-least"), ("none", "at-most"), ("at-most", "at-least")):
        return "stricter"
    if forces in (("must-not", "may"), ("at-least", "none"), ("at-most", "none"), ("at-least", "at-most")):
        return "looser"
    if forces in _DENIED and new.text.startswith(old.text):
        return "looser"
    if forces[::-1] in _DENIED and old.text.startswith(new.text):
        return "stricter"
    if old.force in _STRICTNESS and new.force in _STRICTNESS:
        by = _STRICTNESS[new.force] - _STRICTNESS[old.force]
        return "stricter" if by > 0 else "looser" if by < 0 else None
    return None


def _alone(leaf: ChangedLeaf, change: ValueChange, one: Read) -> Meaning | None:
    """What a value means that came or went while its sentence stayed; None where it means nothing."""
    old, new = (one.value, None) if change.old else (None, one.value)
    if one.kind == "deadline" and isinstance(one.value, Day) and _inside_a_sentence(leaf, change, _CLAUSE):
        return Meaning(kind=Kind.DEADLINE, old=old, new=new)
    if isinstance(one.value, Duty) and _inside_a_sentence(leaf, change, _PHRASE):
        binds = _binds(leaf.old if change.old else leaf.new, leaf, one)
        direction = _TURNED[binds] if binds and change.old else binds
        return Meaning(kind=Kind.OBLIGATION, old=old, new=new, direction=direction)
    return None


_PHRASE, _CLAUSE = 4, 12
"""How many words may change around a value that comes or goes."""

_TURNED: dict[Direction, Direction] = {"stricter": "looser", "looser": "stricter"}


def _binds(text: str, leaf: ChangedLeaf, one: Read) -> Direction | None:
    """What words that bind do where there were none; "ikke" and "kun", by what they limit."""
    match one:
        case Read(value=Duty(force="at-least" | "shall" | "should" | "must-not")):
            return "stricter"
        case Read(kind="negation" | "bound"):
            limited = _duty_before(text, leaf, one)
            return "stricter" if limited == "may" else "looser" if limited in ("shall", "should") else None
        case _:
            return None


def _duty_before(text: str, leaf: ChangedLeaf, negation: Read) -> str:
    """How far the sentence binds in which a negation stands; "" where it says nothing of it."""
    at = max((start for start, end in sentences(text) if start <= negation.start), default=0)
    language = leaf.aligned.new.document.language
    forces = [
        read.value.force
        for read in obligations(text[at : negation.start], language)
        if read.kind == "duty" and isinstance(read.value, Duty)
    ]
    return forces[-1] if forces else ""


def _inside_a_sentence(leaf: ChangedLeaf, change: ValueChange, most: int) -> bool:
    """Whether few words changed around a value, so that the sentence is still the same."""
    within = change.within
    gone = leaf.old[within.old_start : within.old_end].split()
    came = leaf.new[within.new_start : within.new_end].split()
    if max(len(gone), len(came)) > most:
        return False
    text, start, end = (
        (leaf.old, within.old_start, within.old_end)
        if change.old
        else (leaf.new, within.new_start, within.new_end)
    )
    return not any(start <= first and last <= end for first, last in sentences(text))
