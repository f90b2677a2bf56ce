"""Two documents side by side, by steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from kdnet_docs.alignment.sequence import Match, matches
from kdnet_docs.alignment.steps import (
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
    NoteStep,
    Paired,
    Step,
    TablePair,
)
from kdnet_docs.alignment.together import Place, read_together
from kdnet_docs.compare.aligning.notes import paired_notes
from kdnet_docs.compare.aligning.parts import leaf_ids, leaf_parts
from kdnet_docs.compare.aligning.tables import table_pair
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.document.anatomy import Anatomy, anatomy
from kdnet_docs.document.tree import Block, Cell, Document


def align(old: Document, new: Document) -> Aligned:
    """The steps by which both documents are read together.

    Each leaf outside tables and notes is in one step of each side, in its own document's order; so are
    the rows of a pair of tables, their cells, and the notes. What went stands before what came.
    """
    aligner = _Aligner(anatomy(old), anatomy(new))
    steps = aligner.steps(old.blocks, new.blocks)
    return Aligned(old=aligner.old, new=aligner.new, steps=steps, notes=tuple(aligner.notes(steps)))


@dataclass(frozen=True, slots=True)
class _Aligner:
    old: Anatomy
    new: Anatomy

    def steps(self, old: Iterable[Block], new: Iterable[Block]) -> tuple[Step, ...]:
        """The leaves and tables of both, lists and quotes flattened."""
        found = matches(leaf_parts(self.old, old), leaf_parts(self.new, new))
        return self._in_order(leaf_ids(old), leaf_ids(new), found)

    def _in_order(self, old: tuple[str, ...], new: tuple[str, ...], found: list[Match]) -> tuple[Step, ...]:
        places = read_together(found, len(old), len(new))
        return tuple(
            self._step(place, tuple(old[at] for at in place.old), tuple(new[at] for at in place.new))
            for place in places
        )

    def _step(self, place: Place, old: tuple[str, ...], new: tuple[str, ...]) -> Step:
        match place.what:
            case "same":
                return self._table(old[0], new[0]) or Paired(old=old, new=new)
            case "deleted":
                return Deleted(old=old[0])
            case "inserted":
                return Inserted(new=new[0])
            case "left":
                return MovedFrom(old=old[0], new=new[0])
            case "came":
                return MovedTo(old=old[0], new=new[0], table=self._table(old[0], new[0]))
            case _:
                assert_never(place.what)

    def _table(self, old: str, new: str) -> TablePair | None:
        if old in self.old.tables and new in self.new.tables:
            tables = self.old.tables[old], self.new.tables[new]
            return table_pair(self.old, self.new, *tables, self._in_cells)
        return None

    def _in_cells(self, old: Cell, new: Cell) -> tuple[Step, ...]:
        """What is in two cells; one that holds nothing has a leaf without words."""
        if old.blocks and new.blocks:
            return self._inside(old.blocks, new.blocks)
        return self._first_paired(leaf_ids(old.blocks) or (old.id,), leaf_ids(new.blocks) or (new.id,))

    def _inside(self, old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Step, ...]:
        """What is in a pair of cells or notes; if that is one paragraph each, whatever they say."""
        before, after = leaf_ids(old), leaf_ids(new)
        if len(before) == len(after) == 1:
            return self._first_paired(before, after)
        return self.steps(old, new)

    def _first_paired(self, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Step, ...]:
        is_table = old[0] in self.old.tables, new[0] in self.new.tables
        return self._in_order(old, new, [Match(old=(0,), new=(0,))] if is_table[0] == is_table[1] else [])

    # --- notes ---------------------------------------------------------------------------------

    def notes(self, steps: tuple[Step, ...]) -> Iterator[NoteStep]:
        """The footnotes of both, as `paired_notes` orders them."""
        for before, after in paired_notes(self.old, self.new, steps):
            if before is None or after is None:
                yield NoteStep(old=before, new=after)
            else:
                blocks = self.old.notes[before].blocks, self.new.notes[after].blocks
                yield NoteStep(old=before, new=after, steps=self._inside(*blocks))
