"""Facts about the same words set otherwise: emphasis, links, a paragraph that became an item."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from kdnet_docs.alignment.steps import TablePair
from kdnet_docs.alignment.words import word_changes
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Words
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, changed_leaves, where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.compare.sides import Leaf, Side, leaf_text
from kdnet_docs.document.tree import (
    Block,
    Code,
    CodeBlock,
    Contents,
    Emphasis,
    Footnote,
    Generated,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Rule,
    Signatures,
    Strong,
    Table,
    Text,
)
from kdnet_docs.document.walk import blocks_within

Styles = frozenset[str]


def facts_of_formatting(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """One fact for each leaf in which words that stayed are set otherwise, or that is set otherwise whole."""
    old, new = _blocks(aligned.old), _blocks(aligned.new)
    headings: dict[object, list[ChangedLeaf]] = {}
    for leaf in changed_leaves(aligned):
        _, told = leaf.claimed(claims)
        stretches = tuple(
            stretch
            for stretch in _set_otherwise(leaf, old, new)
            if not any(start <= stretch[2] and stretch[3] <= end for start, end in told)
        )
        if stretches:
            yield _fact(leaf, stretches)
        elif not told and (shapes := _shapes(leaf.old_leaves, old)) != _shapes(leaf.new_leaves, new):
            if leaf.new_leaves[0].kind == "heading":
                headings.setdefault((shapes, _shapes(leaf.new_leaves, new)), []).append(leaf)
            else:
                yield _fact(leaf, ((0, len(leaf.old), 0, len(leaf.new)),))
    yield from map(_headings, headings.values())
    for step in all_steps(aligned):
        if isinstance(step, TablePair) and _framed_otherwise(aligned, step):
            yield _table(aligned, step)


def _fact(leaf: ChangedLeaf, stretches: tuple[tuple[int, int, int, int], ...]) -> Fact:
    places = tuple(leaf.where((old, old_end), (new, new_end)) for old, old_end, new, new_end in stretches)
    return Fact(
        kind=Kind.FORMATTING,
        subject=places[0].clause,
        old=Words(text=" … ".join(leaf.old[old:end] for old, end, _, _ in stretches)),
        new=Words(text=" … ".join(leaf.new[new:end] for _, _, new, end in stretches)),
        places=places,
    )


def _headings(leaves: Sequence[ChangedLeaf]) -> Fact:
    """Headings that are all set otherwise in the same way; of another pattern, the first number is told."""
    first = leaves[0]
    labels = tuple(side[0].label.rstrip(" .:–-") for side in (first.old_leaves, first.new_leaves))
    names = labels if all(labels) and labels[0] != labels[1] else (first.old, first.new)
    places = tuple(leaf.where((0, len(leaf.old)), (0, len(leaf.new))) for leaf in leaves)
    return Fact(
        kind=Kind.FORMATTING,
        subject=places[0].clause if len(leaves) == 1 else "",
        old=Words(text=names[0]),
        new=Words(text=names[1]),
        places=places,
    )


def _table(aligned: Aligned, step: TablePair) -> Fact:
    place = where(aligned, whole(aligned.old, step.old), whole(aligned.new, step.new))
    old, new = (
        side.tables[one].description for side, one in ((aligned.old, step.old), (aligned.new, step.new))
    )
    return Fact(
        kind=Kind.FORMATTING,
        subject=place.clause or new,
        old=Words(text=old),
        new=Words(text=new),
        places=(place,),
    )


# --- how a leaf is set -------------------------------------------------------------------------


def _shapes(leaves: Sequence[Leaf], blocks: Mapping[str, Block]) -> object:
    """All of how one leaf is set but its words; nothing of one that was split or joined."""
    if len(leaves) != 1:
        return ()
    leaf = leaves[0]
    return leaf.kind, leaf.depth, leaf.label == "•", _shape(blocks.get(leaf.id))


def _shape(block: Block | None) -> object:
    match block:
        case Heading():
            return block.level, block.new_page, block.number.pattern if block.number else ""
        case Paragraph():
            return block.role
        case Contents():
            return block.depth
        case None | List() | Quote() | CodeBlock() | Rule() | Table() | Signatures():
            return ()
        case _:
            assert_never(block)


def _framed_otherwise(aligned: Aligned, step: TablePair) -> bool:
    """Whether the columns that both tables have are set otherwise; others are told of elsewhere."""
    old, new = aligned.old.tables[step.old].columns, aligned.new.tables[step.new].columns
    both = ((old[one], new[two]) for one, two in step.columns if one is not None and two is not None)
    return any((one.width, one.align) != (two.width, two.align) for one, two in both)


# --- how words are set -------------------------------------------------------------------------


def _set_otherwise(
    leaf: ChangedLeaf, of_old: Mapping[str, Block], of_new: Mapping[str, Block]
) -> Iterator[tuple[int, int, int, int]]:
    """Where words that both texts have are set otherwise, by characters of both."""
    old, new = _styles(leaf.old_leaves, of_old), _styles(leaf.new_leaves, of_new)
    if any(old) or any(new):
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


def _styles(leaves: Iterable[Leaf], blocks: Mapping[str, Block]) -> list[Styles]:
    """How each character is set, with one between two leaves."""
    styles: list[Styles] = []
    for at, leaf in enumerate(leaves):
        if at:
            styles.append(frozenset())
        one = [style for length, style in _runs(_content(blocks.get(leaf.id))) for _ in range(length)]
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


def _content(block: Block | None) -> tuple[Inline, ...]:
    match block:
        case Heading() | Paragraph():
            return block.content
        case Table():
            return block.caption
        case None | List() | Quote() | CodeBlock() | Rule() | Contents() | Signatures():
            return ()
        case _:
            assert_never(block)


def _blocks(side: Side) -> dict[str, Block]:
    return {block.id: block for block in blocks_within(side.document.blocks)}
