"""Facts about what stands at the top of a source: title, status, when it takes effect, and the like."""

from collections.abc import Iterator
from datetime import date

from kdnet_docs.assembly.values import long_date
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import ByDays, Fact, Kind, Spot, Where
from kdnet_docs.compare.facts.by_value import only_years_shifted
from kdnet_docs.compare.facts.changed_leaves import in_the_data, where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.inlines import generated, paired, places
from kdnet_docs.compare.facts.pairing import pairing
from kdnet_docs.compare.facts.years import year_step
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.stated import StatedValue
from kdnet_docs.reading.values import Day, Value, Words

_LEAVES = {"title": "title", "status": "title/status", "adopted": "title/status"}
"""The paragraphs at the top in which a document without a cover says a value."""


def facts_of_properties(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """One fact for each value that is another, but for those in which only the years are shifted."""
    old, new = _values(aligned.old), _values(aligned.new)
    step = year_step(aligned)
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if not only_years_shifted(_written(before), _written(after), step):
            yield _fact(aligned, key, before, after)
    yield from _watermark(aligned)


def _values(side: Anatomy) -> dict[str, StatedValue]:
    return {one.key: one for one in side.stated(StatedValue)}


def _written(stated: StatedValue | None) -> str:
    return str(stated.value) if stated else ""


def _fact(aligned: Aligned, key: str, old: StatedValue | None, new: StatedValue | None) -> Fact:
    before, after = _value(aligned.old, old), _value(aligned.new, new)
    by = (
        ByDays(days=(after.day - before.day).days)
        if isinstance(before, Day) and isinstance(after, Day)
        else None
    )
    return Fact(
        kind=Kind.PROPERTY,
        subject=key,
        old=before,
        new=after,
        places=(in_the_data(old, new), *_shown(aligned, key)),
        difference=by,
        direction=None if by is None else "later" if by.days > 0 else "earlier",
    )


def _value(side: Anatomy, stated: StatedValue | None) -> Value | None:
    if stated is None:
        return None
    if isinstance(stated.value, date):
        return Day(day=stated.value, text=long_date(stated.value, side.document.language))
    return Words(text=stated.value)


def _shown(aligned: Aligned, key: str) -> Iterator[Where]:
    """Where the text says the value: by a parameter, or in a paragraph of its own at the top."""
    leaf = _LEAVES.get(key, "")
    if leaf in aligned.old.leaves and leaf in aligned.new.leaves:
        yield where(aligned, whole(aligned.old, leaf), whole(aligned.new, leaf))
    if key == "effective":
        of_old, of_new = (generated(side, lambda path: path == key) for side in (aligned.old, aligned.new))
        yield from places(aligned, paired(pairing(aligned), of_old, of_new))


def _watermark(aligned: Aligned) -> Iterator[Fact]:
    """The word across the pages, where it does not just follow the status."""
    old, new = aligned.old.document.watermark, aligned.new.document.watermark
    if old != new and ((old and new) or not _values(aligned.new)):
        yield Fact(
            kind=Kind.PROPERTY,
            subject="watermark",
            old=Words(text=old) if old else None,
            new=Words(text=new) if new else None,
            places=(Where(old=Spot(leaf=""), new=Spot(leaf="")),),
        )
