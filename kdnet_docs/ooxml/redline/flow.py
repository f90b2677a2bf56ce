"""Paragraphs as one text, with what stands at each place of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from kdnet_docs.ooxml.redline.forms import PLAIN, Form, Framed, form
from kdnet_docs.ooxml.xml import Element, find, get, qualified

_WORDS = qualified("w:t")
_RUN = qualified("w:r")
_LINK = qualified("w:hyperlink")
_LOOK = qualified("w:rPr")
_NOTE = qualified("w:footnoteReference")
_POINTS = frozenset(map(qualified, ("w:bookmarkStart", "w:bookmarkEnd")))
_NOTHING = frozenset(map(qualified, ("w:pPr", "w:proofErr", "w:lastRenderedPageBreak")))
_SIGNS = {qualified("w:tab"): "\t", qualified("w:softHyphen"): "\u00ad", _NOTE: "\ufffc"}
_BREAK: Form = (qualified("w:br"), (), (), None)
_FIRST_SIGN, _SIGN_COUNT = 0xE000, 6400  # private characters, which no text holds


class Span(NamedTuple):
    """Words, or one thing that is no word: `what`, whose text is a character that stands for it."""

    text: str
    look: Framed
    link: Framed
    what: Element | None = None
    key: Form = ()
    bare: bool = False  # stands beside runs, not in one

    def part(self, start: int, end: int) -> "Span":
        """Some of its characters."""
        return self if end - start == len(self.text) else self._replace(text=self.text[start:end])


class Mark(NamedTuple):
    """The mark that ends a paragraph, whose properties hang on it."""

    paragraph: Element
    text: str = "\n"
    key: Form = ("mark",)

    def part(self, _start: int, _end: int) -> "Mark":
        """All of it."""
        return self


class Point(NamedTuple):
    """What takes no room: the start or end of a bookmark or of a move."""

    element: Element
    link: Framed = PLAIN


Part: TypeAlias = Span | Mark
NoteKey: TypeAlias = Callable[[str], str]
"""By what a reference to a footnote is compared, from its id."""


@dataclass(slots=True)
class Flow:
    """Some paragraphs as one text; `points` with the number of characters before each.

    The mark of the last paragraph is not in it.
    """

    text: str = ""
    parts: list[Part] = field(default_factory=list)
    points: list[tuple[int, Point]] = field(default_factory=list)


class FlowReader:
    """Reads paragraphs so that equal things in two files have equal texts and keys."""

    def __init__(self) -> None:
        self._signs: dict[Form, str] = {}

    def read(self, paragraphs: Sequence[Element], note: NoteKey) -> Flow:
        """The paragraphs from the first word to the last, with the marks between them."""
        flow = Flow()
        at = 0
        for number, paragraph in enumerate(paragraphs):
            if number:
                flow.parts.append(Mark(paragraphs[number - 1]))
                at += 1
            for found in self._inlines(paragraph, PLAIN, note):
                if isinstance(found, Point):
                    flow.points.append((at, found))
                else:
                    flow.parts.append(found)
                    at += len(found.text)
        flow.text = "".join([part.text for part in flow.parts])
        return flow

    def _inlines(self, parent: Iterable[Element], link: Framed, note: NoteKey) -> Iterator[Span | Point]:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                yield from self._run(child, link, note)
            elif tag in _POINTS:
                yield Point(child, link)
            elif tag == _LINK and link is PLAIN:
                yield from self._inlines(child, _link(child), note)
            elif tag not in _NOTHING:
                yield self._thing(child, PLAIN, link, bare=True)

    def _run(self, run: Element, link: Framed, note: NoteKey) -> Iterator[Span]:
        look = PLAIN
        for child in run:
            tag = child.tag
            if tag == _WORDS:
                if child.text:
                    yield Span(child.text, look, link)
            elif tag == _LOOK:
                look = Framed(form(child), child) if len(child) else PLAIN
            elif tag == _NOTE:
                key = ("note", note(get(child, "w:id") or ""))
                yield Span(_SIGNS[_NOTE], look, link, child, key)
            elif tag not in _NOTHING:
                yield self._thing(child, look, link)

    def _thing(self, found: Element, look: Framed, link: Framed, *, bare: bool = False) -> Span:
        key = form(found)
        sign = "\n" if key == _BREAK else _SIGNS.get(found.tag) or self._sign(key)
        return Span(sign, look, link, found, key, bare)

    def _sign(self, key: Form) -> str:
        if key not in self._signs:
            self._signs[key] = chr(_FIRST_SIGN + len(self._signs) % _SIGN_COUNT)
        return self._signs[key]


def _link(found: Element) -> Framed:
    return Framed((found.tag, tuple(sorted(found.items()))), found)


def properties_form(paragraph: Element) -> Form:
    """What a paragraph's properties say, without those of its mark and its section."""
    properties = find(paragraph, "w:pPr")
    if properties is None:
        return ()
    return tuple(form(child) for child in properties if child.tag not in NOT_OF_PARAGRAPH)


NOT_OF_PARAGRAPH = frozenset(map(qualified, ("w:rPr", "w:sectPr", "w:pPrChange")))


def same_paragraph(old: Element, new: Element) -> bool:
    """Whether two paragraphs are written alike, but for bookmarks; False may be wrong, True never."""
    before, after = _written(old), _written(new)
    return (
        len(before) == len(after)
        and all(_alike(one, other) for one, other in zip(before, after, strict=True))
        and next(new.iter(_NOTE), None) is None  # ids of notes say nothing by themselves
    )


def _written(paragraph: Element) -> list[Element]:
    return [child for child in paragraph if child.tag not in _POINTS]


def _alike(one: Element, other: Element) -> bool:
    return (
        one.tag == other.tag
        and one.items() == other.items()
        and len(one) == len(other)
        and (
            all(_alike(child, its) for child, its in zip(one, other, strict=True))
            if len(one)
            else one.text == other.text
        )
    )
