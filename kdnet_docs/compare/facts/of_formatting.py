"""Facts about the same words set otherwise: emphasis, links, a paragraph that became an item."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from kdnet_docs.alignment.steps import TablePair
from kdnet_docs.alignment.words import word_changes
from kdnet_docs.compare.comparison import Aligned
from kdnet_docs.compare.fact import Fact, Kind, Spot
from kdnet_docs.compare.facts.changed_leaves import ChangedLeaf, changed_leaves, where, whole
from kdnet_docs.compare.facts.claims import Claims
from kdnet_docs.compare.facts.references import words_of
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.document.anatomy import Anatomy, Leaf, leaf_text
from kdnet_docs.document.placed import placed
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
from kdnet_docs.reading.values import Words

Styles = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of both texts, by characters, and how they are set in each."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old: Styles
    new: Styles


def facts_of_formatting(aligned: Aligned, claims: Claims) -> Iterator[Fact]:
    """One fact for each leaf in which words that stayed are set otherwise, or that is set otherwise whole."""
    old, new = _blocks(aligned.old), _blocks(aligned.new)
    headings: dict[object, list[ChangedLeaf]] = {}
    for leaf in changed_leaves(aligned):
        _, told = leaf.claimed(claims)
        stretches = tuple(
            stretch
            for stretch in _set_otherwise(leaf, old, new)
            if not any(start <= stretch.new_start and stretch.new_end <= end for start, end in told)
        )
        alike: dict[tuple[Styles, Styles], list[_Stretch]] = {}
        for stretch in stretches:
            alike.setdefault((stretch.old, stretch.new), []).append(stretch)
        yield from (_fact(leaf, ones) for ones in alike.values())
        if stretches:
            continue
        if not told and (shapes := _shapes(leaf.old_leaves, old)) != _shapes(leaf.new_leaves, new):
            if leaf.new_leaves[0].kind == "heading":
                headings.setdefault((shapes, _shapes(leaf.new_leaves, new)), []).append(leaf)
            else:
                yield _fact(leaf, (_whole(leaf, old, new),))
    yield from (_headings(leaves, old, new) for leaves in headings.values())
    for step in all_steps(aligned):
        if isinstance(step, TablePair) and _framed_otherwise(aligned, step):
            yield _table(aligned, step)


def _fact(leaf: ChangedLeaf, stretches: Sequence[_Stretch]) -> Fact:
    """Words that are set otherwise in the same way."""
    first = stretches[0]
    places = tuple(
        leaf.where((one.old_start, one.old_end), (one.new_start, one.new_end)) for one in stretches
    )
    return Fact(
        kind=Kind.FORMATTING,
        subject=places[0].clause,
        old=Words(
            text=" … ".join(leaf.old[one.old_start : one.old_end] for one in stretches),
            style=_leading(leaf.aligned.old, first.old, places[0].old),
        ),
        new=Words(
            text=" … ".join(leaf.new[one.new_start : one.new_end] for one in stretches),
            style=_leading(leaf.aligned.new, first.new, places[0].new),
        ),
        places=places,
    )


def _leading(side: Anatomy, styles: Styles, spot: Spot | None) -> Styles:
    """The styles, a link's with the words that it leads to."""
    if "link" not in styles or spot is None:
        return styles
    links = (
        one.inline.target
        for one in placed(side)
        if isinstance(one.inline, Link) and one.leaf == spot.leaf and one.start <= spot.start < one.end
    )
    return styles - {"link"} | {f"link {words_of(side, target)}" for target in links}


def _whole(leaf: ChangedLeaf, old: Mapping[str, Block], new: Mapping[str, Block]) -> _Stretch:
    styles = _style(leaf.old_leaves[0], old), _style(leaf.new_leaves[0], new)
    return _Stretch(0, len(leaf.old), 0, len(leaf.new), *styles)


def _style(leaf: Leaf, blocks: Mapping[str, Block]) -> Styles:
    """What of a leaf's shape has a name."""
    styles = {leaf.kind} & {"item", "quote"} | ({"bullet"} if leaf.label == "•" else set())
    if isinstance(block := blocks.get(leaf.id), Heading):
        styles |= {f"level {block.level}"} | ({"new-page"} if block.new_page else set())
    return frozenset(styles)


def _headings(leaves: Sequence[ChangedLeaf], old: Mapping[str, Block], new: Mapping[str, Block]) -> Fact:
    """Headings that are all set otherwise in the same way; of another pattern, the first number is told."""
    first = leaves[0]
    labels = tuple(side[0].label.rstrip(" .:–-") for side in (first.old_leaves, first.new_leaves))
    all_of_them = " / ".join(leaf.old for leaf in leaves), " / ".join(leaf.new for leaf in leaves)
    names = labels if all(labels) and labels[0] != labels[1] else all_of_them
    places = tuple(leaf.where((0, len(leaf.old)), (0, len(leaf.new))) for leaf in leaves)
    return Fact(
        kind=Kind.FORMATTING,
        subject=places[0].clause if len(leaves) == 1 else "",
        old=Words(text=names[0], style=_style(first.old_leaves[0], old)),
        new=Words(text=names[1], style=_style(first.new_leaves[0], new)),
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
        new=Words(text=new, style=frozenset({"columns"})),
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
) -> Iterator[_Stretch]:
    """Where words that both texts have are set otherwise, by characters of both."""
    old, new = _styles(leaf.old_leaves, of_old), _styles(leaf.new_leaves, of_new)
    if any(old) or any(new):
        for change in word_changes(leaf.old, leaf.new):
            if change.same:
                by = change.new_start - change.old_start
                for start, end in _unlike(old, new, by, change.old_start, change.old_end):
                    yield _Stretch(start, end, start + by, end + by, old[start], new[start + by])


def _unlike(old: list[Styles], new: list[Styles], by: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches from `start` to `end` in which two texts are set otherwise, each in one way."""
    ways = groupby(range(start, end), key=lambda at: (old[at], new[at + by]))
    for (before, after), found in ways:
        if before != after:
            at = list(found)
            yield at[0], at[-1] + 1


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


def _blocks(side: Anatomy) -> dict[str, Block]:
    return {block.id: block for block in blocks_within(side.document.blocks)}
