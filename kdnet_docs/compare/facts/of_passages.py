"""Facts about whole passages: paragraphs that came, went, moved, were split or joined."""

from collections.abc import Callable, Iterator

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedTo, Paired
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot, Where
from kdnet_docs.compare.facts.changed_leaves import where, whole
from kdnet_docs.compare.facts.claims import Claims, Range
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.document.anatomy import Anatomy, Leaf
from kdnet_docs.reading.values import Words


def facts_of_passages(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """One fact for each passage that no other fact speaks of."""
    for step in all_steps(aligned):
        match step:
            case Deleted() if not _is_told(aligned.old.leaves[step.old], claims.of_old):
                yield _passage(aligned, Kind.TEXT_REMOVED, step.old, None)
            case Inserted() if not _is_told(aligned.new.leaves[step.new], claims.of_new):
                yield _passage(aligned, Kind.TEXT_ADDED, None, step.new)
            case MovedTo() if not _move_is_told(aligned, claims, step):
                yield _passage(aligned, Kind.TEXT_MOVED, step.old, step.new)
            case Paired() if len(step.old) > 1 or len(step.new) > 1:
                yield _parted(aligned, step)
            case _:
                pass


def _passage(aligned: Aligned, kind: Kind, old: str | None, new: str | None) -> Fact:
    before = whole(aligned.old, old) if old is not None else None
    after = whole(aligned.new, new) if new is not None else None
    place = where(aligned, before, after)
    return Fact(
        kind=kind,
        subject=place.clause or _text(aligned.new, after) or _text(aligned.old, before),
        old=Words(text=_text(aligned.old, before)) if before else None,
        new=Words(text=_text(aligned.new, after)) if after else None,
        places=(place,),
    )


def _parted(aligned: Aligned, step: Paired) -> Fact:
    """A paragraph that was split, or several that were joined, with a place for each of its parts."""
    split = len(step.new) > len(step.old)
    places = tuple(_parts(aligned, step))
    return Fact(
        kind=Kind.TEXT_SPLIT if split else Kind.TEXT_JOINED,
        subject=places[0].clause,
        old=Words(text="\n".join(aligned.old.leaves[one].text for one in step.old)),
        new=Words(text="\n".join(aligned.new.leaves[one].text for one in step.new)),
        places=places,
    )


def _parts(aligned: Aligned, step: Paired) -> Iterator[Where]:
    """Each part beside the whole of which it is part; a place claims the break alone."""
    for at in range(max(len(step.old), len(step.new))):
        old = aligned.old.leaves[step.old[min(at, len(step.old) - 1)]]
        new = aligned.new.leaves[step.new[min(at, len(step.new) - 1)]]
        yield where(
            aligned,
            Spot(leaf=old.id, start=len(old.text), end=len(old.text), span=old.span),
            Spot(leaf=new.id, start=len(new.text), end=len(new.text), span=new.span),
        )


def _text(side: Anatomy, spot: Spot | None) -> str:
    return side.leaves[spot.leaf].text if spot else ""


def _is_told(leaf: Leaf, claimed: Callable[[Leaf], tuple[Range, ...]]) -> bool:
    """Whether a fact speaks of the whole passage; one of a figure in it, or of where it stands, does not."""
    return (0, len(leaf.text)) in claimed(leaf)


def _move_is_told(aligned: Aligned, claims: Claims, step: MovedTo) -> bool:
    """Whether facts speak of both places; of the new one as a whole, or of where it stands."""
    leaf = aligned.new.leaves[step.new]
    whole_or_place = {(0, 0), (0, len(leaf.text))}
    return bool(claims.of_old(aligned.old.leaves[step.old])) and bool(
        whole_or_place.intersection(claims.of_new(leaf))
    )
