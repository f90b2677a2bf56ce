"""Facts about footnotes."""

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where
from kdnet_docs.compare.facts.changed_leaves import where
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.inlines import marks, spot
from kdnet_docs.compare.facts.of_words import facts_of_words
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import Placed
from kdnet_docs.document.walk import blocks_within
from kdnet_docs.reading.values import Words

ALIKE = 65
"""How alike, of 100, two texts of a footnote are that was changed and not written anew."""


def facts_of_footnotes(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """Footnotes that came or went, other than with the part they stand in, or were written anew."""
    of_old, of_new = marks(aligned.old), marks(aligned.new)
    for step in aligned.notes:
        if step.old and step.new and _anew(_words(aligned.old, step.old), _words(aligned.new, step.new)):
            yield _changed(aligned, (step.old, step.new), (of_old.get(step.old), of_new.get(step.new)))
        if (
            step.new is None
            and step.old is not None
            and not _told(claims, aligned, step.old, of_old, old=True)
        ):
            text = Words(text=_words(aligned.old, step.old))
            places = _places(aligned, aligned.old, step.old, of_old)
            yield Fact(
                kind=Kind.FOOTNOTE_REMOVED, subject=places[0].clause, old=text, new=None, places=places
            )
        if (
            step.old is None
            and step.new is not None
            and not _told(claims, aligned, step.new, of_new, old=False)
        ):
            text = Words(text=_words(aligned.new, step.new))
            places = _places(aligned, aligned.new, step.new, of_new)
            yield Fact(kind=Kind.FOOTNOTE_ADDED, subject=places[0].clause, old=None, new=text, places=places)


def facts_of_changed_footnotes(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """One fact for a footnote of both documents in which words are left that no fact speaks of."""
    of_notes = facts_of_words(replace(aligned, steps=()), claims)
    told = (fact for fact in of_notes if fact.kind is not Kind.TYPOGRAPHY)
    left = {place.new.leaf for fact in told for place in fact.places if place.new}
    of_old, of_new = marks(aligned.old), marks(aligned.new)
    for step in aligned.notes:
        if step.old is None or step.new is None:
            continue
        if left & {block.id for block in blocks_within(aligned.new.notes[step.new].blocks)}:
            yield _changed(aligned, (step.old, step.new), (of_old.get(step.old), of_new.get(step.new)))


def _changed(aligned: Aligned, notes: tuple[str, str], marked: tuple[Placed | None, Placed | None]) -> Fact:
    """A footnote of both documents, and its mark, which may stand elsewhere now."""
    (old, new), (before, after) = notes, marked
    mark = where(aligned, spot(before) if before else None, spot(after) if after else None)
    place = Where(
        old=_note(aligned.old, old),
        new=_note(aligned.new, new),
        clause=mark.clause,
        clause_id=mark.clause_id,
    )
    return Fact(
        kind=Kind.FOOTNOTE_CHANGED,
        subject=mark.clause,
        old=Words(text=_words(aligned.old, old)),
        new=Words(text=_words(aligned.new, new)),
        places=(place, mark),
    )


def _anew(old: str, new: str) -> bool:
    return ratio(old, new) < ALIKE


def _told(claims: Claims, aligned: Aligned, note: str, stands: dict[str, Placed], *, old: bool) -> bool:
    """Whether the leaf with the note's mark is told of as a whole, or the note itself."""
    if note not in stands:
        return False
    side, of = (aligned.old, claims.of_old) if old else (aligned.new, claims.of_new)
    inside = (block.id for block in blocks_within(side.notes[note].blocks))
    mark = stands[note]
    return any(leaf in side.leaves and of(side.leaves[leaf]) for leaf in inside) or any(
        start <= mark.start and mark.end <= end for start, end in of(side.leaves[mark.leaf])
    )


def _places(aligned: Aligned, side: Anatomy, note: str, stands: dict[str, Placed]) -> tuple[Where, ...]:
    """The note, and its mark."""
    place = _note(side, note)
    if note not in stands:
        return (_where(aligned, side, place),)
    mark = _where(aligned, side, spot(stands[note]))
    return Where(
        old=place if side is aligned.old else None,
        new=place if side is aligned.new else None,
        clause=mark.clause,
        clause_id=mark.clause_id,
    ), mark


def _where(aligned: Aligned, side: Anatomy, spot: Spot) -> Where:
    return where(aligned, spot, None) if side is aligned.old else where(aligned, None, spot)


def _note(side: Anatomy, note: str) -> Spot:
    return Spot(leaf=note, start=0, end=len(_words(side, note)), span=side.notes[note].span)


def _words(side: Anatomy, note: str) -> str:
    blocks = blocks_within(side.notes[note].blocks)
    return " ".join(side.leaves[block.id].text for block in blocks if block.id in side.leaves)
