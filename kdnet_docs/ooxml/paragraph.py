"""Paragraphs, runs and links as Word writes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kdnet_docs.ooxml.xml import Element, build, element, value

_SPECIAL = re.compile("([\t\u00ad])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run looks: one character style, and what else it must show beside that.

    A run has one character style only, so that of two kinds of weight the second is direct.
    """

    style: str | None = None
    bold: bool = False
    italic: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list that a paragraph is counted in (`w:num`), and its level there from 0."""

    num_id: int
    level: int = 0


_NO_LIST = Numbered(0)  # the list of no number, which takes a style's own numbering away


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a paragraph has beside its style: its place in a list, and what it must stay with.

    `continued` is the indent of a further paragraph of a list item: it has that and no number, as
    Word writes it when one deletes the bullet. `rule` is a line below; lengths are twips.
    """

    numbered: Numbered | None = None
    continued: int | None = None
    keep_next: bool = False
    new_page: bool = False
    rule: bool = False
    space_before: int | None = None
    align: str | None = None


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
    if setting.continued is not None:
        yield _list_place(_NO_LIST)
    elif setting.numbered:
        yield _list_place(setting.numbered)
    if setting.rule:
        yield element("pBdr", element("bottom", val="single", sz=4, space=1, color="auto"))
    if setting.space_before is not None:
        yield element("spacing", before=setting.space_before)
    if setting.continued is not None:
        yield element("ind", left=setting.continued, firstLine=0)
    if setting.align:
        yield value("jc", setting.align)


def _list_place(numbered: Numbered) -> Element:
    return element("numPr", value("ilvl", numbered.level), value("numId", numbered.num_id))


def words(text: str, look: Look = PLAIN) -> Element:
    """A run of words; a tab and a soft hyphen become Word's own."""
    made = _run(look)
    for piece in _SPECIAL.split(text):
        if piece == "\t":
            made.append(element("tab"))
        elif piece == "\u00ad":
            made.append(element("softHyphen"))
        elif piece:
            made.append(_text("w:t", piece))
    return made


def lines(text: str, look: Look = PLAIN) -> list[Element]:
    """Runs of several lines, with a line break between them."""
    first, *others = text.split("\n")
    return [words(first, look), *(run for line in others for run in (line_break(), words(line, look)))]


def line_break() -> Element:
    """A run that begins a new line in the same paragraph."""
    return element("r", element("br"))


def tab() -> Element:
    """A run that jumps to the next tab stop."""
    return element("r", element("tab"))


def mark(what: Element, style: str) -> Element:
    """A run that holds one thing other than words, such as the reference of a footnote."""
    made = _run(Look(style=style))
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


def _run(look: Look) -> Element:
    made = element("r")
    if look != PLAIN:
        properties = element("rPr")
        if look.style:
            properties.append(value("rStyle", look.style))
        if look.bold:
            properties.append(element("b"))
        if look.italic:
            properties.append(element("i"))
        made.append(properties)
    return made


def _text(name: str, text: str) -> Element:
    made = build(name, {"xml:space": "preserve"})
    made.text = text
    return made


def _field_mark(kind: str) -> Element:
    return element("r", element("fldChar", fldCharType=kind))
