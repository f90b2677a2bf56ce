"""Paragraphs, runs and links as Word writes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kdnet_docs.ooxml.xml import Element, build, descendants, element, find, find_all, value

_SPECIAL = re.compile("([\t\u00ad])")


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list that a paragraph is counted in (`w:num`), and its level there from 0."""

    num_id: int
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a paragraph has beside its style: its place in a list, and what it must stay with."""

    numbered: Numbered | None = None
    keep_next: bool = False
    new_page: bool = False


FLOWING = Setting()


def paragraph(
    style: str, content: Iterable[Element], setting: Setting = FLOWING, para_id: str | None = None
) -> Element:
    """A paragraph in the style with this id, holding runs, links and bookmarks."""
    properties = element("pPr", value("pStyle", style), *_direct(setting))
    return build("w:p", {"w14:paraId": para_id} if para_id else None, properties, *content)


def _direct(setting: Setting) -> Iterator[Element]:
    """The properties beside the style, in the order of the schema."""
    if setting.keep_next:
        yield element("keepNext")
    if setting.new_page:
        yield element("pageBreakBefore")
    if number := setting.numbered:
        yield element("numPr", value("ilvl", number.level), value("numId", number.num_id))


def keep_with_next(made: Element) -> None:
    """Keep a paragraph, or the last row of a table, on the page of what follows it."""
    rows = find_all(made, "w:tr")
    for found in descendants(rows[-1] if rows else made, "w:p"):
        properties = find(found, "w:pPr")
        if properties is not None and find(properties, "w:keepNext") is None:
            properties.insert(1, element("keepNext"))  # after the style


def words(text: str, style: str | None = None) -> Element:
    """A run of words in the character style with this id; a tab and a soft hyphen become Word's own."""
    made = _run(style)
    for piece in _SPECIAL.split(text):
        if piece == "\t":
            made.append(element("tab"))
        elif piece == "\u00ad":
            made.append(element("softHyphen"))
        elif piece:
            made.append(_text("w:t", piece))
    return made


def lines(text: str) -> list[Element]:
    """Runs of several lines, with a line break between them."""
    first, *others = text.split("\n")
    return [words(first), *(run for line in others for run in (line_break(), words(line)))]


def line_break() -> Element:
    """A run that begins a new line in the same paragraph."""
    return element("r", element("br"))


def tab() -> Element:
    """A run that jumps to the next tab stop."""
    return element("r", element("tab"))


def mark(what: Element, style: str) -> Element:
    """A run that holds one thing other than words, such as the reference of a footnote."""
    made = _run(style)
    made.append(what)
    return made


def field(instruction: str, result: Iterable[Element]) -> list[Element]:
    """A field with its result already there, so that Word need not calculate it."""
    return [*field_start(instruction), *result, field_end()]


def field_start(instruction: str) -> list[Element]:
    """The runs before a field's result."""
    return [_field_mark("begin"), element("r", _text("w:instrText", instruction)), _field_mark("separate")]


def field_end() -> Element:
    """The run after a field's result."""
    return _field_mark("end")


def link_to_address(relationship: str, content: Iterable[Element]) -> Element:
    """A link out of the document, by the id of a relationship."""
    return build("w:hyperlink", {"r:id": relationship, "w:history": "1"}, *content)


def link_to_bookmark(name: str, content: Iterable[Element]) -> Element:
    """A link to a bookmark in the document."""
    return element("hyperlink", *content, anchor=name, history="1")


def _run(style: str | None) -> Element:
    return element("r", element("rPr", value("rStyle", style))) if style else element("r")


def _text(name: str, text: str) -> Element:
    made = build(name, {"xml:space": "preserve"})
    made.text = text
    return made


def _field_mark(kind: str) -> Element:
    return element("r", element("fldChar", fldCharType=kind))
