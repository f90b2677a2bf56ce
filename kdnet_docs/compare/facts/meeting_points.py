"""Facts about the points of a meeting and its bilag."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from rapidfuzz.fuzz import token_set_ratio

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where
from kdnet_docs.compare.facts.changed_leaves import in_the_data, where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.pairing import pairing
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.stated import StatedBilag, StatedPoint
from kdnet_docs.reading.values import Words

T = TypeVar("T")
_DIGEST = re.compile(r" [0-9a-f]{64}$")
ALIKE = 60
"""How alike, of 100, two titles are of what was only called something else."""


def facts_of_points(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Points that came or went with all that is said of them, were renumbered, or say something else."""
    pairs = point_pairs(aligned)
    both = tuple((one, other) for one, other in pairs if one and other)
    yield from _renumbered(aligned, tuple(pair for pair in both if pair[0].number != pair[1].number))
    for before, after in pairs:
        if before is None or after is None:
            yield _come_or_gone(aligned, before, after)
            continue
        for told in (before.title, after.title), (before.purpose, after.purpose):
            if told[0] != told[1]:
                yield _changed_point(aligned, before, after, told)


def point_pairs(aligned: Aligned) -> tuple[tuple[StatedPoint | None, StatedPoint | None], ...]:
    """Each point beside what it was, alone where it came or went."""
    old, new = (side.stated(StatedPoint) for side in (aligned.old, aligned.new))
    found = _pairs(old, new, (_same_title, _same_number))
    return tuple(found)


