"""Inlines as runs for the Typst template: strings and small dictionaries, with marks instead of nesting."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, assert_never

from kdnet_docs.document.tree import (
    Block,
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
from kdnet_docs.render.clickable import is_clickable

_PIECE = 4  # characters of an overlong word between two places where it may be broken

Run: TypeAlias = "str | dict[str, Any]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed(Text):
    """Words that went or came between two versions: struck out, or underlined."""

    change: Literal["deleted", "inserted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Text):
    """Words of an editor between an author's own; `leads` keeps them on the page of what follows them."""

    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """What runs need to know of their surroundings: where links may go, and how a note's blocks are set.

    A word of more than `longest` characters is wider than the line and may be broken anywhere.
    """

    labels: Mapping[str, str]
    link_color: str
    blocks: Callable[[Iterable[Block]], list[dict[str, Any]]]
    longest: int
    marks: tuple[str, ...] = ()

    def of(self, inlines: Iterable[Inline]) -> list[Run]:
        """The runs of `inlines`; emphasis inside emphasis is still one emphasis."""
        return [run for inline in inlines for run in self._runs(inline)]

    def _runs(self, inline: Inline) -> list[Run]:
        match inline:
            case Changed():
                return self._with(inline.change).of((Text(text=inline.text),))
            case Remark():
                return self._with("remark").of((Text(text=inline.text),))
            case Text() | Generated():
                return list(self._words(_one_line(inline.text)))
            case Code():
                return [self._marked("code", inline.text)] if inline.text else []
            case Emphasis():
                return self._with("italic").of(inline.content)
            case Strong():
                return self._with("bold").of(inline.content)
            case Link():
                return self._link(inline)
            case Footnote():
                return [{"note": self.blocks(inline.blocks)}]
            case LineBreak():
                return [{"break": True}]
            case _:
                assert_never(inline)

    def _words(self, words: str) -> Iterator[Run]:
        """The words as runs, with places between the letters of an overlong word where a line may end."""
        for number, piece in enumerate(re.split(rf"(\S{{{self.longest + 1},}})", words)):
            if number % 2:
                for at in range(0, len(piece), _PIECE):
                    yield self._marked("text", piece[at : at + _PIECE])
                    yield {"may_break": True}
            elif piece:
                yield self._marked("text", piece)

    def _with(self, mark: str) -> "Runs":
        return self if mark in self.marks else replace(self, marks=(*self.marks, mark))

    def _marked(self, kind: str, words: str) -> Run:
        if kind == "text" and not self.marks:
            return words
        return {kind: words, **dict.fromkeys(self.marks, True)}

    def _link(self, link: Link) -> list[Run]:
        """A link as one run, so that it is one link in the file; without a place to go, its words."""
        runs = self.of(link.content)
        inside = link.target.startswith("#")
        where = self.labels.get(link.target[1:]) if inside else link.target
        if not runs or not where or not is_clickable(link.target):
            return runs
        return [{"link": runs, "to" if inside else "url": where, "color": self.link_color}]


def _one_line(words: str) -> str:
    return words.replace("\r\n", " ").replace("\n", " ")
