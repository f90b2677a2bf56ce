"""The text of two documents side by side, as another program can draw it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, assert_never

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
from kdnet_docs.compare.one_sided import gone_cells, in_cell, in_note, in_row, of_gone_table, of_new_table
from kdnet_docs.compare.pieces import pieces
from kdnet_docs.document.anatomy import Anatomy

_Json = Mapping[str, Any]


def steps_as_json(steps: Iterable[Step], aligned: Aligned) -> Sequence[_Json]:
    """Steps in the order in which both documents are read together."""
    return [_step(step, aligned) for step in steps]


def notes_as_json(notes: Iterable[NoteStep], aligned: Aligned) -> Sequence[_Json]:
    """Footnotes; one that is in one document alone has its text all the same."""
    return [_note(note, aligned) for note in notes]


def _step(step: Step, aligned: Aligned) -> _Json:
    match step:
        case Paired():
            return _paired("paired", step.old, step.new, aligned)
        case MovedTo():
            table = {"table": _table(step.table, aligned)} if step.table else {}
            return _paired("moved-to", (step.old,), (step.new,), aligned) | table
        case MovedFrom():
            return _lone("moved-from", step, aligned) | {"to": step.new}
        case Deleted():
            return _lone("deleted", step, aligned)
        case Inserted():
            return _lone("inserted", step, aligned)
        case TablePair():
            return {"step": "table", **_table(step, aligned)}
        case _:
            assert_never(step)


def _paired(name: str, old: Sequence[str], new: Sequence[str], aligned: Aligned) -> dict[str, Any]:
    before, after = aligned.old.text(old), aligned.new.text(new)
    return {
        "step": name,
        "old": [_leaf(one, aligned.old) for one in old],
        "new": [_leaf(one, aligned.new) for one in new],
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in pieces(before, after)],
    }


def _lone(name: str, step: Deleted | Inserted | MovedFrom, aligned: Aligned) -> dict[str, Any]:
    """What one document has alone; of a whole table its rows too."""
    if isinstance(step, Inserted):
        kind, identity, side, of_table = "inserted", step.new, aligned.new, of_new_table
    else:
        kind, identity, side, of_table = "deleted", step.old, aligned.old, of_gone_table
    leaf, text, table = _leaf(identity, side), side.leaves[identity].text, side.tables.get(identity)
    made = {
        "step": name,
        "old": [leaf] if kind == "deleted" else [],
        "new": [leaf] if kind == "inserted" else [],
        "pieces": [{"kind": kind, "text": text}] if text else [],
    }
    if table is None:
        return made
    cells = [in_row(row, aligned) for row in of_table(table).rows]
    return {
        **made,
        "rows": [[steps_as_json(in_cell(cell, aligned), aligned) for cell in row] for row in cells],
    }


def _leaf(identity: str, side: Anatomy) -> _Json:
    leaf = side.leaves[identity]
    return {"id": identity, "kind": leaf.kind, "label": leaf.label, "under": leaf.under, "depth": leaf.depth}


def _table(step: TablePair, aligned: Aligned) -> dict[str, Any]:
    return {
        "old": step.old,
        "new": step.new,
        "caption": steps_as_json(step.caption, aligned),
        "columns": [list(pair) for pair in step.columns],
        "rows": [_row(row, aligned) for row in step.rows],
    }


def _row(row: RowStep, aligned: Aligned) -> _Json:
    cells = gone_cells(row.old, aligned) if row.left and row.old else in_row(row, aligned)
    return {
        "old": row.old,
        "new": row.new,
        "moved": row.moved,
        "left": row.left,
        "cells": [_cell(cell, aligned) for cell in cells],
    }


def _cell(cell: CellStep, aligned: Aligned) -> _Json:
    return {"old": cell.old, "new": cell.new, "steps": steps_as_json(in_cell(cell, aligned), aligned)}


def _note(note: NoteStep, aligned: Aligned) -> _Json:
    return {"old": note.old, "new": note.new, "steps": steps_as_json(in_note(note, aligned), aligned)}
