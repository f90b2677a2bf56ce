"""Facts about the same words set otherwise: emphasis, links, a paragraph that became an item."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from kdnet_docs.alignment.words import word_changes
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Words
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, changed_leaves
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.sides import Leaf, Side, leaf_text
from kdnet_docs.document.tree import (
    Code,
    Emphasis,
    Footnote,
    Generated,
    Heading,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Strong,
    Table,
    Text,
)
from kdnet_docs.document.walk import blocks_within

Styles = frozenset[str]


def facts_of_formatting(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """One fact for each leaf in which words that stayed are set otherwise."""
    content = _Content(aligned)
    for leaf in changed_leaves(aligned):
        old, new = leaf.claimed(claims)
        stretches = tuple(
            stretch
            for stretch in content.set_otherwise(leaf)
            if not any(start <= stretch[2] and stretch[3] <= end for start, end in new)
        )
        if stretches:
            yield _fact(leaf, stretches)
        elif not new and not old and _is_other(leaf):
            length = (len(leaf.old), len(leaf.new))
            yield _fact(leaf, ((0, length[0], 0, length[1]),))


def _fact(leaf: ChangedLeaf, stretches: tuple[tuple[int, int, int, int], ...]) -> Fact:
    places = tuple(leaf.where((old, old_end), (new, new_end)) for old, old_end, new, new_end in stretches)
    return Fact(
        kind=Kind.FORMATTING,
        subject=places[0].clause,
        old=Words(text=" … ".join(leaf.old[old:end] for old, end, _, _ in stretches)),
        new=Words(text=" … ".join(leaf.new[new:end] for _, _, new, end in stretches)),
        places=places,
    )


def _is_other(leaf: ChangedLeaf) -> bool:
    """Whether a leaf is of another sort now: a heading's level, an item's bullet or depth."""
    if len(leaf.old_leaves) != 1 or len(leaf.new_leaves) != 1:
        return False
    return _sort(leaf.old_leaves[0]) != _sort(leaf.new_leaves[0])


def _sort(leaf: Leaf) -> tuple[str, int, bool]:
    return leaf.kind, leaf.depth, leaf.label == "•"


class _Content:
    """The inlines of every leaf of both documents."""

    def __init__(self, aligned: Aligned) -> None:
        self._old = dict(_inlines(aligned.old))
        self._new = dict(_inlines(aligned.new))

    def set_otherwise(self, leaf: ChangedLeaf) -> Iterator[tuple[int, int, int, int]]:
        """Where words that both texts have are set otherwise, by characters of both."""
        old, new = _styles(leaf.old_leaves, self._old), _styles(leaf.new_leaves, self._new)
        if not any(old) and not any(new):
            return
        for change in word_changes(leaf.old, leaf.new):
            if change.same:
                by = change.new_start - change.old_start
                for start, end in _unlike(old, new, by, change.old_start, change.old_end):
                    yield start, end, start + by, end + by


def _unlike(old: list[Styles], new: list[Styles], by: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches from `start` to `end` in which two texts are set otherwise."""
    begin: int | None = None
    for at in range(start, end + 1):
        unlike = at < end and old[at] != new[at + by]
        if unlike and begin is None:
            begin = at
        if not unlike and begin is not None:
            yield begin, at
            begin = None


def _styles(leaves: Iterable[Leaf], content: Mapping[str, tuple[Inline, ...]]) -> list[Styles]:
    """How each character is set, with one between two leaves."""
    styles: list[Styles] = []
    for at, leaf in enumerate(leaves):
        if at:
            styles.append(frozenset())
        one = [style for length, style in _runs(content.get(leaf.id, ())) for _ in range(length)]
        styles += one if len(one) == len(leaf.text) else [frozenset()] * len(leaf.text)
    return styles


def _runs(inlines: Iterable[Inline], styles: Styles = frozenset()) -> Iterator[tuple[int, Styles]]:
    """The lengths of stretches that are set alike, and how they are."""
    for inline in inlines:
        match inline:
            case Emphasis():
                yield from _runs(inline.content, styles | {"emphasis"})
            case Strong():
                yield from _runs(inline.content, styles | {"strong"})
            case Link():
                yield from _runs(inline.content, styles | {"link"})
            case Code():
                yield len(inline.text), styles | {"code"}
            case Text() | Generated():
                yield len(inline.text), styles
            case Footnote() | LineBreak():
                yield len(leaf_text((inline,))), styles
            case _:
                assert_never(inline)


def _inlines(side: Side) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    for block in blocks_within(side.document.blocks):
        match block:
            case Heading() | Paragraph():
                yield block.id, block.content
            case Table():
                yield block.id, block.caption
            case _:
                pass
