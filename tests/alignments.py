"""What an alignment must hold whatever was compared, and its steps one by one."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

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
from kdnet_docs.compare.align import align
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.pieces import joined, pieces
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.tree import (
    Block,
    CodeBlock,
    Contents,
    Document,
    Heading,
    List,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Table,
)

AnyStep: TypeAlias = Step | RowStep | CellStep | NoteStep


def aligned(old: Document, new: Document) -> Aligned:
    """The alignment, once it is found to be complete and in order, and to give the new document."""
    made = align(old, new)
    _check(made, made.steps, leaves(old.blocks), leaves(new.blocks))
    assert sorted(note.old for note in made.notes if note.old) == sorted(made.old.notes)
    assert [note.new for note in made.notes if note.new] == list(made.new.notes)
    for note in made.notes:
        if note.old and note.new:
            blocks = made.old.notes[note.old].blocks, made.new.notes[note.new].blocks
            _check(made, note.steps, leaves(blocks[0]), leaves(blocks[1]))
        else:
            assert not note.steps
    return made


def leaves(blocks: Iterable[Block]) -> list[str]:
    """The ids of the leaves and tables of blocks, as the Word writer anchors them."""
    return [identity for block in blocks for identity in _leaves(block)]


def _leaves(block: Block) -> Iterator[str]:
    match block:
        case List():
            for item in block.items:
                if not item.blocks or not isinstance(item.blocks[0], Paragraph):
                    yield item.id
                yield from leaves(item.blocks)
        case Quote():
            yield from leaves(block.blocks)
        case Signatures():
            parts = ("heading", "date_line", "name", "title")
            yield from (f"{one.id}/{part}" for one in block.signatories for part in parts)
        case Heading() | Paragraph() | CodeBlock() | Rule() | Contents() | Table():
            yield block.id


def every_step(made: Aligned) -> Iterator[AnyStep]:
    """Every step, also those of rows, cells and notes."""
    yield from _every(made.steps)
    for note in made.notes:
        yield note
        yield from _every(note.steps)


def _every(steps: Iterable[Step]) -> Iterator[AnyStep]:
    for step in steps:
        yield step
        if table := _table(step):
            yield from _every(table.caption)
            for row in table.rows:
                yield row
                for cell in row.cells:
                    yield cell
                    yield from _every(cell.steps)


def words(made: Aligned, step: Paired | MovedTo) -> tuple[str, str]:
    """What went and what came in a leaf that is in both documents."""
    old, new = texts(made, step)
    found = list(pieces(old, new))
    return (
        "".join(piece.text for piece in found if piece.kind == "deleted"),
        "".join(piece.text for piece in found if piece.kind == "inserted"),
    )


def texts(made: Aligned, step: Paired | MovedTo) -> tuple[str, str]:
    """The two texts of a leaf that is in both documents."""
    old, new = (step.old, step.new) if isinstance(step, Paired) else ((step.old,), (step.new,))
    return (
        joined([made.old.leaves[leaf].text for leaf in old]),
        joined([made.new.leaves[leaf].text for leaf in new]),
    )


# --- what must hold ------------------------------------------------------------------------------


def _check(made: Aligned, steps: tuple[Step, ...], old: list[str], new: list[str]) -> None:
    assert [identity for step in steps for identity in _old(step)] == old
    assert [identity for step in steps for identity in _new(step)] == new
    left = [(step.old, step.new) for step in steps if isinstance(step, MovedFrom)]
    came = [(step.old, step.new) for step in steps if isinstance(step, MovedTo)]
    assert sorted(left) == sorted(came)
    for step in steps:
        if table := _table(step):
            _check_table(made, table)
        elif isinstance(step, Paired | MovedTo):
            _check_words(*texts(made, step))


def _check_words(old: str, new: str) -> None:
    found = list(pieces(old, new))
    assert "".join(piece.text for piece in found if piece.kind != "inserted") == old
    assert "".join(piece.text for piece in found if piece.kind != "deleted") == new


def _check_table(made: Aligned, table: TablePair) -> None:
    old, new = made.old.tables[table.old], made.new.tables[table.new]
    assert [row.old for row in table.rows if row.old and (row.left or not row.moved)] == [
        r.id for r in old.rows
    ]
    assert [row.new for row in table.rows if row.new and not row.left] == [row.id for row in new.rows]
    assert [at for at, _ in table.columns if at is not None] == list(range(len(old.columns)))
    assert [at for _, at in table.columns if at is not None] == list(range(len(new.columns)))
    for row in table.rows:
        if row.old is None or row.new is None or row.left:
            assert not row.cells
            continue
        cells_old, cells_new = made.old.rows[row.old].cells, made.new.rows[row.new].cells
        assert [cell.old for cell in row.cells if cell.old] == [cell.id for cell in cells_old]
        assert [cell.new for cell in row.cells if cell.new] == [cell.id for cell in cells_new]
        for cell in row.cells:
            if cell.old and cell.new:
                _check(made, cell.steps, _in_cell(made.old, cell.old), _in_cell(made.new, cell.new))
            else:
                assert not cell.steps


def _in_cell(side: Anatomy, cell: str) -> list[str]:
    return leaves(side.cells[cell].blocks) or [cell]


def _table(step: Step) -> TablePair | None:
    if isinstance(step, MovedTo):
        return step.table
    return step if isinstance(step, TablePair) else None


def _old(step: Step) -> tuple[str, ...]:
    match step:
        case Paired():
            return step.old
        case Deleted() | MovedFrom() | TablePair():
            return (step.old,)
        case Inserted() | MovedTo():
            return ()


def _new(step: Step) -> tuple[str, ...]:
    match step:
        case Paired():
            return step.new
        case Inserted() | MovedTo() | TablePair():
            return (step.new,)
        case Deleted() | MovedFrom():
            return ()
