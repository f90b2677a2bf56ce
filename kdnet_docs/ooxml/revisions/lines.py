"""A Word file's parts in a form that can be compared: what a reader sees, and not how it is written down."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from kdnet_docs.ooxml.revisions.parts import Story, WordParts
from kdnet_docs.ooxml.xml import Element, find, find_all, get, qualified

Form: TypeAlias = tuple[Any, ...]
"""Nested tuples of names, attributes and words; equal where two things look the same."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TEXT = frozenset((f"{_W}t", f"{_W}delText"))
_INSTRUCTION = frozenset((f"{_W}instrText", f"{_W}delInstrText"))
_PASSED_OVER = frozenset(
    f"{_W}{name}"
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "lastRenderedPageBreak",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "pPr",
        "rPr",
    )
)
_MAY_BE_EMPTY = frozenset(map(qualified, ("w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblPrEx")))
_SAYS_NOTHING_IF_OFF = frozenset(map(qualified, ("w:cantSplit", "w:tblHeader")))
_OFF = ("off", "0", "false")
_NUMBERS_ALONE = frozenset(("id", f"{_W}id"))  # of pictures and content controls


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or the beginning of a table, row or cell: its words, and all that makes its look.

    `clause` is the heading it stands below. Lines are equal if they look the same, wherever they stand.
    """

    words: str
    form: Form
    clause: str = field(default="", compare=False)


def lines(parts: WordParts) -> Mapping[str, tuple[Line, ...]]:
    """The lines of each part: "body", and "default header" and the like where anything stands there."""
    reader = _Reader(parts)
    body = find(parts.body.root, "w:body")
    made = {"body": _without_end(reader.blocks(body, parts.body)) if body is not None else ()}
    for name, story in sorted(parts.edges.items()):
        found = tuple(reader.blocks(story.root, story))
        if not all(map(_is_blank, found)):
            made[name] = found
    return made


def _without_end(found: Iterable[Line]) -> tuple[Line, ...]:
    """The lines without empty paragraphs at the end: Word keeps the last one, whatever it is told."""
    *kept, section = found
    while kept and _is_blank(kept[-1]):
        kept.pop()
    return (*kept, section)


def _is_blank(line: Line) -> bool:
    """Whether a line is an empty paragraph: a header of such lines is the same as none."""
    return line.form[0] == "paragraph" and not line.form[-1]


class _Reader:
    def __init__(self, parts: WordParts) -> None:
        self._numbers = _numbering(parts.numbering)
        self._notes = parts.footnotes
        self._note_elements = (
            {get(note, "w:id"): note for note in find_all(parts.footnotes.root, "w:footnote")}
            if parts.footnotes
            else {}
        )
        self._clause = ""

    # --- blocks --------------------------------------------------------------------------------

    def blocks(self, parent: Element, story: Story) -> Iterator[Line]:
        for child in parent.iterchildren("*"):
            if child.tag == f"{_W}p":
                yield self._paragraph(child, story)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child, story)
            elif child.tag == f"{_W}sdt":  # shows nothing itself, and cannot be tracked
                content = find(child, "w:sdtContent")
                if content is not None:
                    yield from self.blocks(content, story)
            elif child.tag == f"{_W}sectPr":
                yield Line("", ("section", _section(child)), self._clause)

    def _table(self, table: Element, story: Story) -> Iterator[Line]:
        yield Line(
            "", ("table", _form(find(table, "w:tblPr")), _form(find(table, "w:tblGrid"))), self._clause
        )
        for row in find_all(table, "w:tr"):
            kinds = (_form(find(row, "w:tblPrEx")), _form(find(row, "w:trPr")))
            yield Line("", ("row", *kinds), self._clause)
            for cell in find_all(row, "w:tc"):
                yield Line("", ("cell", _form(find(cell, "w:tcPr"))), self._clause)
                yield from self.blocks(cell, story)
        yield Line("", ("end of table",), self._clause)

    def _paragraph(self, paragraph: Element, story: Story) -> Line:
        properties = _first(paragraph, f"{_W}pPr")
        tokens = self._tokens(paragraph, story)
        words = "".join(token[2] for token in tokens if token[0] == "words")
        form = ("paragraph", _form(properties), self._number(properties), tokens)
        style = "" if properties is None else _style(properties)
        if style.startswith("Heading"):
            self._clause = words
        return Line(words, form, self._clause)

    def _number(self, properties: Element | None) -> Form:
        """The list a paragraph is counted in: its number, and how that looks."""
        held = None if properties is None else find(properties, "w:numPr")
        if held is None:
            return ()
        number, level = find(held, "w:numId"), find(held, "w:ilvl")
        identity = "" if number is None else get(number, "w:val") or ""
        depth = "0" if level is None else get(level, "w:val") or "0"
        return identity, depth, self._numbers.get((identity, depth), ())

    # --- words ---------------------------------------------------------------------------------

    def _tokens(self, parent: Element, story: Story) -> Form:
        """The words and signs of a paragraph with their look; words that look the same are one."""
        made: list[Form] = []
        for token in self._inlines(parent, story, ""):
            if made and token[0] == "words" == made[-1][0] and token[1] == made[-1][1]:
                made[-1] = ("words", token[1], made[-1][2] + token[2])
            else:
                made.append(token)
        return tuple(made)

    def _inlines(self, parent: Element, story: Story, link: str) -> Iterator[Form]:
        for child in parent.iterchildren("*"):
            if child.tag == f"{_W}r":
                yield from self._run(child, story, link)
            elif child.tag == f"{_W}hyperlink":
                yield from self._inlines(child, story, _target(child, story))
            elif child.tag == f"{_W}sdt":
                yield "control", _form(find(child, "w:sdtPr"))
                content = find(child, "w:sdtContent")
                if content is not None:
                    yield from self._inlines(content, story, link)
                yield ("end of control",)
            elif child.tag == f"{_W}fldSimple":
                yield "simple field", get(child, "w:instr"), self._tokens(child, story)
            elif child.tag not in _PASSED_OVER:
                yield "other", _form(child, story.targets)

    def _run(self, run: Element, story: Story, link: str) -> Iterator[Form]:
        look = (_form(_first(run, f"{_W}rPr")), link)
        for child in run.iterchildren("*"):
            if child.tag in _TEXT:
                yield "words", look, child.text or ""
            elif child.tag in _INSTRUCTION:
                yield "field", look, child.text or ""
            elif child.tag == f"{_W}footnoteReference":
                yield "note", look, self._note(get(child, "w:id"))
            elif child.tag not in _PASSED_OVER:  # nor a comment's mark, which is no part of the text
                yield "sign", look, _form(child, story.targets)

    def _note(self, identity: str | None) -> Form:
        note = self._note_elements.get(identity)
        if note is None or self._notes is None:
            return ("no such note",)
        clause = self._clause
        found = tuple((line.words, line.form) for line in self.blocks(note, self._notes))
        self._clause = clause
        return found


def _first(parent: Element, name: str) -> Element | None:
    """The first child if it has this name: properties stand before all else."""
    return parent[0] if len(parent) and parent[0].tag == name else None


def _style(properties: Element) -> str:
    style = find(properties, "w:pStyle")
    return "" if style is None else get(style, "w:val") or ""


def _target(link: Element, story: Story) -> str:
    identity = link.get(f"{_R}id")
    return story.targets.get(identity, "?") if identity else f"#{get(link, 'w:anchor')}"


def _section(section: Element) -> Form:
    references = (f"{_W}headerReference", f"{_W}footerReference")
    return tuple(_form(child) for child in section.iterchildren("*") if child.tag not in references)


def _form(found: Element | None, targets: Mapping[str, str] | None = None) -> Form:
    """An element with its attributes and children; nothing is the same as empty properties."""
    if found is None or (found.tag in _SAYS_NOTHING_IF_OFF and found.get(f"{_W}val") in _OFF):
        return ()
    attributes = tuple(
        sorted(
            (name, targets.get(held, held) if targets and name.startswith(_R) else held)
            for name, held in cast("Iterable[tuple[str, str]]", found.items())
            if "rsid" not in name and name not in _NUMBERS_ALONE
        )
    )
    children = tuple(formed for child in found.iterchildren("*") if (formed := _form(child, targets)))
    if not children and not attributes and found.tag in _MAY_BE_EMPTY:
        return ()
    return found.tag, attributes, children, (found.text or "").strip()


def _numbering(root: Element | None) -> Mapping[tuple[str, str], Form]:
    """How the number of each list and level looks and where it begins: by `w:numId` and `w:ilvl`."""
    if root is None:
        return {}
    patterns = {get(found, "w:abstractNumId"): found for found in find_all(root, "w:abstractNum")}
    made: dict[tuple[str, str], Form] = {}
    for num in find_all(root, "w:num"):
        reference = find(num, "w:abstractNumId")
        pattern = None if reference is None else patterns.get(get(reference, "w:val"))
        starts = {get(found, "w:ilvl"): _form(found) for found in find_all(num, "w:lvlOverride")}
        for level in () if pattern is None else find_all(pattern, "w:lvl"):
            depth = get(level, "w:ilvl") or "0"
            made[get(num, "w:numId") or "", depth] = (_form(level), starts.get(depth, ()))
    return made
