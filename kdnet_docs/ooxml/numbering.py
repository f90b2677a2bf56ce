"""Word's numbering: numbered headings, bullets, and lists that begin at any number."""

from collections import Counter

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart

from kdnet_docs.document.tree import Number
from kdnet_docs.ooxml.paragraph import Numbered
from kdnet_docs.ooxml.parts import add_xml_part
from kdnet_docs.ooxml.stable_ids import FileIds
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element, element, find, find_all, get, insert_before, qualified, value

_INDENT = 340  # twips, where the template does not say


class Numbering:
    """Gives each numbered paragraph its list, and writes the lists into the numbering part.

    A list is a `w:num` that follows a `w:abstractNum`. Lists take the abstractNum of the template's
    List Bullet and List Number styles; numbered headings have one for each pattern and sequence.
    Both have ids that do not depend on what else is in the document, so that the same list has the
    same number in the next version.
    """

    def __init__(self, word: Word, styles: Styles, ids: FileIds) -> None:
        self._root = _numbering_root(word)
        self._styles = styles
        self._ids = ids
        self._template_nums = {  # numId -> abstractNumId
            _whole(num, "w:numId"): _whole(abstract, "w:val")
            for num in find_all(self._root, "w:num")
            if (abstract := find(num, "w:abstractNumId")) is not None
        }
        self._headings: dict[tuple[str, str], int] = {}  # (sequence, pattern) -> abstractNumId
        self._running: dict[str, tuple[Number, int]] = {}  # sequence -> the last number, its numId
        self._restarts: Counter[tuple[str, str, int]] = Counter()  # sequence, pattern, first number
        self._plain: dict[str, int] = {}  # style -> abstractNumId
        self._bullets: dict[str, int] = {}  # style -> numId
        ids.patterns.reserve(_all(self._root, "w:abstractNum", "w:abstractNumId"))
        ids.lists.reserve(_all(self._root, "w:num", "w:numId"))

    def heading(self, number: Number) -> Numbered:
        """Where a numbered heading is counted; a number that does not follow the last one restarts."""
        key = (number.sequence, number.pattern)
        if key not in self._headings:
            identity = self._ids.patterns.of("heading", *key)
            self._headings[key] = self._add_abstract(
                identity, _level("decimal", number.pattern, suffix="space")
            )
        last = self._running.get(number.sequence)
        if last and (last[0].pattern, last[0].value + 1) == (number.pattern, number.value):
            num_id = last[1]
        else:
            restart = (*key, number.value)
            self._restarts[restart] += 1
            identity = self._ids.lists.of("heading", *restart, self._restarts[restart])
            num_id = self._add_num(identity, self._headings[key], 0, number.value)
        self._running[number.sequence] = (number, num_id)
        return Numbered(num_id)

    def bullets(self, style: str, deeper: int = 0) -> Numbered | None:
        """The list of a bullet style, or None where the style itself says which it is.

        `deeper` counts the levels below the style's own.
        """
        if not deeper and self._template_list(style):
            return None
        abstract, level = self._list(style, "bullet", "•", deeper)
        if style not in self._bullets:
            self._bullets[style] = self._add_num(self._ids.lists.of("bullets", style), abstract, level)
        return Numbered(self._bullets[style], level)

    def numbered(self, list_id: str, style: str, start: int, deeper: int = 0) -> Numbered:
        """A list of the document in a style, whose first item has the number `start`."""
        abstract, level = self._list(style, "decimal", "%1.", deeper)
        identity = self._ids.lists.of("list", list_id, style, level, start)
        return Numbered(self._add_num(identity, abstract, level, start), level)

    def _list(self, style: str, form: str, pattern: str, deeper: int) -> tuple[int, int]:
        """The abstractNum for a style and the level in it; a plain one where the template has none."""
        if found := self._template_list(style):
            return found[0], found[1] + deeper
        if style not in self._plain:
            identity = self._ids.patterns.of("plain", style)
            self._plain[style] = self._add_abstract(identity, _level(form, pattern, indent=True))
        return self._plain[style], 0

    def _template_list(self, style: str) -> tuple[int, int] | None:
        """The abstractNum that the template's style follows, and the level it has there."""
        properties = find(self._styles.element(style), "w:pPr/w:numPr")
        if properties is None or (number := find(properties, "w:numId")) is None:
            return None
        level = find(properties, "w:ilvl")
        abstract = self._template_nums.get(_whole(number, "w:val"))
        return None if abstract is None else (abstract, 0 if level is None else _whole(level, "w:val"))

    def _add_abstract(self, identity: int, level: Element) -> int:
        abstract = element(
            "abstractNum",
            value("nsid", f"{identity:08X}"),
            value("multiLevelType", "singleLevel"),
            level,
            abstractNumId=identity,
        )
        insert_before(self._root, abstract, ("w:num", "w:numIdMacAtCleanup"))
        return identity

    def _add_num(self, identity: int, abstract: int, level: int, start: int | None = None) -> int:
        num = element("num", value("abstractNumId", abstract), numId=identity)
        if start is not None:
            num.append(element("lvlOverride", value("startOverride", start), ilvl=level))
        last = self._root[-1]  # not a search from the start: a long document has thousands of lists
        if last.tag == qualified("w:numIdMacAtCleanup"):
            last.addprevious(num)
        else:
            self._root.append(num)
        return identity


def _level(form: str, pattern: str, *, suffix: str | None = None, indent: bool = False) -> Element:
    made = element("lvl", value("start", 1), value("numFmt", form), ilvl=0)
    if suffix:
        made.append(value("suff", suffix))
    made.append(value("lvlText", pattern))
    made.append(value("lvlJc", "left"))
    if indent:
        made.append(element("pPr", element("ind", left=_INDENT, hanging=_INDENT)))
    return made


def _numbering_root(word: Word) -> Element:
    try:
        part = word.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        part = add_xml_part(
            word,
            RELATIONSHIP_TYPE.NUMBERING,
            "/word/numbering.xml",
            CONTENT_TYPE.WML_NUMBERING,
            element("numbering"),
        )
    assert isinstance(part, XmlPart)  # noqa: S101 python-docx reads this part as XML
    root: Element = part.element
    return root


def _all(root: Element, name: str, attribute: str) -> list[int]:
    return [_whole(found, attribute) for found in find_all(root, name)]


def _whole(found: Element, attribute: str) -> int:
    return int(get(found, attribute) or 0)
