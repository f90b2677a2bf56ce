"""The shift of years that a new version brings throughout, as one fact, and what stands against it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Day, Fact, Kind, Period, Value, Where, Words
from kdnet_docs.compare.facts.about import parties, subject
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, changed_leaves
from kdnet_docs.compare.facts.claims import Claims, Range
from kdnet_docs.compare.facts.of_values import unclaimed
from kdnet_docs.compare.facts.years import year_of, year_step
from kdnet_docs.compare.reading.languages import lexicon
from kdnet_docs.compare.reading.read import read
from kdnet_docs.compare.reading.reads import Read
from kdnet_docs.compare.reading.sentences import sentence_at

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def facts_of_years(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """The shift of years with all its places, and a fact for each year that stayed behind."""
    step = year_step(aligned)
    if not step:
        return
    places = tuple(_shifted(aligned, claims, step))
    if places:
        old, new = year_of(aligned.old), year_of(aligned.new)
        yield Fact(
            kind=Kind.YEAR_SHIFT,
            subject=aligned.new.document.title,
            old=Words(text=str(old)),
            new=Words(text=str(new)),
            places=places,
        )
    yield from _kept(aligned, claims, step)


def _shifted(aligned: Aligned, claims: Claims, step: int) -> Iterator[Where]:
    """Every place where nothing but the year changed, and that by the step."""
    for leaf in changed_leaves(aligned):
        for change in unclaimed(leaf, claims) if leaf.hunks else ():
            if change.old and change.new and by_years(change.old.value, change.new.value, step):
                yield from _years(leaf, change.old, change.new)


def by_years(old: Value, new: Value, step: int) -> bool:
    """Whether a time is another shifted by whole years, and said in the same words."""
    match old, new:
        case Day(), Day():
            moved = _moved(old.day, step) == new.day
        case Period(), Period():
            moved = (_moved(old.first, step), _moved(old.last, step)) == (new.first, new.last)
        case _:
            return False
    return moved and _YEAR.sub("", old.text).split() == _YEAR.sub("", new.text).split()


def _moved(day: date, years: int) -> date | None:
    """The same day of another year; the last of February is the last."""
    if (day.month, day.day) == (2, 29) or ((day.month, day.day) == (2, 28)):
        after = date(day.year + years, 3, 1)
        return date.fromordinal(after.toordinal() - 1)
    return day.replace(year=day.year + years)


def _years(leaf: ChangedLeaf, old: Read, new: Read) -> Iterator[Where]:
    """The years in a time, each a place."""
    before = [(old.start + one.start(), old.start + one.end()) for one in _YEAR.finditer(old.value.text)]
    after = [(new.start + one.start(), new.start + one.end()) for one in _YEAR.finditer(new.value.text)]
    for one, other in zip(before, after, strict=False):
        yield leaf.where(one, other)


# --- years that stayed behind ------------------------------------------------------------------


def _kept(aligned: Aligned, claims: Claims, step: int) -> Iterator[Fact]:
    """Years of the old version that still stand in the new where it speaks of what is to be."""
    year = year_of(aligned.old)
    language = aligned.new.document.language
    for leaf in changed_leaves(aligned):
        if str(year) not in leaf.new:
            continue
        before = read(leaf.old, language, year)
        shifts = any(
            change.old and change.new and by_years(change.old.value, change.new.value, step)
            for change in unclaimed(leaf, claims)
        )
        for one in read(leaf.new, language, year + step):
            if (
                _is_year(one, year)
                and _stayed(leaf, before, one)
                and _of_now(leaf.new, one, language, shifts=shifts)
            ):
                yield _kept_fact(leaf, before, one)


def _is_year(one: Read, year: int) -> bool:
    """Whether a value is the year, or a part of it, and no day nor a longer period."""
    return isinstance(one.value, Period) and one.value.first.year == one.value.last.year == year


def _stayed(leaf: ChangedLeaf, before: Sequence[Read], one: Read) -> bool:
    """Whether it stands in words that both documents have."""
    return _counterpart(leaf, before, one) is not None


def _counterpart(leaf: ChangedLeaf, before: Sequence[Read], one: Read) -> Read | None:
    if any(hunk.new_start < one.end and one.start < hunk.new_end for hunk in leaf.hunks):
        return None
    by = 0
    for hunk in leaf.hunks:
        if hunk.new_end <= one.start:
            by = hunk.old_end - hunk.new_end
    return next((other for other in before if other.start == one.start + by), None)


def _of_now(text: str, one: Read, language: str, *, shifts: bool) -> bool:
    """Whether a year stands where the version's own year stands: "I 2021 skal", not "har i 2019"."""
    words = lexicon(language)
    sentence = re.findall(r"[^\W\d]+\.?", sentence_at(text, one.start).lower())
    before = re.findall(r"[^\W\d]+\.?", text[: one.start].lower())[-1:]
    if set(sentence) & words.past or (before and before[0] in words.not_now):
        return False
    return shifts or bool(set(sentence) & words.present)


def _kept_fact(leaf: ChangedLeaf, before: Sequence[Read], one: Read) -> Fact:
    other = _counterpart(leaf, before, one)
    old: Range = (other.start, other.end) if other else (0, 0)
    return Fact(
        kind=Kind.YEAR_KEPT,
        subject=subject(leaf, one, old=False),
        old=other.value if other else None,
        new=one.value,
        places=(leaf.where(old, (one.start, one.end)),),
        parties=parties(leaf, old[0], one.start),
    )
