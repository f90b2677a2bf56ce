"""Word's footnotes: a part of their own, which python-docx does not know."""

from collections.abc import Iterable

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml

from kdnet_docs.ooxml.paragraph import mark, words
from kdnet_docs.ooxml.parts import add_xml_part
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element, element, find, find_all, get, insert_setting

_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}


class Footnotes:
    """Numbers the notes of one document and writes them into the footnotes part."""

    def __init__(self, word: Word, styles: Styles) -> None:
        self.part = _footnotes_part(word)
        self._root = self.part.element
        self._reference_style = styles.id("footnote reference")
        self._next = 1 + max(int(get(note, "w:id") or 0) for note in find_all(self._root, "w:footnote"))
        _declare_separators(word.settings.element)

    def reserve(self) -> int:
        """The id of a new note, taken before its text is written so that notes stand in order."""
        self._next += 1
        return self._next - 1

    def add(self, identity: int, blocks: Iterable[Element]) -> None:
        """Write a note; its first paragraph holds `mark()`."""
        self._root.append(element("footnote", *blocks, id=identity))

    def reference(self, identity: int) -> Element:
        """The run in the text that refers to a note."""
        return mark(element("footnoteReference", id=identity), self._reference_style)

    def mark(self) -> list[Element]:
        """The number and a space, with which a note begins."""
        return [mark(element("footnoteRef"), self._reference_style), words(" ")]


def _footnotes_part(word: Word) -> XmlPart:
    """A new part with the separators that the template's notes have, or Word's own."""
    separators = _template_separators(word) or [_separator(at, kind) for at, kind in _SEPARATORS.items()]
    return add_xml_part(
        word,
        RELATIONSHIP_TYPE.FOOTNOTES,
        "/word/footnotes.xml",
        CONTENT_TYPE.WML_FOOTNOTES,
        element("footnotes", *separators),
    )


def _template_separators(word: Word) -> list[Element]:
    """The separators of the template's notes, which python-docx keeps as bytes; the part goes away."""
    for key, relationship in list(word.part.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            del word.part.rels[key]
            notes = find_all(parse_xml(relationship.target_part.blob), "w:footnote")
            return [note for note in notes if get(note, "w:type")]
    return []


def _separator(identity: int, kind: str) -> Element:
    made = element("footnote", element("p", element("r", element(kind))), type=kind, id=identity)
    properties = element("pPr", element("spacing", after=0, line=240, lineRule="auto"))
    made[0].insert(0, properties)
    return made


def _declare_separators(settings: Element) -> None:
    if find(settings, "w:footnotePr") is None:
        notes = element("footnotePr", *(element("footnote", id=identity) for identity in _SEPARATORS))
        insert_setting(settings, notes)
