"""Inlines as Word's runs, links, bookmarks and references of notes."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from kdnet_docs.document.tree import (
    Code,
    Emphasis,
    Footnote,
    Generated,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from kdnet_docs.ooxml.anchors import Anchors, anchor_name
from kdnet_docs.ooxml.links import Links
from kdnet_docs.ooxml.paragraph import line_break, link_to_address, link_to_bookmark, words
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What the words at hand are, through all the emphasis and links around them."""

    block_id: str
    strong: bool = False
    emphasis: bool = False
    link: bool = False


class InlineWriter:
    """Writes the inlines of one story: the body, or the notes."""

    def __init__(
        self,
        *,
        styles: Styles,
        anchors: Anchors | None,
        links: Links,
        note: Callable[[Footnote], list[Element]],
    ) -> None:
        self._styles = styles
        self._anchors = anchors
        self._links = links
        self._note = note
        self._generated: Counter[str] = Counter()

    def write(self, content: Iterable[Inline], block_id: str) -> list[Element]:
        """The inlines of the block `block_id` in order."""
        return self._write(content, _Kind(block_id=block_id))

    def _write(self, content: Iterable[Inline], kind: _Kind) -> list[Element]:
        return [made for inline in content for made in self._inline(inline, kind)]

    def _inline(self, inline: Inline, kind: _Kind) -> list[Element]:
        match inline:
            case Text():
                return [words(inline.text, self._style(kind))] if inline.text else []
            case Generated():
                return self._parameter(inline, kind)
            case Code():
                return [words(inline.text, self._style(kind, "Code Char"))]
            case Emphasis():
                return self._write(inline.content, replace(kind, emphasis=True))
            case Strong():
                return self._write(inline.content, replace(kind, strong=True))
            case Link():
                return self._link(inline, kind)
            case Footnote():
                return self._note(inline)
            case LineBreak():
                return [line_break()]
            case _:
                assert_never(inline)

    def _parameter(self, inline: Generated, kind: _Kind) -> list[Element]:
        run = words(inline.text, self._style(kind, "Parameter"))
        if self._anchors is None:
            return [run]
        self._generated[kind.block_id] += 1
        return self._anchors.around(f"{kind.block_id}/@{self._generated[kind.block_id]}", [run])

    def _link(self, link: Link, kind: _Kind) -> list[Element]:
        if kind.link:  # Word has no link inside a link
            return self._write(link.content, kind)
        if link.target.startswith("#"):
            content = self._write(link.content, replace(kind, link=True))
            return [link_to_bookmark(anchor_name(link.target[1:]), content)]
        relationship = self._links.relationship(link.target)
        if relationship is None:
            return self._write(link.content, kind)
        return [link_to_address(relationship, self._write(link.content, replace(kind, link=True)))]

    def _style(self, kind: _Kind, own: str | None = None) -> str | None:
        """The id of the character style for all that the words are; `own` is what they are themselves."""
        names = {"Hyperlink": kind.link, own: own, "Strong": kind.strong, "Emphasis": kind.emphasis}
        return self._styles.of_run(*(name for name, holds in names.items() if name and holds))
