"""The facts that stated data and the shape of two documents tell, before any words are read."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.facts.about import parties_named
from kdnet_docs.compare.facts.amounts import facts_of_amounts
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.decisions import facts_of_decisions
from kdnet_docs.compare.facts.footnotes import facts_of_footnotes
from kdnet_docs.compare.facts.initiatives import facts_of_initiatives
from kdnet_docs.compare.facts.meeting_points import facts_of_bilag, facts_of_points
from kdnet_docs.compare.facts.outline import facts_of_outline
from kdnet_docs.compare.facts.people import facts_of_parties
from kdnet_docs.compare.facts.properties import facts_of_properties
from kdnet_docs.compare.facts.references import facts_of_references
from kdnet_docs.compare.facts.tables import facts_of_tables
from kdnet_docs.compare.facts.targets import facts_of_targets
from kdnet_docs.reading.sentences import sentence_at

# What a reader tells of, those after it leave alone: a point of a meeting is no clause.
_READERS: tuple[Callable[[Aligned, Claims], Iterator[Fact]], ...] = (
    facts_of_properties,
    facts_of_parties,
    facts_of_initiatives,
    facts_of_points,
    facts_of_decisions,
    facts_of_bilag,
    facts_of_outline,
    facts_of_targets,
    facts_of_amounts,
    facts_of_tables,
    facts_of_references,
    facts_of_footnotes,
)


def facts_of_structure(aligned: Aligned) -> Iterator[Fact]:
    """The facts, in no order."""
    claims = Claims(aligned, ())
    for read in _READERS:
        for fact in read(aligned, claims):
            claims.add(fact)
            yield (
                fact if fact.parties else replace(fact, parties=parties_named(aligned, _said(aligned, fact)))
            )


def _said(aligned: Aligned, fact: Fact) -> str:
    """The sentences in which the places of a fact stand, and what it speaks of."""
    spots = [(aligned.old, place.old) for place in fact.places] + [
        (aligned.new, place.new) for place in fact.places
    ]
    said = (
        sentence_at(side.leaves[spot.leaf].text, spot.start)
        for side, spot in spots
        if spot and spot.leaf in side.leaves
    )
    return "\n".join((fact.subject, *said))
