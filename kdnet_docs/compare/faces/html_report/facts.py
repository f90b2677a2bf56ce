"""The facts as the page lists them: in groups, what a chair asks for first at the front."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.faces.html_report.spoken import Spoken
from kdnet_docs.compare.faces.report import grouped
from kdnet_docs.compare.fact import Fact, Where
from kdnet_docs.compare.sentences import kind_name, sentence
from kdnet_docs.document.stated import StatedParty


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of a fact: what it stands under, and its id on the page, if it has words there."""

    clause: str
    address: str
    sources: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact in words; `parties` are the numbers of the parties as the page counts them."""

    number: int
    kind: str
    sentence: str
    places: Sequence[Place]
    clause: int
    parties: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Facts of kinds that belong together; `minor` if a reader may pass over them."""

    name: str
    facts: Sequence[Told]
    minor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All facts, and what they can be filtered by; parties and clauses are counted from 0."""

    groups: Sequence[Group]
    parties: Sequence[str]
    clauses: Sequence[str]


def listing(
    facts: Sequence[Fact], aligned: Aligned, spoken: Spoken, address: Callable[[Where], str]
) -> Listing:
    """The facts in groups; `address` gives the id on the page of a place."""
    names = party_names(aligned)
    parties = [one for one in names if any(one in fact.parties for fact in facts)]
    clauses = list(dict.fromkeys(fact.where.clause for fact in facts if fact.where.clause))

    def told(fact: Fact) -> Told:
        return Told(
            number=fact.number,
            kind=spoken(kind_name(fact.kind)),
            sentence=spoken(sentence(fact)),
            places=[
                Place(clause=place.clause, address=address(place), sources=tuple(_sources(place)))
                for place in fact.places
            ],
            clause=clauses.index(fact.where.clause) if fact.where.clause else -1,
            parties=" ".join(str(parties.index(one)) for one in fact.parties if one in names),
        )

    return Listing(
        groups=[
            Group(name=spoken(name), facts=[told(fact) for fact in group], minor=all(f.minor for f in group))
            for name, group in grouped(facts)
        ],
        parties=[names[one] for one in parties],
        clauses=clauses,
    )


def party_names(aligned: Aligned) -> Mapping[str, str]:
    """The names of the parties by their ids, as the new document has them if it does."""
    stated = (*aligned.old.document.stated, *aligned.new.document.stated)
    return {one.id: one.name for one in stated if isinstance(one, StatedParty)}


def _sources(place: Where) -> Iterator[str]:
    """File and line of a place in both sources."""
    for spot in (place.old, place.new):
        if spot and spot.span:
            name = spot.span.source.name.rpartition("/")[2]
            yield f"{name}:{spot.span.line}"
