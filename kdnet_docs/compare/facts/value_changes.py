"""Values that changed between two texts: each beside what it was, or alone where it came or went."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, Hunk
from kdnet_docs.compare.facts.claims import Range
from kdnet_docs.compare.facts.counterparts import counted_alike, counterparts
from kdnet_docs.compare.facts.years import year_of
from kdnet_docs.reading.read import read
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

_TIME = re.compile(
    r"(?:arbejds|hver)?(?:dag|døgn|uge|måned|kvartal|år|time|minut)\w{0,4}|"
    r"(?:day|week|month|quarter|year|hour|minute)s?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value before and after; `within` is the stretch of both texts in which it changed."""

    old: Read | None
    new: Read | None
    within: Hunk


def value_changes(leaf: ChangedLeaf) -> Iterator[ValueChange]:
    """Every value that a change of words touches and that no longer says the same."""
    before, after = readings(leaf)
    before = _with_changed_units(leaf.old, before, [(one.old_start, one.old_end) for one in leaf.hunks])
    after = _with_changed_units(leaf.new, after, [(one.new_start, one.new_end) for one in leaf.hunks])
    alone: list[ValueChange] = []
    for stretch in stretches(leaf.hunks, before, after):
        old = [one for one in before if stretch.old_start <= one.start and one.end <= stretch.old_end]
        new = [one for one in after if stretch.new_start <= one.start and one.end <= stretch.new_end]
        for gone, came in _unlike(old, new):
            for one, other in counterparts(leaf.old, gone, leaf.new, came, stretch):
                if one and other:
                    yield ValueChange(*_with_what_they_count(leaf, one, other), stretch)
                else:
                    alone.append(ValueChange(one, other, stretch))
    yield from _neither_moved(alone)


def _with_changed_units(text: str, reads: Sequence[Read], hunks: Sequence[Range]) -> tuple[Read, ...]:
    """The values, a figure with the time that it counts where that is another: "14 dage" and "14 måneder"."""
    return tuple(
        _with_unit(text, one, figure)
        if isinstance(figure := one.value, Figure)
        and _TIME.fullmatch(figure.unit)
        and one.end <= (at := text.index(figure.unit, one.start))
        and any(start < at + len(figure.unit) and at < end for start, end in hunks)
        else one
        for one in reads
    )


def _with_what_they_count(leaf: ChangedLeaf, one: Read, other: Read) -> tuple[Read, Read]:
    """Two figures with the words they count, if these changed with them: "to lokale mål", "et lokalt mål"."""
    old, new = one.value, other.value
    if not isinstance(old, Figure) or not isinstance(new, Figure) or old.unit == new.unit:
        return one, other
    if not counted_alike(old, new):
        return one, other
    return _with_unit(leaf.old, one, old), _with_unit(leaf.new, other, new)


def _with_unit(text: str, one: Read, figure: Figure) -> Read:
    end = text.index(figure.unit, one.end) + len(figure.unit)
    return replace(one, value=replace(figure, text=text[one.start : end]), end=end)


def readings(leaf: ChangedLeaf) -> tuple[tuple[Read, ...], tuple[Read, ...]]:
    """The values of the old text, and those of the new; days without a year are of one year in both."""
    old, new = leaf.aligned.old, leaf.aligned.new
    year = year_of(new)
    return read(leaf.old, old.document.language, year), read(leaf.new, new.document.language, year)


def stretches(hunks: Sequence[Hunk], old: Sequence[Read], new: Sequence[Read]) -> Iterator[Hunk]:
    """The hunks, each grown until it cuts no value in two, those that then meet as one."""
    grown = Hunk(0, 0, 0, 0)
    first = True
    for hunk in hunks:
        if not first and hunk.old_end <= grown.old_end and hunk.new_end <= grown.new_end:
            continue
        if not first:
            yield grown
        grown, first = _grown(hunk, hunks, old, new), False
    if not first:
        yield grown


def _grown(hunk: Hunk, hunks: Sequence[Hunk], old: Sequence[Read], new: Sequence[Read]) -> Hunk:
    while True:
        before = hunk
        for one in old:
            if _cut(one, hunk.old_start, hunk.old_end):
                hunk = _with_old(hunk, one, hunks)
        for one in new:
            if _cut(one, hunk.new_start, hunk.new_end):
                hunk = _with_new(hunk, one, hunks)
        for other in hunks:
            if _meet(hunk, other):
                hunk = _union(hunk, other)
        if hunk == before:
            return hunk


def _cut(one: Read, start: int, end: int) -> bool:
    return one.start < end and start < one.end if start < end else one.start < start < one.end


def _with_old(hunk: Hunk, one: Read, hunks: Sequence[Hunk]) -> Hunk:
    """The hunk with a value of the old text, and what stands for it in the new."""
    start, end = min(hunk.old_start, one.start), max(hunk.old_end, one.end)
    before = [other for other in hunks if other.old_end <= start]
    until = [other for other in hunks if other.old_end <= end and other.old_start < end]
    by = before[-1].new_end - before[-1].old_end if before else 0
    to = until[-1].new_end - until[-1].old_end if until else 0
    return Hunk(start, end, min(hunk.new_start, start + by), max(hunk.new_end, end + to))


def _with_new(hunk: Hunk, one: Read, hunks: Sequence[Hunk]) -> Hunk:
    def turned(other: Hunk) -> Hunk:
        return Hunk(other.new_start, other.new_end, other.old_start, other.old_end)

    return turned(_with_old(turned(hunk), one, [turned(other) for other in hunks]))


def _meet(hunk: Hunk, other: Hunk) -> bool:
    return (other.old_start < hunk.old_end and hunk.old_start < other.old_end) or (
        other.new_start < hunk.new_end and hunk.new_start < other.new_end
    )


def _union(one: Hunk, other: Hunk) -> Hunk:
    return Hunk(
        min(one.old_start, other.old_start),
        max(one.old_end, other.old_end),
        min(one.new_start, other.new_start),
        max(one.new_end, other.new_end),
    )


def _unlike(old: list[Read], new: list[Read]) -> Iterator[tuple[list[Read], list[Read]]]:
    """What is left of both, in groups, when those that say the same in the same order are taken out."""
    at_old = at_new = 0
    steps = Indel.opcodes([one.meaning for one in old], [one.meaning for one in new])
    same = [step for step in steps if step.tag == "equal"]
    for old_end, new_end, old_next, new_next in (
        *((step.src_start, step.dest_start, step.src_end, step.dest_end) for step in same),
        (len(old), len(new), len(old), len(new)),
    ):
        if at_old < old_end or at_new < new_end:
            yield old[at_old:old_end], new[at_new:new_end]
        at_old, at_new = old_next, new_next


def _neither_moved(alone: list[ValueChange]) -> Iterator[ValueChange]:
    """Those that came or went, without those that only stand elsewhere now."""
    gone = [change.old.meaning for change in alone if change.old]
    came = [change.new.meaning for change in alone if change.new]
    for change in alone:
        one, others = (change.old, came) if change.old else (change.new, gone)
        if one and one.meaning in others:
            others.remove(one.meaning)
        else:
            yield change
