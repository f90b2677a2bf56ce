"""Facts about goals, sections and clauses: added, dropped, moved, renumbered, given another heading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where
from kdnet_docs.compare.facts.by_value import only_years_shifted
from kdnet_docs.compare.facts.changed_leaves import where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.headings import Headings
from kdnet_docs.compare.facts.pairing import Pairing, pairing
from kdnet_docs.compare.facts.years import year_step
from kdnet_docs.reading.typography import only_typography
from kdnet_docs.reading.values import Words


def facts_of_outline(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """One fact for a part with all it holds; followers that are only renumbered share one."""
    old, new = Headings(aligned.old), Headings(aligned.new)
    outline = _Outline(
        aligned=aligned,
        old=old,
        new=new,
        pairs=pairing(aligned),
        left_old={one for one in old.by_id if not claims.of_old(aligned.old.leaves[one])},
        left_new={one for one in new.by_id if not claims.of_new(aligned.new.leaves[one])},
    )
    yield from outline.dropped()
    yield from outline.added()
    if bool(old.of_overview) == bool(new.of_overview):
        yield from outline.without_title()
    elif set(old.by_id) & set(new.by_id):
        yield from outline.overviews()
    yield from outline.moved()
    yield from outline.renumbered()
    yield from outline.reworded()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outline:
    """Both outlines; `left_old` and `left_new` are the headings that no fact before speaks of."""

    aligned: Aligned
    old: Headings
    new: Headings
    pairs: Pairing
    left_old: set[str]
    left_new: set[str]

    # --- dropped and added

    def dropped(self) -> Iterator[Fact]:
        gone = self.left_old & self.pairs.deleted
        for unit, leaves in _by_unit(self.old, gone, self.pairs.deleted).items():
            notes = (step.old for step in self.aligned.notes if step.new is None and step.old)
            of_notes = _notes_in(self.old, notes, leaves)
            goal = self.old.is_goal(unit)
            shown = self._overview(self.old, unit, self.pairs.deleted)
            yield Fact(
                kind=Kind.GOAL_DROPPED if goal else Kind.CLAUSE_DROPPED,
                subject=self.old.side.leaves[unit].text,
                old=Words(text=self.old.name(unit)),
                new=None,
                places=tuple(
                    where(self.aligned, spot, None)
                    for spot in self._spots(self.old, (*leaves, *shown, *of_notes))
                ),
            )

    def added(self) -> Iterator[Fact]:
        come = self.left_new & self.pairs.inserted
        for unit, leaves in _by_unit(self.new, come, self.pairs.inserted).items():
            notes = (step.new for step in self.aligned.notes if step.old is None and step.new)
            of_notes = _notes_in(self.new, notes, leaves)
            goal = self.new.is_goal(unit)
            shown = self._overview(self.new, unit, self.pairs.inserted)
            yield Fact(
                kind=Kind.GOAL_ADDED if goal else Kind.CLAUSE_ADDED,
                subject=self.new.side.leaves[unit].text,
                old=None,
                new=Words(text=self.new.name(unit)),
                places=tuple(
                    where(self.aligned, None, spot)
                    for spot in self._spots(self.new, (*leaves, *shown, *of_notes))
                ),
            )

    def _spots(self, headings: Headings, identities: Iterable[str]) -> Iterator[Spot]:
        side = headings.side
        for identity in dict.fromkeys(identities):
            if identity in side.leaves:
                yield whole(side, identity)
            else:
                yield Spot(leaf=identity, span=side.notes[identity].span)

    def _overview(self, headings: Headings, unit: str, among: set[str]) -> tuple[str, ...]:
        """The line of a goal in the overview, or what the overview says of a group besides its goals."""
        if headings.is_goal(unit):
            leaf = headings.in_overview.get(unit)
            return (leaf,) if leaf in among and leaf else ()
        lines = set(headings.in_overview.values())
        return tuple(
            leaf for leaf in headings.of_overview if leaf in among - lines and leaf.startswith(f"{unit}/")
        )

    def overviews(self) -> Iterator[Fact]:
        """An overview that came or went as a whole, while its goals stayed."""
        if self.old.of_overview and not self.new.of_overview:
            gone = [leaf for leaf in self.old.of_overview if leaf in self.pairs.deleted]
            spots = [whole(self.old.side, leaf) for leaf in gone]
            yield Fact(
                kind=Kind.TEXT_REMOVED,
                subject="",
                old=Words(text=" … ".join(self.old.side.leaves[leaf].text for leaf in gone)),
                new=None,
                places=tuple(where(self.aligned, spot, None) for spot in spots),
            )
        if self.new.of_overview and not self.old.of_overview:
            come = [leaf for leaf in self.new.of_overview if leaf in self.pairs.inserted]
            spots = [whole(self.new.side, leaf) for leaf in come]
            yield Fact(
                kind=Kind.TEXT_ADDED,
                subject="",
                old=None,
                new=Words(text=" … ".join(self.new.side.leaves[leaf].text for leaf in come)),
                places=tuple(where(self.aligned, None, spot) for spot in spots),
            )

    def without_title(self) -> Iterator[Fact]:
        """Goals that have a number in the overview and nothing more."""
        for goal, leaf in self.old.in_overview.items():
            if goal not in self.old.by_id and leaf in self.pairs.deleted:
                name = Words(text=self.old.goal_number(leaf))
                place = where(self.aligned, whole(self.old.side, leaf), None)
                yield Fact(kind=Kind.GOAL_DROPPED, subject=name.text, old=name, new=None, places=(place,))
        for goal, leaf in self.new.in_overview.items():
            if goal not in self.new.by_id and leaf in self.pairs.inserted:
                name = Words(text=self.new.goal_number(leaf))
                place = where(self.aligned, None, whole(self.new.side, leaf))
                yield Fact(kind=Kind.GOAL_ADDED, subject=name.text, old=None, new=name, places=(place,))

    # --- moved

    def moved(self) -> Iterator[Fact]:
        heads = {
            new: old
            for new, old in self.pairs.moved.items()
            if new in self.left_new and old in self.old.by_id
        }
        for unit, leaves in _by_unit(self.new, heads, self.pairs.moved).items():
            shown = self._overview(self.new, unit, set(self.pairs.moved))
            old, new = self._from_and_to(heads[unit], unit)
            yield Fact(
                kind=Kind.CLAUSE_MOVED,
                subject=self.new.side.leaves[unit].text,
                old=Words(text=old) if old else None,
                new=Words(text=new) if new else None,
                places=tuple(self._pair(self.pairs.moved[leaf], leaf) for leaf in (*leaves, *shown)),
            )

    def _from_and_to(self, old: str, new: str) -> tuple[str, str]:
        """The numbers, the headings above, or what it stands after now."""
        above = self.old.parents[old], self.new.parents[new]
        if self.pairs.new_of.get(above[0], above[0]) != above[1] and all(above):
            return self.old.name(above[0]), self.new.name(above[1])
        numbers = self.old.number(old), self.new.number(new)
        if all(numbers) and numbers[0] != numbers[1]:
            return self.old.label(old), self.new.label(new)
        before = self.new.before(new)
        return "", self.new.name(before) if before else ""

    def _left(self) -> Iterator[str]:
        return (new for new in self.new.by_id if new in self.left_new)

    def _pair(self, old: str, new: str) -> Where:
        return where(self.aligned, whole(self.old.side, old), whole(self.new.side, new))

    # --- renumbered

    def renumbered(self) -> Iterator[Fact]:
        followers: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for new in self._left():
            old = self.pairs.old_of.get(new)
            if old is None or old not in self.old.by_id or new in self.pairs.moved:
                continue
            if self.old.number(old) != self.new.number(new) and self.old.number(old) and self.new.number(new):
                followers[self.new.sequence(new)].append((old, new))
        for sequence, pairs in followers.items():
            yield self._renumbered(sequence, pairs)

    def _renumbered(self, sequence: str, pairs: list[tuple[str, str]]) -> Fact:
        goals = sequence == "goals"
        moved_lines = (
            (self.pairs.moved[leaf], leaf)
            for _, new in pairs
            if (leaf := self.new.in_overview.get(new, "")) in self.pairs.moved
        )
        return Fact(
            kind=Kind.GOAL_RENUMBERED if goals else Kind.CLAUSE_RENUMBERED,
            subject="" if goals else self._of_renumbered([new for _, new in pairs]),
            old=Words(text=", ".join(str(self.old.number(old)) for old, _ in pairs)),
            new=Words(text=", ".join(str(self.new.number(new)) for _, new in pairs)),
            places=tuple(self._pair(old, new) for old, new in (*pairs, *moved_lines)),
        )

    def _of_renumbered(self, clauses: list[str]) -> str:
        """The heading of one clause, or the one above several."""
        above = self.new.parents[clauses[0]]
        one = len(clauses) == 1
        return self.new.side.leaves[clauses[0]].text if one else self.new.name(above) if above else ""

    # --- other words

    def reworded(self) -> Iterator[Fact]:
        """Headings that say something else; what is only spelled or dated otherwise is read as words."""
        step, language = year_step(self.aligned), self.new.side.document.language
        for new in self._left():
            old = self.pairs.old_of.get(new)
            if old is None or old not in self.old.by_id:
                continue
            texts = self.old.side.leaves[old].text, self.new.side.leaves[new].text
            if only_years_shifted(*texts, step) or only_typography(*texts, language):
                continue
            shown = self.old.in_overview.get(old, ""), self.new.in_overview.get(new, "")
            lines = (shown,) if self.pairs.new_of.get(shown[0]) == shown[1] else ()
            yield Fact(
                kind=Kind.HEADING,
                subject=texts[1],
                old=Words(text=texts[0]),
                new=Words(text=texts[1]),
                places=tuple(self._pair(*pair) for pair in ((old, new), *lines)),
            )


def _by_unit(
    headings: Headings, among: "set[str] | dict[str, str]", leaves: Iterable[str]
) -> dict[str, list[str]]:
    """The leaves that went or came with each part, in reading order."""
    wanted = set(leaves)
    units: dict[str, list[str]] = defaultdict(list)
    for leaf in headings.side.leaves:
        if leaf in wanted and leaf not in headings.in_notes and (unit := headings.unit(leaf, among)):
            units[unit].append(leaf)
    return units


def _notes_in(headings: Headings, notes: Iterable[str], leaves: Iterable[str]) -> Iterator[str]:
    """The notes among these whose marks stand in the leaves, or in tables among them."""
    held = {part for leaf in leaves for part in headings.held_by(leaf)}
    stands = headings.marks
    return (note for note in notes if note in stands and stands[note].leaf in held)
