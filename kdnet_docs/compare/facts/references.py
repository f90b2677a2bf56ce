"""Facts about references to clauses, goals and bilag by their numbers, and about links."""

from collections import defaultdict
from collections.abc import Iterator

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Where
from kdnet_docs.compare.facts.changed_leaves import where
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.inlines import generated, paired, spot
from kdnet_docs.compare.facts.pairing import Pairing, pairing
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import Placed, path, placed
from kdnet_docs.document.stated import StatedBilag
from kdnet_docs.document.tree import Generated, Link
from kdnet_docs.reading.values import Words

_NUMBERED = ("clauses.", "goals.", "bilag.")


def facts_of_references(aligned: Aligned, _claims: Claims) -> Iterator[Fact]:
    """References that follow a number, one fact for each heading, and those that point elsewhere."""
    pairs = pairing(aligned)
    of_old, of_new = (
        generated(side, lambda name: name.startswith(_NUMBERED)) for side in (aligned.old, aligned.new)
    )
    followed: dict[str, list[tuple[Placed, Placed]]] = defaultdict(list)
    for old, new in paired(pairs, of_old, of_new):
        if old is None or new is None:
            continue
        if _path(old) != _path(new):
            yield _elsewhere(aligned, old, new, (_named(aligned.old, old), _named(aligned.new, new)))
        elif old.text != new.text:
            followed[_path(old)].append((old, new))
    for found in followed.values():
        yield _followed(aligned, found)
    links = (
        tuple(one for one in placed(side) if isinstance(one.inline, Link))
        for side in (aligned.old, aligned.new)
    )
    for old, new in paired(pairs, *links):
        if old and new and old.text == new.text and not _same_target(pairs, _target(old), _target(new)):
            targets = words_of(aligned.old, _target(old)), words_of(aligned.new, _target(new))
            yield _elsewhere(aligned, old, new, targets)


def _path(one: Placed) -> str:
    return path(one.inline) if isinstance(one.inline, Generated) else ""


def _target(one: Placed) -> str:
    return one.inline.target if isinstance(one.inline, Link) else ""


def _same_target(pairs: Pairing, old: str, new: str) -> bool:
    """Whether two targets are one, perhaps under another id: a point that has another number."""
    return old == new or (old[:1] == new[:1] == "#" and pairs.new_of.get(old[1:]) == new[1:])


def _followed(aligned: Aligned, found: list[tuple[Placed, Placed]]) -> Fact:
    old, new = found[0]
    return Fact(
        kind=Kind.REFERENCE,
        subject=_title(aligned.new, new),
        old=Words(text=old.text),
        new=Words(text=new.text),
        places=tuple(_place(aligned, *pair) for pair in found),
    )


def _elsewhere(aligned: Aligned, old: Placed, new: Placed, names: tuple[str, str]) -> Fact:
    return Fact(
        kind=Kind.REFERENCE,
        subject="",
        old=Words(text=names[0]),
        new=Words(text=names[1]),
        places=(_place(aligned, old, new),),
    )


def _place(aligned: Aligned, old: Placed, new: Placed) -> Where:
    return where(aligned, spot(old), spot(new))


def _named(side: Anatomy, one: Placed) -> str:
    """The number, and the words of what has it."""
    return f"{one.text} {_title(side, one)}".rstrip()


def _title(side: Anatomy, one: Placed) -> str:
    """The words of the heading that a parameter speaks of, or of the bilag with its number."""
    identity = _path(one).split(".", 1)[1]
    if identity in side.leaves:
        return side.leaves[identity].text
    return next((stated.title for stated in side.stated(StatedBilag) if stated.number == one.text), identity)


def words_of(side: Anatomy, target: str) -> str:
    """The heading that a link leads to, or its address."""
    leaf = side.leaves.get(target.removeprefix("#"))
    return f"{leaf.label} {leaf.text}".strip() if leaf and target.startswith("#") else target
