"""The lists of a document, each with the words that introduce it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.anatomy import Anatomy, Leaf
from kdnet_docs.document.walk import blocks_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """A list, by the first words of each of its items, and the passage right before it."""

    introduction: Passage
    items: tuple[Passage, ...]


def introduced_lists(subject: Subject) -> Iterator[Introduced]:
    """Every list that follows on words: a paragraph, a cell, or an item that it stands below."""
    anatomy = subject.anatomy
    leaves = _without_notes(anatomy)
    for at, leaf in enumerate(leaves[:-1]):
        if leaf.kind != "heading" and leaf.text.strip() and _begins_below(leaves[at + 1], leaf):
            yield Introduced(
                introduction=Passage(leaf, anatomy),
                items=tuple(Passage(item, anatomy) for item in _items(leaves, at)),
            )


def _without_notes(anatomy: Anatomy) -> tuple[Leaf, ...]:
    """The leaves in reading order; the notes of a paragraph do not part it from the list below it."""
    noted = {block.id for note in anatomy.notes.values() for block in blocks_within(note.blocks)}
    return tuple(leaf for leaf in anatomy.leaves.values() if leaf.id not in noted)


def _depth(leaf: Leaf) -> int:
    return leaf.depth if leaf.kind == "item" else 0


def _begins_below(first: Leaf, leaf: Leaf) -> bool:
    return first.kind == "item" and bool(first.label) and first.depth == _depth(leaf) + 1


def _items(leaves: tuple[Leaf, ...], at: int) -> Iterator[Leaf]:
    depth = _depth(leaves[at]) + 1
    for leaf in islice(leaves, at + 1, None):
        if _depth(leaf) < depth:
            return
        if leaf.depth == depth and leaf.label:
            yield leaf