def facts_of_bilag(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Bilag that came or went, are made of something else, or have another number or title."""
    old, new = (side.stated(StatedBilag) for side in (aligned.old, aligned.new))
    found = _pairs(old, new, (_same_bilag, _same_content, _like_bilag))
    pairs = tuple(found)
    yield from _renumbered_bilag(aligned, tuple(pair for pair in pairs if _only_number(*pair)))
    for before, after in pairs:
        if before is None or after is None:
            yield _bilag_fact(aligned, Kind.BILAG_ADDED if after else Kind.BILAG_REMOVED, before, after)
            continue
        if before.made_of != after.made_of:
            yield _bilag_fact(aligned, Kind.BILAG_REPLACED, before, after)
        if before.title != after.title:
            yield _bilag_fact(aligned, Kind.BILAG_CHANGED, before, after)


def _same_title(old: StatedPoint, new: StatedPoint) -> bool:
    return old.title == new.title


def _same_number(old: StatedPoint, new: StatedPoint) -> bool:
    """Whether a number stands before much the same title; one without a title is called by its bilag."""
    titled = old.is_titled and new.is_titled
    return old.number == new.number and (not titled or _alike(old.title, new.title))


def _same_bilag(old: StatedBilag, new: StatedBilag) -> bool:
    return (old.point, old.title) == (new.point, new.title)


def _same_content(old: StatedBilag, new: StatedBilag) -> bool:
    return old.made_of == new.made_of


def _like_bilag(old: StatedBilag, new: StatedBilag) -> bool:
    return (old.title == new.title or old.point == new.point) and _alike(old.title, new.title)


def _alike(old: str, new: str) -> bool:
    return token_set_ratio(old, new) >= ALIKE


def _pairs(
    old: Sequence[T], new: Sequence[T], tests: tuple[Callable[[T, T], bool], ...]
) -> Iterator[tuple[T | None, T | None]]:
    """What passes the first test, then of what is left what passes the second, then the rest."""
    left_old, left_new = list(old), list(new)
    for test in tests:
        for one in tuple(left_old):
            other = next((two for two in left_new if test(one, two)), None)
            if other is not None:
                yield one, other
                left_old.remove(one)
                left_new.remove(other)
    yield from ((one, None) for one in left_old)
    yield from ((None, one) for one in left_new)


# --- points


def _number_and_title(point: StatedPoint) -> str:
    return f"{point.number}. {point.title}"


def _renumbered(aligned: Aligned, pairs: Sequence[tuple[StatedPoint, StatedPoint]]) -> Iterator[Fact]:
    """Points that are the same with another number, in one fact, and all that moved with them."""
    if not pairs:
        return
    known = pairing(aligned).old_of
    yield Fact(
        kind=Kind.POINT_CHANGED,
        subject="",
        old=Words(text=", ".join(str(one.number) for one, _ in pairs)),
        new=Words(text=", ".join(str(other.number) for _, other in pairs)),
        places=tuple(
            place
            for one, other in pairs
            for place in (in_the_data(one, other), *_known(aligned, known, one.number, other.number))
        ),
    )


def _known(aligned: Aligned, known: Mapping[str, str], old: int, new: int) -> Iterator[Where]:
    """Where what is said of a point stands now; its words are still to be read."""
    for leaf, other in known.items():
        if _within(leaf, new) and _within(other, old):
            spots = Spot(leaf=other, span=None), Spot(leaf=leaf, span=aligned.new.leaves[leaf].span)
            yield where(aligned, *spots)


def _within(leaf: str, point: int) -> bool:
    """Whether a leaf is of a point, on the agenda or in the referat after it."""
    return leaf.removeprefix("referat/").startswith(f"agenda/{point}/")


def _come_or_gone(aligned: Aligned, old: StatedPoint | None, new: StatedPoint | None) -> Fact:
    side, point = (aligned.new, new) if new else (aligned.old, old)
    assert point is not None  # noqa: S101 - one of the two is there
    name = Words(text=_number_and_title(point))
    spots = (whole(side, leaf) for leaf in side.leaves if _within(leaf, point.number))
    return Fact(
        kind=Kind.POINT_ADDED if new else Kind.POINT_REMOVED,
        subject=name.text,
        old=None if new else name,
        new=name if new else None,
        places=tuple(where(aligned, None if new else spot, spot if new else None) for spot in spots)
        or (in_the_data(old, new),),
    )


def _changed_point(aligned: Aligned, old: StatedPoint, new: StatedPoint, values: tuple[str, str]) -> Fact:
    before, after = (Words(text=text) if text else None for text in values)
    renamed = values == (old.title, new.title)
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
        subject=new.title if renamed else _number_and_title(new),
        old=before,
        new=after,
        places=(*shown, in_the_data(old, new)),
    )


# --- bilag


def _bilag_fact(aligned: Aligned, kind: Kind, old: StatedBilag | None, new: StatedBilag | None) -> Fact:
    stated = new or old
    assert stated is not None  # noqa: S101 - one of the two is there
    same_file = old is not None and new is not None and _path(old) == _path(new)
    says = _called if kind is Kind.BILAG_CHANGED else _file if same_file else _path
    return Fact(
        kind=kind,
        subject=_called(stated),
        old=Words(text=says(old)) if old else None,
        new=Words(text=says(new)) if new else None,
        places=(*_shown(aligned, old, new), in_the_data(old, new)),
    )


def _only_number(old: StatedBilag | None, new: StatedBilag | None) -> bool:
    return bool(old and new and old.title == new.title and old.number != new.number)


def _renumbered_bilag(
    aligned: Aligned, pairs: Sequence[tuple[StatedBilag | None, StatedBilag | None]]
) -> Iterator[Fact]:
    """Bilag that are called the same with another number, in one fact."""
    if pairs:
        yield Fact(
            kind=Kind.BILAG_CHANGED,
            subject="",
            old=Words(text=", ".join(old.number for old, _ in pairs if old)),
            new=Words(text=", ".join(new.number for _, new in pairs if new)),
            places=tuple(place for pair in pairs for place in (in_the_data(*pair), *_shown(aligned, *pair))),
        )


def _path(bilag: StatedBilag) -> str:
    """What it is made of, without the digest of a file."""
    return _DIGEST.sub("", bilag.made_of)


def _file(bilag: StatedBilag) -> str:
    """A file that was replaced under its own name, with the beginning of its digest."""
    path = _path(bilag)
    return f"{path} ({bilag.made_of[len(path) + 1 :][:8]})"


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


def _row(side: Anatomy, bilag: StatedBilag | None) -> Spot | None:
    name = f"bilag-list/{bilag.key}" if bilag else ""
    return Spot(leaf=name, span=side.rows[name].span) if name in side.rows else None


def _line(side: Anatomy, bilag: StatedBilag | None) -> Spot | None:
    name = f"agenda/{bilag.point}/bilag/list/{bilag.key}/p1" if bilag else ""
    return whole(side, name) if name in side.leaves else None
