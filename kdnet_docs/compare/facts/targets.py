"""Facts about the figures that goals set, as the source states them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from kdnet_docs.assembly.values import decimal
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.facts.by_value import by_number, direction, only_years_shifted
from kdnet_docs.compare.facts.changed_leaves import in_the_data
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.inlines import by_path, paired, places
from kdnet_docs.compare.facts.pairing import Pairing, pairing
from kdnet_docs.compare.facts.years import year_step
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import Placed
from kdnet_docs.document.stated import StatedTarget
from kdnet_docs.reading.values import Figure, Words

ALIKE = 80
"""How alike, of 100, two measures of one goal are that measure the same."""


def facts_of_targets(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Targets that were raised, lowered, measured otherwise, came or went; not those of a goal that did."""
    pairs = pairing(aligned)
    shown = _Shown(
        aligned=aligned,
        pairs=pairs,
        old=by_path(aligned.old, "targets"),
        new=by_path(aligned.new, "targets"),
    )
    old, new = aligned.old.stated(StatedTarget), aligned.new.stated(StatedTarget)
    matched = matched_targets(aligned)
    for target in old:
        other = matched.get(target.id)
        if other:
            yield from _changed(shown, target, other)
        elif target.goal not in pairs.deleted:
            yield _fact(shown, target, None)
    known = {target.id for target in matched.values()}
    for target in new:
        if target.id not in known and target.goal not in pairs.inserted:
            yield _fact(shown, None, target)


def matched_targets(aligned: Aligned) -> Mapping[str, StatedTarget]:
    """The new target by the id of the old one that it goes on from."""
    return dict(
        _matched(aligned.old.stated(StatedTarget), aligned.new.stated(StatedTarget), pairing(aligned))
    )


def _matched(
    old: tuple[StatedTarget, ...], new: tuple[StatedTarget, ...], pairs: Pairing
) -> Iterator[tuple[str, StatedTarget]]:
    """Targets by id; then, within one goal, by what they measure and when, the likest first."""
    by_id = {target.id: target for target in new}
    yield from ((target.id, by_id[target.id]) for target in old if target.id in by_id)
    names = {target.id for target in old}
    left_old = [target for target in old if target.id not in by_id]
    left_new = [target for target in new if target.id not in names]
    scored = sorted(
        (
            (-_alike(one, other), at, one, other)
            for one in left_old
            for at, other in enumerate(left_new)
            if pairs.new_of.get(one.goal, one.goal) == other.goal and _alike(one, other) >= ALIKE
        ),
        key=lambda found: found[:2],
    )
    taken: set[str] = set()
    for _, _, one, other in scored:
        if not taken & {f"old {one.id}", f"new {other.id}"}:
            taken |= {f"old {one.id}", f"new {other.id}"}
            yield one.id, other


def _alike(old: StatedTarget, new: StatedTarget) -> float:
    return ratio(old.measure, new.measure) if old.unit == new.unit else 0


def _changed(shown: "_Shown", old: StatedTarget, new: StatedTarget) -> Iterator[Fact]:
    if (old.value, old.unit) != (new.value, new.unit):
        yield _fact(shown, old, new)
    aligned = shown.aligned
    step = year_step(aligned)
    if not only_years_shifted(old.measure, new.measure, step):
        yield _words(aligned, Kind.DEFINITION, old, new, (old.measure, new.measure))
    if not only_years_shifted(old.due, new.due, step):
        yield _words(aligned, Kind.DEADLINE, old, new, (old.due, new.due))


def _words(
    aligned: Aligned, kind: Kind, old: StatedTarget, new: StatedTarget, values: tuple[str, str]
) -> Fact:
    before, after = (Words(text=text) if text else None for text in values)
    place = _below_its_goal(aligned, old, new)
    return Fact(kind=kind, subject=new.measure, old=before, new=after, places=(place,))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """Where both texts say the figures of targets, by the paths of their parameters."""

    aligned: Aligned
    pairs: Pairing
    old: Mapping[str, list[Placed]]
    new: Mapping[str, list[Placed]]

    def places(self, old: StatedTarget | None, new: StatedTarget | None) -> tuple[Where, ...]:
        """The places of a target that say another figure, or have no counterpart."""
        pairs = paired(self.pairs, _of(self.old, old), _of(self.new, new))
        return tuple(places(self.aligned, pairs))


def _of(found: Mapping[str, list[Placed]], target: StatedTarget | None) -> tuple[Placed, ...]:
    if target is None:
        return ()
    name = f"targets.{target.id}"
    return (*found.get(name, ()), *found.get(f"{name}.value", ()))


def _fact(shown: _Shown, old: StatedTarget | None, new: StatedTarget | None) -> Fact:
    aligned = shown.aligned
    before, after = _figure(aligned.old, old), _figure(aligned.new, new)
    stated = new or old
    by = by_number(before, after)
    kind = Kind.TARGET if old and new else Kind.TARGET_ADDED if new else Kind.TARGET_DROPPED
    return Fact(
        kind=kind,
        subject=stated.measure or stated.id if stated else "",
        old=before,
        new=after,
        places=(*shown.places(old, new), _below_its_goal(aligned, old, new)),
        difference=by,
        direction=direction(by),
    )


def _figure(side: Anatomy, target: StatedTarget | None) -> Figure | None:
    if target is None:
        return None
    text = f"{decimal(target.value, side.document.language)} {target.unit}".rstrip()
    return Figure(number=target.value, unit=target.unit, text=text, due=target.due)


def _below_its_goal(aligned: Aligned, old: StatedTarget | None, new: StatedTarget | None) -> Where:
    side, stated = (aligned.new, new) if new else (aligned.old, old)
    goal = stated.goal if stated and stated.goal in side.leaves else ""
    return replace(in_the_data(old, new), clause=side.clause(goal) if goal else "", clause_id=goal)
