"""What becomes of targets: the figure of each is for somebody to decide, unless it was set ahead."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.rollforward.found_times import Time, stretches
from kdnet_docs.rollforward.item import Item, Verdict, ask, keep, shift, whole
from kdnet_docs.rollforward.shifting import shifted
from kdnet_docs.rollforward.versions import Versions
from kdnet_docs.sources.parts import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTarget:
    """A target by its id, with its values by their keys, and the times that say when it is due."""

    id: str
    parts: Mapping[str, Part]
    times: tuple[Time, ...]

    def text(self, key: str) -> str:
        """The words below a key, or none."""
        return self.parts[key].wording.text if key in self.parts else ""

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year in which it is due."""
        if not self.times:
            return None
        return min(time.first for time in self.times), max(time.last for time in self.times)

    @property
    def figure(self) -> str:
        """The figure with what it counts."""
        return f"{self.text('value')} {self.text('unit')}".strip()

    @property
    def stem(self) -> str:
        """The id without the year in it."""
        return re.sub(r"[-_]?(?:19|20)\d\d", "", self.id)


def found_targets(every: Sequence[Part], versions: Versions, language: str) -> tuple[FoundTarget, ...]:
    """The targets of a contract in reading order."""
    of_targets = [part for part in every if "targets" in part.keys[:-1] and part.name.startswith("targets.")]
    return tuple(
        _found(identity, {part.key: part for part in parts}, versions, language)
        for identity, parts in groupby(of_targets, key=lambda part: part.name.split(".")[1])
    )


def _found(identity: str, by_key: Mapping[str, Part], versions: Versions, language: str) -> FoundTarget:
    due = by_key.get("due")
    read = stretches(due.wording, language, versions.old.year) if due else ()
    times = tuple(time for one in read for time in one.times if time.kind != "yearless")
    return FoundTarget(id=identity, parts=by_key, times=times)


def followed(targets: Sequence[FoundTarget], versions: Versions) -> frozenset[str]:
    """The targets for the new year that measure what another does for the old one."""
    return frozenset(
        ahead.id
        for target in targets
        if (ahead := _ahead(target, targets, versions)) and ahead.text("measure") == target.text("measure")
    )


def _ahead(target: FoundTarget, targets: Sequence[FoundTarget], versions: Versions) -> FoundTarget | None:
    """The target that the contract sets for the new year where this one is for the old."""
    old, new = versions.old, versions.new
    if not target.years or not old.year <= target.years[1] <= old.last:
        return None
    measure = target.text("measure")
    alike = [
        other
        for other in targets
        if other.id != target.id
        and other.years
        and old.last < other.years[0] <= other.years[1] <= new.last
        and other.text("unit") == target.text("unit")
        and (other.stem == target.stem or (measure and other.text("measure") == measure))
    ]
    return max(alike, key=lambda other: other.years or (), default=None)


def target_items(targets: Sequence[FoundTarget], versions: Versions) -> Iterator[Item]:
    """What is decided of the figure of each target, and of when it is due."""
    next_ones = followed(targets, versions)
    for target in targets:
        figure, due = _verdicts(
            target, _ahead(target, targets, versions), versions, is_followed=target.id in next_ones
        )
        for key, verdict in (("value", figure), ("due", due)):
            if key in target.parts and verdict:
                yield _item(target, key, verdict)


def _item(target: FoundTarget, key: str, verdict: Verdict) -> Item:
    said = ", ".join(filter(None, (target.text("measure"), target.figure, target.text("due"))))
    return whole(target.parts[key], said, verdict)


def _verdicts(
    target: FoundTarget, ahead: FoundTarget | None, versions: Versions, *, is_followed: bool
) -> tuple[Verdict, Verdict | None]:
    """Of the figure, and of when it is due where that names a year."""
    value, due = target.text("value"), target.text("due")
    old, new = versions.old.year, versions.new.year
    moved = shifted(due, versions.years)
    some = msg("some of the years are over when {year} begins", year=new)
    if "due" not in target.parts:
        return ask(value, _asked(target, None, versions)), None
    if target.years is None:
        return keep(value, msg("a target that is due in no certain year holds until it is changed")), None
    first, last = target.years
    if old <= last <= versions.old.last:
        return ask(ahead.text("value") if ahead else value, _asked(target, ahead, versions)), shift(
            moved, msg("the target of the year is due as many years later")
        )
    if last < new and old not in target.years:
        over = msg(
            "the target was due in {year}, which is over: is it set anew, or to be deleted in the draft?",
            year=last,
        )
        return keep(value, msg("it stands or falls with the year in which it is due")), ask(None, over)
    if is_followed:
        next_one = msg("the target for {year} is this year's now: which is the next?", year=new)
        return ask(None, next_one), ask(moved, next_one)
    if first <= old and last < new:
        return ask(value, _asked(target, None, versions)), ask(moved, some)
    if first <= old:
        left = [year for year in YEAR.findall(due) if int(year) >= new]
        is_list = len(YEAR.findall(due)) > 1 and target.times[0].kind == "listed"
        when = ask(left[0] if len(left) == 1 else None, some) if is_list else _within(due, new)
        return keep(value, msg("the target is set for {year} too", year=new)), when
    return keep(value, msg("the target was set ahead, for {year}", year=last)), keep(
        due, msg("the target was set ahead, for {year}", year=last)
    )


def _within(due: str, new: int) -> Verdict:
    return keep(due, msg("a period in which {year} lies too", year=new))


def _asked(target: FoundTarget, ahead: FoundTarget | None, versions: Versions) -> Message:
    if ahead and ahead.years:
        return msg(
            "the target for {old} was {figure}; the contract has {ahead} for {year}: is that the target now?",
            old=versions.old.year,
            figure=target.figure,
            ahead=ahead.figure,
            year=ahead.years[1],
        )
    return msg(
        "the target for {old} was {figure}: which is it for {new}?",
        old=versions.old.year,
        figure=target.figure,
        new=versions.new.year,
    )
