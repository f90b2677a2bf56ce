"""The shift of years that a new version brings throughout, as one fact, and what stands against it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import ByYears, Fact, Kind, Where
from kdnet_docs.compare.facts.about import parties, subject
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, changed_leaves
from kdnet_docs.compare.facts.claims import Claims, Range
from kdnet_docs.compare.facts.of_values import unclaimed
from kdnet_docs.compare.facts.years import year_of, year_step
from kdnet_docs.reading.clauses import clause_at
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.read import read
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.sentences import sentence_place
from kdnet_docs.reading.values import Day, Period, Value, Words

# "2021", "2021/22", and the "21" of "1.1.21" and "2020-21".
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?:/\d\d)?|(?<=[./-])\d\d)(?!\d)")


def facts_of_years(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """The shift of years with all its places, and a fact for each year that stayed behind."""
    step = year_step(aligned)
    if not step:
        return
    places = tuple(_shifted(aligned, claims, step))
    if places:
        years = _years(aligned, places)
        old = years[0][0]
        yield Fact(
            kind=Kind.YEAR_SHIFT,
            subject=aligned.new.document.title,
            old=Words(text=str(old)),
            new=Words(text=str(old + step)),
            places=places,
            difference=ByYears(years=step, places=years),
        )
    yield from _kept(aligned, claims, step)


def _years(aligned: Aligned, places: Sequence[Where]) -> tuple[tuple[int, int], ...]:
    """In how many places each year was shifted, the commonest first; of two, the version's own."""
    own = year_of(aligned.old)
    words = (
        aligned.old.leaves[place.old.leaf].text[place.old.start : place.old.end]
        for place in places
        if place.old
    )
    years = Counter(year for said in words for year in {*map(int, YEAR.findall(said))} or {own})
    return tuple(sorted(years.items(), key=lambda one: (-one[1], one[0] != own, -one[0])))


def _shifted(aligned: Aligned, claims: Claims, step: int) -> Iterator[Where]:
    """Every place where nothing but the year changed, and that by the step."""
    for leaf in changed_leaves(aligned):
        for change in unclaimed(leaf, claims) if leaf.hunks else ():
            if change.old and change.new and by_years(change.old.value, change.new.value, step):
                yield leaf.where((change.old.start, change.old.end), (change.new.start, change.new.end))


def by_years(old: Value, new: Value, step: int) -> bool:
    """Whether a time is another shifted by whole years, and said in the same words."""
    match old, new:
        case Day(), Day():
            moved = _moved(old.day, new.day, step)
        case Period(), Period():
            moved = _moved(old.first, new.first, step) and new.last.year - old.last.year == step
        case _:
            return False
    # What is left of both is the same: the end of February may be another day.
    return moved and _YEAR.sub("", old.text).split() == _YEAR.sub("", new.text).split()


def _moved(old: date, new: date, step: int) -> bool:
    return (old.year + step, old.month, old.day) == (new.year, new.month, new.day)


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
    """Whether a value is the year, a part of it or a day in it, and no longer period."""
    match one.value:
        case Day(day=day):
            return day.year == year and not one.yearless
        case Period(first=first, last=last):
            return first.year == last.year == year and not one.yearless
        case _:
            return False


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
    """Whether a time speaks of what is to be: "I 2021 skal", not "har i 2021" nor "Aftale af 2. maj 2021"."""
    words = lexicon(language)
    sentence = sentence_place(text, one.start)
    clause = _words(clause_at(text, (one.start, one.end), sentence, language))
    before = _words(text[: one.start])[-1:]
    if set(clause) & (words.past | words.looks_back) or set(before) & words.not_now:
        return False
    if isinstance(one.value, Day):
        return bool(set(clause) & words.in_force)
    if set(before) & words.in_year or one.kind == "deadline":
        return True
    return shifts or bool(set(_words(text[slice(*sentence)])) & words.present)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d]+\.?", text.lower())


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
