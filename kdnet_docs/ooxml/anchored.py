"""Finds the anchors again in a Word file that has been edited and saved."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.ooxml.anchors import PREFIX
from kdnet_docs.ooxml.base import Base, parse_base
from kdnet_docs.ooxml.received import read_received
from kdnet_docs.ooxml.xml import Element, find_all, get, qualified

_COPY = re.compile(r"_Copy_\d+$")  # what LibreOffice adds to the name of a copied bookmark
_CHARACTERS = {
    qualified("w:tab"): "\t",
    qualified("w:br"): "\n",
    qualified("w:cr"): "\n",
    qualified("w:softHyphen"): "\u00ad",
    qualified("w:noBreakHyphen"): "\u2011",
}
_BREAKS_OF_THE_PAGE = frozenset(("page", "column"))
# What stands in the file and not on the page: where moved words were, and the same words over
# again for old readers. Deleted words are no `w:t`. Tab stops are no tabs.
_PASSED_OVER = frozenset(map(qualified, ("w:moveFrom", "mc:Fallback", "w:pPr", "w:rPr")))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchoredText:
    """What an edited file has at an anchor.

    `text` is the words inside the bookmark, and `paragraph` all the words of the paragraphs that
    it touches, since what a person types at the end of a paragraph falls outside it. A footnote's
    anchor has the words of the note in both. `copy` is a bookmark that was copied along.
    """

    id: str
    text: str
    paragraph: str
    copy: bool


def read_anchors(file: Path | bytes, base: Base | None = None) -> tuple[AnchoredText, ...] | Refused:
    """Every anchor that is still in the file, in reading order; findings for a file that is not ours.

    The ids come from the base in the file, or from `base` for a file that lost its own (.odt does).
    """
    parts = read_received(file)
    if isinstance(parts, Refused):
        return parts
    base = base or find_base(parts)
    if base is None:
        return Refused((_no_base(file),))
    notes = _notes(parts["word/footnotes.xml"]) if "word/footnotes.xml" in parts else {}
    story = _Story(known=base.anchors)
    story.read(parts["word/document.xml"])
    return tuple(story.anchored(notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedParagraph:
    """A paragraph as an edited file has it, with the ids of the blocks whose anchors are in it."""

    text: str
    blocks: tuple[str, ...]


def read_paragraphs(parts: Mapping[str, Element], base: Base) -> tuple[EditedParagraph, ...]:
    """Every paragraph of a file with words in it, in reading order, and after them the notes."""
    notes = _notes(parts["word/footnotes.xml"]) if "word/footnotes.xml" in parts else {}
    story = _Story(known=base.anchors)
    story.read(parts["word/document.xml"])
    blocks: dict[int, list[str]] = {}
    referred: dict[str, str] = {}
    for mark in story.marks:
        block = base.anchors[_COPY.sub("", mark.name)]
        pieces = story.pieces[mark.start : mark.end] if mark.end is not None else []
        for at in dict.fromkeys([at for at, _ in pieces] or [mark.paragraph]):
            blocks.setdefault(at, []).append(block)
        if mark.note is not None:
            referred[mark.note] = block
    return (
        *(
            EditedParagraph(text=text, blocks=tuple(blocks.get(at, ())))
            for at, text in story.paragraphs().items()
            if text.strip()
        ),
        *(
            EditedParagraph(text=text, blocks=(referred[note],))
            for note, text in notes.items()
            if note in referred
        ),
    )


def find_base(parts: Mapping[str, Element]) -> Base | None:
    """The base among the file's custom XML parts, by its namespace: Word renumbers the parts."""
    found = (parse_base(root) for name, root in sorted(parts.items()) if name.startswith("customXml/"))
    return next((base for base in found if base), None)


@dataclass(slots=True, kw_only=True)
class _Mark:
    """A bookmark of ours: pieces `start` to `end` of the story, and the note it refers to."""

    name: str
    start: int
    paragraph: int
    end: int | None = None
    note: str | None = None


