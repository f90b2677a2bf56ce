"""Facts about the parties and those who sign for them."""

from collections.abc import Iterator, Mapping

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.facts.changed_leaves import in_the_data, where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.inlines import generated, paired, places
from kdnet_docs.compare.facts.pairing import Pairing, pairing
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.stated import StatedParty
from kdnet_docs.reading.values import Words


def facts_of_parties(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """Parties that came, went or are called something else, and signatories that are others."""
    pairs = pairing(aligned)
    old, new = _parties(aligned.old), _parties(aligned.new)
    for identity in dict.fromkeys((*old, *new)):
        before, after = old.get(identity), new.get(identity)
        if before is None or after is None or before.name != after.name:
            yield _party(aligned, pairs, before, after)
        if before and after and _signs(before) != _signs(after):
            yield _signatory(aligned, before, after)
    yield from _fields_moved(aligned, pairs.moved)


def _fields_moved(aligned: Aligned, moved: Mapping[str, str]) -> Iterator[Fact]:
    """Fields of the signatures that stand elsewhere, each with all its lines."""
    fields: dict[str, list[str]] = {}
    for leaf in aligned.new.leaves.values():
        if leaf.kind == "signature" and leaf.id in moved:
            fields.setdefault(leaf.id.rpartition("/")[0], []).append(leaf.id)
    for lines in fields.values():
        text = Words(text=aligned.new.leaves[lines[0]].text)
        yield Fact(
            kind=Kind.TEXT_MOVED,
            subject=text.text,
            old=text,
            new=text,
            places=tuple(
                where(aligned, whole(aligned.old, moved[line]), whole(aligned.new, line)) for line in lines
            ),
        )


def _parties(side: Anatomy) -> dict[str, StatedParty]:
    return {one.id: one for one in side.stated(StatedParty)}


def _party(aligned: Aligned, pairs: Pairing, old: StatedParty | None, new: StatedParty | None) -> Fact:
    """A party, with the places that name it by a parameter, and its field among the signatures."""
    lines = ("heading",) if old and new else ("heading", "date_line", "name", "title")
    named = f"parties.{new.id if new else old.id if old else ''}"
    of_old = generated(aligned.old, lambda path: path == named) if old else ()
    of_new = generated(aligned.new, lambda path: path == named) if new else ()
    return Fact(
        kind=Kind.PARTY,
        subject=new.name if new else old.name if old else "",
        old=Words(text=old.name) if old else None,
        new=Words(text=new.name) if new else None,
        places=(
            in_the_data(old, new),
            *places(aligned, paired(pairs, of_old, of_new)),
            *_in_signatures(aligned, old, new, lines),
        ),
        parties=(named.removeprefix("parties."),),
    )


def _signatory(aligned: Aligned, old: StatedParty, new: StatedParty) -> Fact:
    """Who signs, and by what office."""
    before, after = _signs(old), _signs(new)
    shown = tuple(_in_signatures(aligned, old, new, ("name", "title")))
    return Fact(
        kind=Kind.SIGNATORY,
        subject=new.name,
        old=Words(text=before) if before else None,
        new=Words(text=after) if after else None,
        places=(*shown, in_the_data(old, new)),
        parties=(new.id,),
    )


def _signs(party: StatedParty) -> str:
    return ", ".join(filter(None, (party.signatory, party.title)))


def _in_signatures(
    aligned: Aligned, old: StatedParty | None, new: StatedParty | None, lines: tuple[str, ...]
) -> Iterator[Where]:
    """The lines of a party's field that say something else, in every block of signatures."""
    before, after = _fields(aligned.old, old), _fields(aligned.new, new)
    for field in dict.fromkeys((*before, *after)):
        for line in lines:
            name = f"{field}/{line}"
            spots = (
                whole(aligned.old, name) if field in before else None,
                whole(aligned.new, name) if field in after else None,
            )
            if None in spots or aligned.old.leaves[name].text != aligned.new.leaves[name].text:
                yield where(aligned, *spots)


def _fields(side: Anatomy, party: StatedParty | None) -> tuple[str, ...]:
    if party is None:
        return ()
    leaves = (leaf.id for leaf in side.leaves.values() if leaf.kind == "signature")
    return tuple(leaf.removesuffix("/name") for leaf in leaves if leaf.endswith(f"/{party.id}/name"))
