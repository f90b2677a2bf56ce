"""What a value means that changed: what it is, by how much it differs, and whether it binds more."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from kdnet_docs.compare.fact import ByDays, ByNumber, Difference, Kind
from kdnet_docs.compare.facts.about import goal_of
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf
from kdnet_docs.compare.facts.counterparts import count_the_same, is_article
from kdnet_docs.compare.facts.value_changes import ValueChange
from kdnet_docs.reading.dates import in_year
from kdnet_docs.reading.obligations import obligations
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.sentences import sentence_at, sentences
from kdnet_docs.reading.values import Day, Duty, Figure, Period, Value

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
            return _of_figures(leaf, change, old, new)
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


def _of_figures(leaf: ChangedLeaf, change: ValueChange, old: Figure, new: Figure) -> Meaning | None:
    if (old.number, old.upto) == (new.number, new.upto):
        if old.unit == new.unit:
            return _bounded(leaf, change, old, new)
        if (is_article(old) and is_article(new)) or (count_the_same(old, new) and old.text == new.text):
            return None  # "et krav" and "et konkret krav" are as many
    if not count_the_same(old, new):
        said = [
            one if one.text.endswith(one.unit) else replace(one, text=f"{one.text} {one.unit}")
            for one in (old, new)
        ]
        return Meaning(kind=Kind.QUANTITY, old=said[0], new=said[1])
    kind = Kind.QUANTITY
    if old.unit in ("kr.", "EUR", "USD", "GBP"):
        kind = Kind.AMOUNT
    elif goal_of(leaf):
        kind = Kind.TARGET
    grown = new.number - old.number or (new.upto or new.number) - (old.upto or old.number)
    if {old.bound, new.bound} == set(_BOUNDS):
        grown = Decimal(0)  # what was the least is the most: neither more nor less
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
    if _width(old) != _width(new):
        return None
    unit = "procentpoint" if old.unit == "pct." else new.unit
    counts = old.number and old.unit not in ("pct.", "procentpoint", "promille")
    share = (new.number - old.number) / old.number * 100 if counts else None
    return ByNumber(
        amount=new.number - old.number,
        unit=unit,
        per_cent=share.quantize(Decimal("0.1")) if share is not None else None,
    )


def _width(one: Figure) -> Decimal:
    """How far a range goes, 0 for a single figure."""
    return (one.upto or one.number) - one.number


# --- times -------------------------------------------------------------------------------------


def _of_times(old: Read, new: Read) -> Meaning:
    kind = _kind_of_times(old, new)
    before, after = last_day(old), last_day(new)
    if old.yearless and new.yearless:
        pass
    elif new.yearless:
        after = in_year(after, before.year)
    elif old.yearless:
        before = in_year(before, after.year)
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


# --- obligations -------------------------------------------------------------------------------

_STRICTNESS = {"shall": 3, "should": 2, "may": 1}
_BOUNDS = ("at-least", "at-most")


def _stricter(old: Duty, new: Duty) -> Direction | None:
    """Whether the new words bind more, or less; None where they turn into something else."""
    if old.force in _STRICTNESS and new.force in _STRICTNESS:
        by = _STRICTNESS[new.force] - _STRICTNESS[old.force]
        return "stricter" if by > 0 else "looser" if by < 0 else None
    return None


def _bounded(leaf: ChangedLeaf, change: ValueChange, old: Figure, new: Figure) -> Meaning:
    """The same figure with another bound: more strict with one than with none, if nothing is denied there."""
    before, after = (Duty(force=one.bound or "none", text=one.text) for one in (old, new))
    direction: Direction | None = None
    if (before.force == "none") != (after.force == "none") and not _denies(leaf, change):
        direction = "stricter" if before.force == "none" else "looser"
    return Meaning(kind=Kind.OBLIGATION, old=before, new=after, direction=direction)


def _denies(leaf: ChangedLeaf, change: ValueChange) -> bool:
    """Whether a sentence in which a value stands says "ikke": there "mere end" bounds it from above."""
    language = leaf.aligned.new.document.language
    said = (
        sentence_at(text, one.start)
        for text, one in ((leaf.old, change.old), (leaf.new, change.new))
        if one is not None
    )
    return any(
        one.kind == "negation"
        or (isinstance(one.value, Duty) and one.value.force in ("must-not", "need-not"))
        for sentence in said
        for one in obligations(sentence, language)
    )


def _alone(leaf: ChangedLeaf, change: ValueChange, one: Read) -> Meaning | None:
    """What a value means that came or went while its sentence stayed; None where it means nothing."""
    old, new = (one.value, None) if change.old else (None, one.value)
    if one.kind == "deadline" and isinstance(one.value, Day) and _inside_a_sentence(leaf, change, _CLAUSE):
        return Meaning(kind=Kind.DEADLINE, old=old, new=new)
    if isinstance(one.value, Duty) and _inside_a_sentence(leaf, change, _PHRASE):
        return Meaning(kind=Kind.OBLIGATION, old=old, new=new)
    return None


_PHRASE, _CLAUSE = 4, 12
"""How many words may change around a value that comes or goes."""


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