@dataclass(slots=True, kw_only=True)
class _Story:
    """The words of a part in pieces, each with its paragraph, and the bookmarks among them."""

    known: Mapping[str, str]
    pieces: list[tuple[int, str]] = field(default_factory=list)
    marks: list[_Mark] = field(default_factory=list)
    _open: dict[str, _Mark] = field(default_factory=dict)
    _paragraphs: list[int] = field(default_factory=list)  # the ones we are inside of
    _count: int = 0

    def read(self, root: Element) -> None:
        """Walk through the part; a content control or a tracked change is walked through like any other."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, found in walk:
            if event == "start" and found.tag in _PASSED_OVER:
                walk.skip_subtree()
            elif event == "start":
                self._start(found)
            elif found.tag == qualified("w:p"):
                self._paragraphs.pop()

    def _start(self, found: Element) -> None:
        tag = found.tag
        if tag == qualified("w:p"):
            self._paragraphs.append(self._count)
            self._count += 1
        elif tag == qualified("w:t"):
            self._add(found.text or "")
        elif tag in _CHARACTERS and get(found, "w:type") not in _BREAKS_OF_THE_PAGE:
            self._add(_CHARACTERS[str(tag)])
        elif tag == qualified("w:bookmarkStart"):
            self._open_mark(found)
        elif tag == qualified("w:bookmarkEnd"):
            if mark := self._open.pop(get(found, "w:id") or "", None):
                mark.end = len(self.pieces)
        elif tag == qualified("w:footnoteReference") and self._open:
            next(reversed(self._open.values())).note = get(found, "w:id")

    def _add(self, text: str) -> None:
        self.pieces.append((self._paragraphs[-1] if self._paragraphs else self._count, text))

    def _open_mark(self, found: Element) -> None:
        name = get(found, "w:name") or ""
        if name.startswith(PREFIX) and _COPY.sub("", name) in self.known:
            mark = self._unclosed(name)
            if mark is None:
                at = self._paragraphs[-1] if self._paragraphs else self._count
                mark = _Mark(name=name, start=len(self.pieces), paragraph=at)
                self.marks.append(mark)
            self._open[get(found, "w:id") or ""] = mark

    def _unclosed(self, name: str) -> _Mark | None:
        """The bookmark already begun: LibreOffice writes the start of an empty one twice."""
        return next((mark for mark in self._open.values() if mark.name == name), None)

    def paragraphs(self) -> dict[int, str]:
        """The words of each paragraph that has any, in reading order."""
        return _joined(self.pieces)

    def anchored(self, notes: Mapping[str, str]) -> Iterator[AnchoredText]:
        """The bookmarks with their words."""
        paragraphs = self.paragraphs()
        for mark in self.marks:
            within = self.pieces[mark.start : mark.end] if mark.end is not None else []
            lines = _joined(within)
            text = "\n".join(lines.values())
            whole = "\n".join(paragraphs.get(at, "") for at in lines or [mark.paragraph])
            if mark.note is not None and not text:
                text = whole = notes.get(mark.note, "")
            original = _COPY.sub("", mark.name)
            yield AnchoredText(
                id=self.known[original], text=text, paragraph=whole, copy=original != mark.name
            )


def _notes(root: Element) -> Mapping[str, str]:
    """The words of each note by its id, without the space after its number."""
    found = {}
    for note in find_all(root, "w:footnote"):
        story = _Story(known={})
        story.read(note)
        found[get(note, "w:id") or ""] = "\n".join(story.paragraphs().values()).strip()
    return found


def _joined(pieces: Iterable[tuple[int, str]]) -> dict[int, str]:
    lines: dict[int, list[str]] = {}
    for at, text in pieces:
        lines.setdefault(at, []).append(text)
    return {at: "".join(texts) for at, texts in lines.items()}


def _no_base(file: Path | bytes) -> Diagnostic:
    return Diagnostic(
        code=Code.UNREADABLE,
        message=msg(
            "{file} does not carry the source it was made from",
            file=file.name if isinstance(file, Path) else ".docx",
        ),
        hint=msg("ask for the file as it was saved by Word or LibreOffice, not by another program"),
    )
