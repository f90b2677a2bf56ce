"""Facts about tables, columns and rows."""

from collections.abc import Iterator

from kdnet_docs.alignment.steps import Deleted, Inserted, RowStep, TablePair
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where
from kdnet_docs.compare.facts.amounts import StatedTables
from kdnet_docs.compare.facts.by_value import only_years_shifted
from kdnet_docs.compare.facts.changed_leaves import where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.rows import cell_text, label, label_leaf, labels, rows_of
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.compare.facts.years import year_step
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.walk import blocks_within, plain_text
from kdnet_docs.reading.typography import only_typography
from kdnet_docs.reading.values import Value, Words


def facts_of_tables(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """Tables, columns and rows that came, went or moved, and rows that are called something else."""
    # Of a table that both documents have, such a step is of its caption.
    both = {one for step in all_steps(aligned) if isinstance(step, TablePair) for one in (step.old, step.new)}
    for step in all_steps(aligned):
        match step:
            case Deleted() if step.old in aligned.old.tables and step.old not in both:
                if not claims.of_old(aligned.old.leaves[step.old]):
                    yield _table(aligned, Kind.TABLE_REMOVED, aligned.old, step.old)
            case Inserted() if step.new in aligned.new.tables and step.new not in both:
                if not claims.of_new(aligned.new.leaves[step.new]):
                    yield _table(aligned, Kind.TABLE_ADDED, aligned.new, step.new)
            case TablePair():
                yield from _columns(aligned, step)
                yield from _rows(aligned, claims, step)
            case _:
                pass


def _table(aligned: Aligned, kind: Kind, side: Anatomy, identity: str) -> Fact:
    table, spot = side.tables[identity], whole(side, identity)
    new = kind is Kind.TABLE_ADDED
    subject = plain_text(table.caption) or table.description
    return Fact(
        kind=kind,
        subject=subject,
        old=None if new else Words(text=subject),
        new=Words(text=subject) if new else None,
        places=(where(aligned, None if new else spot, spot if new else None),),
    )


# --- columns


def _columns(aligned: Aligned, step: TablePair) -> Iterator[Fact]:
    for old, new in step.columns:
        if new is None and old is not None:
            yield _column(aligned, Kind.COLUMN_REMOVED, aligned.old, step.old, old)
        elif old is None and new is not None:
            yield _column(aligned, Kind.COLUMN_ADDED, aligned.new, step.new, new)


def _column(aligned: Aligned, kind: Kind, side: Anatomy, table: str, number: int) -> Fact:
    """A column with its cells in all rows; rows that came or went with it tell of themselves."""
    new = kind is Kind.COLUMN_ADDED
    cells = [cells[number] for _, cells in rows_of(side.tables[table]) if number in cells]
    subject = cell_text(side, cells[0]) if cells else ""
    leaves = (
        leaf for cell in cells for leaf in (cell.id, *(block.id for block in blocks_within(cell.blocks)))
    )
    spots = [whole(side, leaf) for leaf in leaves if leaf in side.leaves] or [whole(side, table)]
    return Fact(
        kind=kind,
        subject=subject,
        old=None if new else Words(text=subject),
        new=Words(text=subject) if new else None,
        places=tuple(where(aligned, None if new else spot, spot if new else None) for spot in spots),
    )


# --- rows


def _rows(aligned: Aligned, claims: Claims, step: TablePair) -> Iterator[Fact]:
    amounts = StatedTables(aligned)
    names = labels(aligned.old, step.old), labels(aligned.new, step.new)
    moved: dict[str, list[RowStep]] = {}
    for row in step.rows:
        if row.moved and not row.left and row.new and not _told_whole(claims, aligned.new, row.new):
            moved.setdefault(names[1][row.new], []).append(row)
        elif row.new is None and row.old and not _told(claims, aligned, row):
            yield _row(
                aligned,
                Kind.ROW_REMOVED,
                row,
                names[0][row.old],
                amounts.of_row(aligned.old, step.old, row.old),
            )
        elif row.old is None and row.new and not _told(claims, aligned, row):
            yield _row(
                aligned,
                Kind.ROW_ADDED,
                row,
                names[1][row.new],
                amounts.of_row(aligned.new, step.new, row.new),
            )
        if row.old and row.new and not row.left and step.new in amounts.new:
            yield from _renamed(aligned, row)
    for name, rows in moved.items():
        yield Fact(
            kind=Kind.ROW_MOVED,
            subject=name,
            old=None,
            new=None,
            places=tuple(_place(aligned, row) for row in rows),
        )


def _row(aligned: Aligned, kind: Kind, row: RowStep, name: str, value: Value | None) -> Fact:
    return Fact(
        kind=kind,
        subject=name,
        old=value if kind is Kind.ROW_REMOVED else None,
        new=value if kind is Kind.ROW_ADDED else None,
        places=(_place(aligned, row),),
    )


def _renamed(aligned: Aligned, step: RowStep) -> Iterator[Fact]:
    """A row of figures that is called something else; what else its cells say is read as words."""
    old, new = aligned.old.rows[step.old or ""], aligned.new.rows[step.new or ""]
    texts = label(aligned.old, old), label(aligned.new, new)
    if only_years_shifted(*texts, year_step(aligned)) or only_typography(
        *texts, aligned.new.document.language
    ):
        return
    leaves = label_leaf(old), label_leaf(new)
    if leaves[0] is None or leaves[1] is None:
        return
    yield Fact(
        kind=Kind.ROW_CHANGED,
        subject=texts[1],
        old=Words(text=texts[0]),
        new=Words(text=texts[1]),
        places=(where(aligned, whole(aligned.old, leaves[0]), whole(aligned.new, leaves[1])),),
    )


def _place(aligned: Aligned, row: RowStep) -> Where:
    """A row in the documents that have it, below the heading of its table."""
    side, name = (aligned.new, row.new) if row.new else (aligned.old, row.old)
    cell = side.rows[name or ""].cells[0]
    inside = cell.blocks[0].id if cell.blocks else cell.id
    heading = side.leaves[inside].under if inside in side.leaves else ""
    return Where(
        old=_spot(aligned.old, row.old) if row.old else None,
        new=_spot(aligned.new, row.new) if row.new else None,
        clause=side.clause(inside) if heading else "",
        clause_id=heading,
    )


def _spot(side: Anatomy, name: str) -> Spot:
    return Spot(leaf=name, span=side.rows[name].span)


def _told_whole(claims: Claims, side: Anatomy, name: str) -> bool:
    """Whether a fact speaks of all that a row says, as of a bilag that has another number."""
    blocks = (block.id for cell in side.rows[name].cells for block in cell.blocks)
    leaves = [side.leaves[block] for block in blocks if block in side.leaves]
    return all((0, len(leaf.text)) in claims.of_new(leaf) for leaf in leaves)


def _told(claims: Claims, aligned: Aligned, row: RowStep) -> bool:
    side, name, of = (
        (aligned.new, row.new, claims.of_new) if row.new else (aligned.old, row.old, claims.of_old)
    )
    leaves = (block.id for cell in side.rows[name or ""].cells for block in cell.blocks)
    return any(of(side.leaves[leaf]) for leaf in leaves if leaf in side.leaves)
