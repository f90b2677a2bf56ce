"""Two documents side by side, by steps."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kdnet_docs.alignment.sequence import Match, Part, matches
from kdnet_docs.alignment.steps import (
    CellStep,
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
    NoteStep,
    Paired,
    RowStep,
    Step,
    TablePair,
)
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.sides import Leaf, Side, side
from kdnet_docs.document.grid import rows_with_columns
from kdnet_docs.document.tree import Block, Cell, Document, List, Paragraph, Quote, Row, Signatures, Table

_POSITIONAL = re.compile(r"/(?:p|list|quote|code|rule)\d+(?:/|$)")


def stable(identity: str) -> bool:
    """Whether an id is an author's own or made of words, not of a place ("oekonomi", not "oekonomi/p2")."""
    return not _POSITIONAL.search(identity)


def align(old: Document, new: Document) -> Aligned:
    """The steps by which both documents are read together."""
    before, after = side(old), side(new)
    aligner = _Aligner(before, after)
    return Aligned(
        old=before,
        new=after,
        steps=aligner.steps(old.blocks, new.blocks),
        notes=tuple(aligner.notes()),
    )


@dataclass(frozen=True, slots=True)
class _Aligner:
    old: Side
    new: Side

    def steps(self, old: Iterable[Block], new: Iterable[Block]) -> tuple[Step, ...]:
        """What both hold, flattened to leaves and tables."""
        return self._of_leaves(tuple(_leaves(old)), tuple(_leaves(new)))

    def _of_leaves(self, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Step, ...]:
        found = matches([_part(self.old, one) for one in old], [_part(self.new, one) for one in new])
        return tuple(self._in_order(old, new, found))

    def _in_order(self, old: tuple[str, ...], new: tuple[str, ...], found: list[Match]) -> Iterator[Step]:
        by_old = {match.old: match for match in found}
        by_new = {match.new: match for match in found}
        at_old = at_new = 0
        for anchor in (*(match for match in found if not match.moved), Match(old=len(old), new=len(new))):
            for at in range(at_old, anchor.old):
                moved = by_old.get(at)
                yield MovedFrom(old=old[at], new=new[moved.new]) if moved else Deleted(old=old[at])
            for at in range(at_new, anchor.new):
                moved = by_new.get(at)
                yield MovedTo(old=old[moved.old], new=new[at]) if moved else Inserted(new=new[at])
            if anchor.old < len(old):
                yield self._pair(old[anchor.old], new[anchor.new])
            at_old, at_new = anchor.old + 1, anchor.new + 1

    def _pair(self, old: str, new: str) -> Step:
        if old in self.old.tables and new in self.new.tables:
            return self._table(self.old.tables[old], self.new.tables[new])
        return Paired(old=(old,), new=(new,))

    # --- tables

    def _table(self, old: Table, new: Table) -> TablePair:
        captions = ((old.id,) if old.caption else (), (new.id,) if new.caption else ())
        if all(captions):
            caption: tuple[Step, ...] = (Paired(old=captions[0], new=captions[1]),)
        else:
            caption = (
                *(Deleted(old=one) for one in captions[0]),
                *(Inserted(new=one) for one in captions[1]),
            )
        columns = _columns(old, new)
        return TablePair(
            old=old.id,
            new=new.id,
            caption=caption,
            columns=columns,
            rows=tuple(self._rows(old, new, columns)),
        )

    def _rows(
        self, old: Table, new: Table, columns: tuple[tuple[int | None, int | None], ...]
    ) -> Iterator[RowStep]:
        before, after = tuple(rows_with_columns(old)), tuple(rows_with_columns(new))
        found = matches(
            [self._row_part(row, old) for row, _ in before], [self._row_part(row, new) for row, _ in after]
        )
        by_old = {match.old: match for match in found}
        by_new = {match.new: match for match in found}
        at_old = at_new = 0
        for anchor in (
            *(match for match in found if not match.moved),
            Match(old=len(before), new=len(after)),
        ):
            for at in range(at_old, anchor.old):
                moved = by_old.get(at)
                other = after[moved.new][0].id if moved else None
                yield RowStep(old=before[at][0].id, new=other, moved=bool(moved), left=bool(moved))
            for at in range(at_new, anchor.new):
                if moved := by_new.get(at):
                    cells = tuple(self._cells(before[moved.old][1], after[at][1], columns))
                    yield RowStep(old=before[moved.old][0].id, new=after[at][0].id, moved=True, cells=cells)
                else:
                    yield RowStep(old=None, new=after[at][0].id)
            if anchor.old < len(before):
                one, other_row = before[anchor.old], after[anchor.new]
                cells = tuple(self._cells(one[1], other_row[1], columns))
                yield RowStep(old=one[0].id, new=other_row[0].id, cells=cells)
            at_old, at_new = anchor.old + 1, anchor.new + 1

    def _row_part(self, row: Row, table: Table) -> Part:
        key = row.id.removeprefix(table.id)
        return Part(key=key, text="")

    def _cells(
        self,
        old: tuple[tuple[int, Cell], ...],
        new: tuple[tuple[int, Cell], ...],
        columns: tuple[tuple[int | None, int | None], ...],
    ) -> Iterator[CellStep]:
        before, after = dict(old), dict(new)
        for at_old, at_new in columns:
            one = before.get(at_old) if at_old is not None else None
            other = after.get(at_new) if at_new is not None else None
            if one and other:
                yield CellStep(
                    old=one.id, new=other.id, steps=self._of_leaves(_in_cell(one), _in_cell(other))
                )
            elif one or other:
                yield CellStep(old=one.id if one else None, new=other.id if other else None)

    # --- notes

    def notes(self) -> Iterator[NoteStep]:
        """The footnotes of both, in reading order."""
        old, new = tuple(self.old.notes), tuple(self.new.notes)
        found = matches([Part(key=one, text="") for one in old], [Part(key=one, text="") for one in new])
        at_old = at_new = 0
        for anchor in (*found, Match(old=len(old), new=len(new))):
            yield from (NoteStep(old=one, new=None) for one in old[at_old : anchor.old])
            yield from (NoteStep(old=None, new=one) for one in new[at_new : anchor.new])
            if anchor.old < len(old):
                one, other = old[anchor.old], new[anchor.new]
                steps = self.steps(self.old.notes[one].blocks, self.new.notes[other].blocks)
                yield NoteStep(old=one, new=other, steps=steps)
            at_old, at_new = anchor.old + 1, anchor.new + 1


def _part(one_side: Side, identity: str) -> Part:
    leaf = one_side.leaves[identity]
    return Part(key=identity if stable(identity) else "", text=leaf.text)


def _columns(old: Table, new: Table) -> tuple[tuple[int | None, int | None], ...]:
    both = min(len(old.columns), len(new.columns))
    return (
        *((at, at) for at in range(both)),
        *((at, None) for at in range(both, len(old.columns))),
        *((None, at) for at in range(both, len(new.columns))),
    )


def _in_cell(cell: Cell) -> tuple[str, ...]:
    return tuple(_leaves(cell.blocks)) or (cell.id,)


def _leaves(blocks: Iterable[Block]) -> Iterator[str]:
    """The ids of the leaves and tables of blocks, in order."""
    for block in blocks:
        match block:
            case List():
                for item in block.items:
                    if not (item.blocks and isinstance(item.blocks[0], Paragraph)):
                        yield item.id
                    yield from _leaves(item.blocks)
            case Quote():
                yield from _leaves(block.blocks)
            case Signatures():
                for one in block.signatories:
                    yield from (f"{one.id}/{part}" for part in ("heading", "date_line", "name", "title"))
            case _:
                yield block.id
