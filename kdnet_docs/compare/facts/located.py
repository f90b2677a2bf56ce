"""The place in the YAML of the very words that a fact speaks of, not of the paragraph that they stand in."""

from dataclasses import replace

from kdnet_docs.base.spans import Span
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Spot, Where
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.source_places import span_of


def located(aligned: Aligned, fact: Fact) -> Fact:
    """The fact with each of its places at the line and column of its words."""
    return replace(fact, places=tuple(_place(aligned, place) for place in fact.places))


def _place(aligned: Aligned, place: Where) -> Where:
    old, new = _located(aligned.old, place.old), _located(aligned.new, place.new)
    return Where(old=old, new=new, clause=place.clause, clause_id=place.clause_id)


def _located(side: Anatomy, spot: Spot | None) -> Spot | None:
    if spot is None or spot.leaf not in side.leaves:
        return spot
    span = span_of(side, spot.leaf, spot.start, spot.end) or spot.span or _beside(side, spot.leaf)
    return Spot(leaf=spot.leaf, start=spot.start, end=spot.end, span=span)


def _beside(side: Anatomy, leaf: str) -> Span | None:
    """Of words that stand nowhere in the file, such as the label of a row: the row's place."""
    row = next((row for row in side.rows.values() if leaf.startswith(f"{row.id}/")), None)
    heading = side.leaves.get(side.leaves[leaf].under)
    return row.span if row and row.span else heading.span if heading else None
