"""Where generated words, links and the marks of footnotes stand in the leaves of a document."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Spot, Where
from kdnet_docs.compare.facts.changed_leaves import where
from kdnet_docs.compare.facts.pairing import Pairing
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import Placed, path, placed
from kdnet_docs.document.tree import Footnote, Generated


def spot(placed: Placed) -> Spot:
    """The place of an inline."""
    span = getattr(placed.inline, "span", None)
    return Spot(leaf=placed.leaf, start=placed.start, end=placed.end, span=span)


def generated(side: Anatomy, wanted: Callable[[str], bool]) -> tuple[Placed, ...]:
    """The words that the engine put in place of the parameters whose paths are wanted."""
    return tuple(
        one for one in placed(side) if isinstance(one.inline, Generated) and wanted(path(one.inline))
    )


def by_path(side: Anatomy, root: str) -> Mapping[str, list[Placed]]:
    """The words put in place of parameters that speak of `root`, by their paths."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for one in generated(side, lambda name: name.startswith(f"{root}.")):
        found[one.speaks_of].append(one)
    return found


def marks(side: Anatomy) -> dict[str, Placed]:
    """The place of each footnote's mark, by the footnote's id."""
    return {one.inline.id: one for one in placed(side) if isinstance(one.inline, Footnote)}


def paired(
    pairing: Pairing, old: Iterable[Placed], new: Iterable[Placed]
) -> Iterator[tuple[Placed | None, Placed | None]]:
    """Inlines of both documents, side by side where their leaves are the same one.

    They go together in their order, those that speak of the same before others.
    """
    before, after = _by_leaf(old), _by_leaf(new)
    for leaf, ones in before.items():
        others = after.pop(pairing.new_of.get(leaf, ""), [])
        steps = Levenshtein.opcodes([one.speaks_of for one in ones], [one.speaks_of for one in others])
        for step in steps:
            yield from zip_longest(
                ones[step.src_start : step.src_end], others[step.dest_start : step.dest_end]
            )
    for ones in after.values():
        yield from ((None, one) for one in ones)


def _by_leaf(inlines: Iterable[Placed]) -> dict[str, list[Placed]]:
    by_leaf: dict[str, list[Placed]] = defaultdict(list)
    for one in inlines:
        by_leaf[one.leaf].append(one)
    return by_leaf


def places(aligned: Aligned, pairs: Iterable[tuple[Placed | None, Placed | None]]) -> Iterator[Where]:
    """The places of pairs that say something else in both documents, or stand in one of them."""
    for old, new in pairs:
        if old is None or new is None or old.text != new.text:
            yield where(aligned, spot(old) if old else None, spot(new) if new else None)
