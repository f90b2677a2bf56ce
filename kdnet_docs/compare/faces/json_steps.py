"""The text of two documents side by side, as another program can draw it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, assert_never

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
from kdnet_docs.compare.aligning.parts import leaf_ids
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.pieces import joined, pieces
from kdnet_docs.compare.sides import Side
from kdnet_docs.document.tree import Cell

_Json = Mapping[str, Any]
_Kind = Literal["deleted", "inserted"]


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
            return _lone("moved-from", step.old, aligned.old, "deleted") | {"to": step.new}
        case Deleted():
            return _lone("deleted", step.old, aligned.old, "deleted")
        case Inserted():
            return _lone("inserted", step.new, aligned.new, "inserted")
        case TablePair():
            return {"step": "table", **_table(step, aligned)}
        case _:
            assert_never(step)


def _paired(name: str, old: Sequence[str], new: Sequence[str], aligned: Aligned) -> dict[str, Any]:
    before = joined([aligned.old.leaves[one].text for one in old])
    after = joined([aligned.new.leaves[one].text for one in new])
    return {
        "step": name,
        "old": [_leaf(one, aligned.old) for one in old],
        "new": [_leaf(one, aligned.new) for one in new],
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in pieces(before, after)],
    }


def _lone(name: str, identity: str, side: Side, kind: _Kind) -> dict[str, Any]:
    """What one document has alone; of a whole table its rows too."""
    leaf, text = _leaf(identity, side), side.leaves[identity].text
    table = side.tables.get(identity)
    rows = (
        {"rows": [[_in_cell(cell, side, kind) for cell in row.cells] for row in table.rows]} if table else {}
    )
    return {
        "step": name,
        "old": [leaf] if kind == "deleted" else [],
        "new": [leaf] if kind == "inserted" else [],
        "pieces": [{"kind": kind, "text": text}] if text else [],
        **rows,
    }


def _leaf(identity: str, side: Side) -> _Json:
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
    if row.cells:
        cells = [_cell(cell, aligned) for cell in row.cells]
    elif row.left or row.new is None:
        cells = _cells(row.old, aligned.old, "deleted")
    else:
        cells = _cells(row.new, aligned.new, "inserted")
    return {"old": row.old, "new": row.new, "moved": row.moved, "left": row.left, "cells": cells}


def _cells(row: str | None, side: Side, kind: _Kind) -> list[_Json]:
    """The cells of a row that is in one document only, or of the place that it left."""
    if row is None:
        return []
    return [
        {
            "old": cell.id if kind == "deleted" else None,
            "new": cell.id if kind == "inserted" else None,
            "steps": _in_cell(cell, side, kind),
        }
        for cell in side.rows[row].cells
    ]


def _cell(cell: CellStep, aligned: Aligned) -> _Json:
    match cell:
        case CellStep(old=str() as old, new=None):
            steps: Sequence[_Json] = _in_cell(aligned.old.cells[old], aligned.old, "deleted")
        case CellStep(old=None, new=str() as new):
            steps = _in_cell(aligned.new.cells[new], aligned.new, "inserted")
        case _:
            steps = steps_as_json(cell.steps, aligned)
    return {"old": cell.old, "new": cell.new, "steps": steps}


def _in_cell(cell: Cell, side: Side, kind: _Kind) -> Sequence[_Json]:
    """What stands in a cell of one document."""
    return _all(leaf_ids(cell.blocks), side, kind)


def _note(note: NoteStep, aligned: Aligned) -> _Json:
    match note:
        case NoteStep(old=str() as old, new=None):
            steps = _of_note(old, aligned.old, "deleted")
        case NoteStep(old=None, new=str() as new):
            steps = _of_note(new, aligned.new, "inserted")
        case _:
            steps = steps_as_json(note.steps, aligned)
    return {"old": note.old, "new": note.new, "steps": steps}


def _of_note(note: str, side: Side, kind: _Kind) -> Sequence[_Json]:
    return _all(leaf_ids(side.notes[note].blocks), side, kind)


def _all(leaves: Iterable[str], side: Side, kind: _Kind) -> Sequence[_Json]:
    return [_lone(kind, identity, side, kind) for identity in leaves]
