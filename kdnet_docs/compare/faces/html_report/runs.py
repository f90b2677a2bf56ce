"""The words of a leaf as runs of one formatting each, which can be cut anywhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy
from kdnet_docs.document.tree import (
    Code,
    Document,
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


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one formatting; `tags` are the HTML elements around them, from outside in."""

    text: str
    tags: tuple[str, ...] = ()
    link: str = ""
    note: str = ""


class Words:
    """The runs of every leaf of one document."""

    def __init__(self, one: Anatomy) -> None:
        self._leaves = one.leaves
        self._content = _contents(one.document)
        self._known: dict[tuple[str, ...], tuple[Run, ...]] = {}

    def of(self, leaves: tuple[str, ...]) -> tuple[Run, ...]:
        """The runs of a leaf, or of several that stand on lines of their own."""
        if leaves not in self._known:
            between = (run for leaf in leaves for run in (Run("\n"), *self._of(leaf)))
            self._known[leaves] = tuple(between)[1:]
        return self._known[leaves]

    def _of(self, leaf: str) -> tuple[Run, ...]:
        text = self._leaves[leaf].text
        runs = tuple(_runs(self._content.get(leaf, ()), Run("")))
        # What the comparison read counts, should a leaf have words that stand in no paragraph.
        return runs if "".join(run.text for run in runs) == text else (Run(text),)


def cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """The runs from character `start` to `end`."""
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            yield replace(run, text=run.text[first:last])
        at += len(run.text)


def _contents(document: Document) -> Mapping[str, tuple[Inline, ...]]:
    found: dict[str, tuple[Inline, ...]] = {}
    for block in blocks_within(document.blocks):
        if isinstance(block, Heading | Paragraph):
            found[block.id] = block.content
        elif isinstance(block, Table):
            found[block.id] = block.caption
    return found


def _runs(inlines: Iterable[Inline], like: Run) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Text() | Generated():
                yield replace(like, text=inline.text)
            case Code():
                yield replace(like, text=inline.text, tags=(*like.tags, "code"))
            case Emphasis():
                yield from _runs(inline.content, replace(like, tags=(*like.tags, "em")))
            case Strong():
                yield from _runs(inline.content, replace(like, tags=(*like.tags, "strong")))
            case Link():
                yield from _runs(inline.content, replace(like, link=inline.target))
            case LineBreak():
                yield replace(like, text="\n")
            case Footnote():
                yield replace(like, text=NOTE_MARK, note=inline.id)
            case _:
                assert_never(inline)
