"""Facts about the initiatives of a status table."""

from collections.abc import Iterator

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import BETWEEN_STATUSES, Fact, Kind, Spot, Where
from kdnet_docs.compare.facts.changed_leaves import where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.pairing import Pairing, pairing
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.stated import StatedInitiative
from kdnet_docs.document.tree import Row
from kdnet_docs.document.walk import blocks_within
from kdnet_docs.reading.finished import says_finished
from kdnet_docs.reading.typography import only_typography
from kdnet_docs.reading.values import Words


def facts_of_initiatives(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Initiatives that are new or gone, or have another title, other carriers or another status."""
    old, new = _initiatives(aligned.old), _initiatives(aligned.new)
    pairs = pairing(aligned)
    for identity in dict.fromkeys((*old, *new)):
        before, after = old.get(identity), new.get(identity)
        if before is None or after is None:
            yield _come_or_gone(aligned, before, after)
        else:
            yield from _line(aligned, before, after, "title")
            yield from _line(aligned, before, after, "carriers")
            yield from _status(aligned, pairs, before, after)


def _initiatives(side: Anatomy) -> dict[str, StatedInitiative]:
    return {one.id: one for one in side.stated(StatedInitiative)}


def _come_or_gone(aligned: Aligned, old: StatedInitiative | None, new: StatedInitiative | None) -> Fact:
    side, stated = (aligned.new, new) if new else (aligned.old, old)
    assert stated is not None  # noqa: S101 - one of the two is there
    told = Words(text=BETWEEN_STATUSES.join(stated.statuses))
    spots = (Spot(leaf=row.id, span=row.span) for row in _rows(side, stated.id))
    return Fact(
        kind=Kind.INITIATIVE_NEW if new else Kind.INITIATIVE_FINISHED,
        subject=stated.title,
        old=None if new else told,
        new=told if new else None,
        places=tuple(Where(old=None if new else spot, new=spot if new else None) for spot in spots),
    )


def _line(aligned: Aligned, old: StatedInitiative, new: StatedInitiative, key: str) -> Iterator[Fact]:
    """The title or the carriers, a line each of the initiative's own cell."""
    before, after = getattr(old, key), getattr(new, key)
    if only_typography(before, after, aligned.new.document.language):
        return
    leaf = f"{new.id}/initiative/{key}"
    place = where(
        aligned,
        whole(aligned.old, leaf) if leaf in aligned.old.leaves else None,
        whole(aligned.new, leaf) if leaf in aligned.new.leaves else None,
    )
    yield Fact(
        kind=Kind.INITIATIVE_CHANGED,
        subject=new.title,
        old=Words(text=before) if before else None,
        new=Words(text=after) if after else None,
        places=(place,),
    )


def _status(aligned: Aligned, pairs: Pairing, old: StatedInitiative, new: StatedInitiative) -> Iterator[Fact]:
    """The statuses that are others, in one fact."""
    before = [one for one in old.statuses if one not in new.statuses]
    after = [one for one in new.statuses if one not in old.statuses]
    if only_typography(
        BETWEEN_STATUSES.join(before), BETWEEN_STATUSES.join(after), aligned.new.document.language
    ):
        return
    finished = any(map(says_finished, after)) and not any(map(says_finished, old.statuses))
    yield Fact(
        kind=Kind.INITIATIVE_FINISHED if finished else Kind.INITIATIVE_STATUS,
        subject=new.title,
        old=Words(text=BETWEEN_STATUSES.join(before)) if before else None,
        new=Words(text=BETWEEN_STATUSES.join(after)) if after else None,
        places=tuple(_of_statuses(aligned, pairs, new.id)),
    )


def _of_statuses(aligned: Aligned, pairs: Pairing, identity: str) -> Iterator[Where]:
    """The leaves of the statuses that say something else, in pairs where they have one."""
    gone = list(_leaves(aligned.old, identity))
    for leaf in _leaves(aligned.new, identity):
        other = pairs.old_of.get(leaf)
        if other in gone:
            gone.remove(other)
            if aligned.old.leaves[other].text != aligned.new.leaves[leaf].text:
                yield where(aligned, whole(aligned.old, other), whole(aligned.new, leaf))
        else:
            yield where(aligned, None, whole(aligned.new, leaf))
    yield from (where(aligned, whole(aligned.old, leaf), None) for leaf in gone)


def _leaves(side: Anatomy, identity: str) -> Iterator[str]:
    for row in _rows(side, identity):
        cell = row.cells[-1]
        yield from (block.id for block in blocks_within(cell.blocks) if block.id in side.leaves)


def _rows(side: Anatomy, identity: str) -> Iterator[Row]:
    return (row for name, row in side.rows.items() if name == identity or name.startswith(f"{identity}/row-"))
