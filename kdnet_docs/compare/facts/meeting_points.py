"""Facts about the points of a meeting and its bilag."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where, Words
from kdnet_docs.compare.facts.changed_leaves import where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.sides import Side
from kdnet_docs.document.stated import StatedBilag, StatedPoint

T = TypeVar("T")


def facts_of_points(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Points that came or went, with all that is said of them, and points that are called something else."""
    old, new = (_stated(side, StatedPoint) for side in (aligned.old, aligned.new))
    pairs = _pairs(old, new, (lambda one: one.title, lambda one: one.number))
    for before, after in pairs:
        if before is None or after is None:
            yield _come_or_gone(aligned, before, after)
            continue
        for told in (_number_and_title, lambda one: one.purpose):
            if told(before) != told(after):
                yield _changed_point(aligned, before, after, (told(before), told(after)))


def facts_of_bilag(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Bilag that came or went, are made of something else, or have another number or title."""
    old, new = (_stated(side, StatedBilag) for side in (aligned.old, aligned.new))
    pairs = _pairs(
        old, new, (lambda one: (one.point, one.title), lambda one: one.made_of, lambda one: one.key)
    )
    for before, after in pairs:
        if before is None or after is None:
            kind = Kind.BILAG_ADDED if after else Kind.BILAG_REMOVED
            yield _bilag_fact(aligned, kind, before, after, ("made_of", "made_of"))
            continue
        if before.made_of != after.made_of:
            yield _bilag_fact(aligned, Kind.BILAG_REPLACED, before, after, ("made_of", "made_of"))
        if (before.number, before.title) != (after.number, after.title):
            yield _bilag_fact(aligned, Kind.BILAG_CHANGED, before, after, ("called", "called"))


def _stated(side: Side, kind: type[T]) -> list[T]:
    return [one for one in side.document.stated if isinstance(one, kind)]


def _pairs(
    old: Sequence[T], new: Sequence[T], keys: Sequence[Callable[[T], object]]
) -> Iterator[tuple[T | None, T | None]]:
    """What has the same first key, then of what is left what has the same second, then the rest."""
    left_old, left_new = list(old), list(new)
    for key in keys:
        for one in tuple(left_old):
            other = next((two for two in left_new if key(two) == key(one)), None)
            if other is not None:
                yield one, other
                left_old.remove(one)
                left_new.remove(other)
    yield from ((one, None) for one in left_old)
    yield from ((None, one) for one in left_new)


# --- points


def _number_and_title(point: StatedPoint) -> str:
    return f"{point.number}. {point.title}"


def _come_or_gone(aligned: Aligned, old: StatedPoint | None, new: StatedPoint | None) -> Fact:
    side, point = (aligned.new, new) if new else (aligned.old, old)
    assert point is not None  # noqa: S101 - one of the two is there
    name = Words(text=_number_and_title(point))
    prefix = f"agenda/{point.number}/"
    spots = (whole(side, leaf) for leaf in side.leaves if leaf.startswith(prefix))
    return Fact(
        kind=Kind.POINT_ADDED if new else Kind.POINT_REMOVED,
        subject=name.text,
        old=None if new else name,
        new=name if new else None,
        places=tuple(where(aligned, None if new else spot, spot if new else None) for spot in spots)
        or (_in_the_data(old, new),),
    )


def _changed_point(aligned: Aligned, old: StatedPoint, new: StatedPoint, values: tuple[str, str]) -> Fact:
    before, after = (Words(text=text) if text else None for text in values)
    shown = tuple(
        where(aligned, whole(aligned.old, one), whole(aligned.new, other))
        for one, other in (
            (f"agenda/{old.number}/p1", f"agenda/{new.number}/p1"),
            (f"agenda/{old.number}/title", f"agenda/{new.number}/title"),
        )
        if one in aligned.old.leaves and other in aligned.new.leaves
    )
    return Fact(
        kind=Kind.POINT_CHANGED,
        subject=_number_and_title(new),
        old=before,
        new=after,
        places=(*shown, _in_the_data(old, new)),
    )


# --- bilag


def _bilag_fact(
    aligned: Aligned,
    kind: Kind,
    old: StatedBilag | None,
    new: StatedBilag | None,
    values: tuple[str, str],
) -> Fact:
    stated = new or old
    assert stated is not None  # noqa: S101 - one of the two is there
    texts = [_say(one, key) for one, key in zip((old, new), values, strict=True)]
    shown = tuple(_shown(aligned, old, new))
    return Fact(
        kind=kind,
        subject=_called(stated),
        old=Words(text=texts[0]) if texts[0] else None,
        new=Words(text=texts[1]) if texts[1] else None,
        places=(*shown, _in_the_data(old, new)),
    )


def _say(bilag: StatedBilag | None, key: str) -> str:
    if bilag is None:
        return ""
    return bilag.made_of if key == "made_of" else _called(bilag)


def _called(bilag: StatedBilag) -> str:
    return f"{bilag.number}: {bilag.title}"


def _shown(aligned: Aligned, old: StatedBilag | None, new: StatedBilag | None) -> Iterator[Where]:
    """The row in the list of bilag, and the line where the point is spoken of."""
    rows = _row(aligned.old, old), _row(aligned.new, new)
    if any(rows) and (old is None or new is None or _called(old) != _called(new)):
        yield Where(old=rows[0], new=rows[1])
    lines = _line(aligned.old, old), _line(aligned.new, new)
    if any(lines):
        yield where(aligned, *lines)


def _row(side: Side, bilag: StatedBilag | None) -> Spot | None:
    name = f"bilag-list/{bilag.key}" if bilag else ""
    return Spot(leaf=name, span=side.rows[name].span) if name in side.rows else None


def _line(side: Side, bilag: StatedBilag | None) -> Spot | None:
    name = f"agenda/{bilag.point}/bilag/list/{bilag.key}/p1" if bilag else ""
    return whole(side, name) if name in side.leaves else None


def _in_the_data(old: StatedPoint | StatedBilag | None, new: StatedPoint | StatedBilag | None) -> Where:
    return Where(
        old=Spot(leaf="", span=old.span) if old else None, new=Spot(leaf="", span=new.span) if new else None
    )
