"""The two documents as rows: a row for each step, with how it was, how it is, and both in one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from markupsafe import Markup

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, NoteStep, Step, TablePair
from kdnet_docs.compare.aligning.parts import leaf_ids
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.faces.html_report.leaves import LeafStep, Leaves, here
from kdnet_docs.compare.faces.html_report.marks import Which, in_order, minor
from kdnet_docs.compare.faces.html_report.table_steps import Sort, TableSteps
from kdnet_docs.compare.faces.html_report.tables import Tables
from kdnet_docs.compare.fact import Fact, Where
from kdnet_docs.compare.one_sided import in_note

_NOTHING = Markup("")

# Addresses that the page itself gives away; a heading with such an id gets another.
_TAKEN = re.compile(r"_|f\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A step on the page; what is empty is not there.

    `facts` are all that stand in it, `links` those to which it leads itself: of a table, not those of its
    rows. `anchor` is its id on the page, `other` that of the place it moved to or came from, `other_clause`
    what that place is called if it is in another clause. `heading` is what a heading says and `level` how
    deep it is; `note` is the number of a footnote.
    """

    sort: Sort
    anchor: str
    old: Markup = _NOTHING
    new: Markup = _NOTHING
    both: Markup = _NOTHING
    facts: Sequence[Fact] = ()
    links: Sequence[Fact] = ()
    table: bool = False
    heading: str = ""
    level: int = 0
    note: str = ""
    other: str = ""
    other_clause: str = ""

    @property
    def minor(self) -> bool:
        """Whether a reader may hide what changed here."""
        return self.sort == "changed" and minor(self.facts)


