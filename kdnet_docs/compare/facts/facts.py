"""The facts of an alignment: what structure tells first, then what the words tell that are left."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.footnotes import facts_of_changed_footnotes
from kdnet_docs.compare.facts.located import located
from kdnet_docs.compare.facts.of_formatting import facts_of_formatting
from kdnet_docs.compare.facts.of_passages import facts_of_passages
from kdnet_docs.compare.facts.of_values import facts_of_values
from kdnet_docs.compare.facts.of_words import facts_of_words
from kdnet_docs.compare.facts.reading_order import ReadingOrder
from kdnet_docs.compare.facts.repeated import as_one
from kdnet_docs.compare.facts.structure import facts_of_structure
from kdnet_docs.compare.facts.year_shift import facts_of_years

OF_WORDS: tuple[Callable[[Aligned, Claims], Iterator[Fact]], ...] = (
    facts_of_years,
    facts_of_values,
    facts_of_changed_footnotes,
    facts_of_passages,
    facts_of_words,
    facts_of_formatting,
)
"""What reads facts from words that no fact before speaks of, the last of them all that is left."""


def facts(aligned: Aligned) -> tuple[Fact, ...]:
    """Every fact, numbered from 1 in reading order."""
    found = list(facts_of_structure(aligned))
    claims = Claims(aligned, found)
    for kind in OF_WORDS:
        for fact in kind(aligned, claims):
            found.append(fact)
            claims.add(fact)
    told = as_one(aligned, _in_order(aligned, found))
    return tuple(replace(located(aligned, fact), number=number) for number, fact in enumerate(told, start=1))


def _in_order(aligned: Aligned, found: list[Fact]) -> list[Fact]:
    order = ReadingOrder(aligned)
    return sorted(found, key=lambda fact: order.of_spots(fact.where.old, fact.where.new))