class Rows:
    """Makes the rows of two aligned documents."""

    def __init__(self, aligned: Aligned, leaves: Leaves, steps: TableSteps, tables: Tables) -> None:
        self._aligned = aligned
        self._leaves = leaves
        self._steps = steps
        self._tables = tables
        self._anchors: dict[tuple[Which, str], str] = {}
        self._notes: dict[tuple[Which, str], NoteStep] = {}
        for number, step in enumerate(aligned.steps, start=1):
            self._anchor_step(step, f"_{number}")
        for number, note in enumerate(aligned.notes, start=1):
            self._anchor_note(note, f"_n{number}")

    # --- addresses

    def address(self, place: Where) -> str:
        """The id on the page of a place: where it is now, or where it was; nothing if it has no words."""
        now = self._anchors.get(("new", place.new.leaf), "") if place.new else ""
        return now or (self._anchors.get(("old", place.old.leaf), "") if place.old else "")

    def _anchor_step(self, step: Step, anchor: str) -> None:
        pair = self._steps.resolved(step)
        if isinstance(pair, TablePair):
            if not isinstance(step, MovedTo):
                self._anchor_table("old", pair.old, anchor)
            if not isinstance(step, MovedFrom):
                self._anchor_table("new", pair.new, anchor)
            return
        old, new = here(pair)
        leaf = self._leaves.sides["new"].leaves[new[0]] if new else None
        if leaf and leaf.kind == "heading":
            anchor = f"clause-{leaf.id}" if _TAKEN.match(leaf.id) else leaf.id
        self._anchors |= {("old", one): anchor for one in old}
        self._anchors |= {("new", one): anchor for one in new}

    def _anchor_table(self, which: Which, table: str, anchor: str) -> None:
        side = self._leaves.sides[which]
        if table not in side.tables:
            return
        self._anchors[which, table] = anchor
        for row in side.tables[table].rows:
            self._anchors[which, row.id] = anchor
            for cell in row.cells:
                self._anchors[which, cell.id] = anchor
                self._anchors |= {(which, one): anchor for one in leaf_ids(cell.blocks)}

    def _anchor_note(self, step: NoteStep, anchor: str) -> None:
        both: tuple[tuple[Which, str | None], ...] = (("old", step.old), ("new", step.new))
        for which, note in both:
            if note:
                self._anchors[which, note] = anchor
                blocks = self._leaves.sides[which].notes[note].blocks
                self._anchors |= {(which, one): anchor for one in leaf_ids(blocks)}
        # A note in both documents is shown where it stands now.
        self._notes["new" if step.new else "old", step.new or step.old or ""] = step

    # --- rows

    def write(self) -> Iterator[Row]:
        """All rows, each with its footnotes after it."""
        for step in self._aligned.steps:
            yield self._row(step)
            for key in [
                found for one in self._steps.leaf_steps((step,)) for found in self._leaves.notes(one)
            ]:
                if note := self._notes.pop(key, None):
                    yield self._note(note)
        yield from map(self._note, self._notes.values())

    def _row(self, step: Step) -> Row:
        pair = self._steps.resolved(step)
        if not isinstance(pair, TablePair):
            return self._leaf(pair)
        only_old = isinstance(step, Deleted | MovedFrom)
        facts = self._steps.facts(pair)
        in_rows = {fact.number for row in pair.rows for fact in self._steps.row_facts(row)}
        row = Row(
            sort=_SORTS.get(type(step)) or ("changed" if self._steps.changed(pair) else "same"),
            anchor=self._anchors["old", pair.old] if only_old else self._anchors["new", pair.new],
            old=self._tables.halves(pair) if isinstance(step, TablePair) else _NOTHING,
            both=self._tables.merged(pair, "old" if isinstance(step, MovedFrom) else "both"),
            facts=facts,
            links=[fact for fact in facts if fact.number not in in_rows],
            table=True,
        )
        return self._moved(step, row)

    def _leaf(self, step: LeafStep) -> Row:
        old, new = here(step)
        which: Which = "new" if new else "old"
        first = self._leaves.sides[which].leaves[(new or old)[0]]
        changed = self._leaves.changed(step)
        row = Row(
            sort=_SORTS.get(type(step)) or ("changed" if changed else "same"),
            anchor=self._anchors[which, first.id],
            old=self._leaves.block(step, "old") if old else _NOTHING,
            new=self._leaves.block(step, "new") if new else _NOTHING,
            both=self._leaves.block(step, "both") if changed and old and new else _NOTHING,
            facts=(facts := self._leaves.facts(step)),
            links=facts,
            heading=f"{first.label} {first.text}".strip() if first.kind == "heading" else "",
            level=first.depth if first.kind == "heading" else 0,
        )
        return self._moved(step, row)

    def _moved(self, step: Step, row: Row) -> Row:
        """The row with a link to its other place, if it has one."""
        match step:
            case MovedFrom():
                other = self._anchors["new", step.new]
            case MovedTo():
                other = self._anchors["old", step.old]
            case _:
                return row
        old, new = self._leaves.sides["old"], self._leaves.sides["new"]
        clauses = (new.clause(step.new), old.clause(step.old))
        within = clauses[0] == clauses[1]
        clause = "" if within else clauses[isinstance(step, MovedTo)]
        return replace(row, other=other, other_clause=clause)

    def _note(self, step: NoteStep) -> Row:
        which: Which = "new" if step.new else "old"
        note = step.new or step.old or ""
        steps = in_note(step, self._aligned)
        facts = in_order(
            (
                *self._leaves.marks.of("old", (step.old,) if step.old else ()),
                *self._leaves.marks.of("new", (step.new,) if step.new else ()),
                *(fact for one in self._steps.leaf_steps(steps) for fact in self._leaves.facts(one)),
            )
        )
        changed = bool(facts) or any(map(self._leaves.changed, self._steps.leaf_steps(steps)))
        sort: Sort = (
            "deleted" if not step.new else "inserted" if not step.old else "changed" if changed else "same"
        )
        return Row(
            sort=sort,
            anchor=self._anchors[which, note],
            old=self._tables.content(steps, "old"),
            new=self._tables.content(steps, "new"),
            both=self._tables.content(steps, "both") if sort == "changed" else _NOTHING,
            facts=facts,
            links=facts,
            note=str(self._leaves.numbers[which][note]),
        )


_SORTS: Mapping[type[Step], Sort] = MappingProxyType(
    {Deleted: "deleted", Inserted: "inserted", MovedFrom: "left", MovedTo: "came"}
)
