"""Anybody's Word file as plain lines, with its tracked changes, for a program that compares lines: git."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.received import read_received
from kdnet_docs.ooxml.xml import Element, qualified

_P, _TBL, _TR, _TC = map(qualified, ("w:p", "w:tbl", "w:tr", "w:tc"))
_WORDS = frozenset(map(qualified, ("w:t", "w:delText")))
_CHARACTERS = {
    qualified("w:tab"): "\t",
    qualified("w:br"): " ",
    qualified("w:cr"): " ",
    qualified("w:noBreakHyphen"): "\u2011",
    qualified("w:footnoteReference"): "[^]",
}
_CHANGED = {
    **dict.fromkeys(map(qualified, ("w:ins", "w:moveTo")), ("{+", "+}")),
    **dict.fromkeys(map(qualified, ("w:del", "w:moveFrom")), ("[-", "-]")),
}
# Old forms of what stands beside them, properties, and paragraphs in drawings.
_PASSED_OVER = frozenset(map(qualified, ("mc:Fallback", "w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr")))


_LARGEST = 20_000_000
"""Bytes of XML in all; ten times a long contract. Git has every file converted that differs, unasked."""


def plain_lines(file: Path | bytes) -> tuple[str, ...] | Refused:
    """A line for each paragraph, and for each row of a table; the footnotes after them.

    What tracked changes put in stands in `{+ +}`, and what they took out in `[- -]`.
    """
    parts = read_received(file, _LARGEST)
    if isinstance(parts, Refused):
        return parts
    notes = parts.get("word/footnotes.xml")
    return (*_blocks(parts["word/document.xml"]), *(_notes(notes) if notes is not None else ()))


def _notes(notes: Element) -> Iterator[str]:
    for note in notes:
        words = " ".join(filter(None, _blocks(note)))
        if words:  # the lines above notes are notes too, without words
            yield f"[^] {words}"


def _blocks(parent: Element) -> Iterator[str]:
    """The lines of what stands in a body, a cell, a note; content controls and the like are seen through."""
    for child in parent:
        if child.tag == _P:
            yield " ".join(_words(child).split())
        elif child.tag == _TBL:
            yield from (_row(row) for row in _inside(child, _TR))
        elif child.tag not in _PASSED_OVER:
            yield from _blocks(child)


def _row(row: Element) -> str:
    cells = (" ".join(filter(None, _blocks(cell))) for cell in _inside(row, _TC))
    return f"| {' | '.join(cells)} |"


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also in content controls; not those of tables inside."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TBL, _P):
            yield from _inside(child, tag)


def _words(parent: Iterable[Element]) -> str:
    return "".join(map(_said, parent))


def _said(one: Element) -> str:
    if one.tag in _WORDS:
        return one.text or ""
    if one.tag in _CHARACTERS:
        return _CHARACTERS[one.tag]
    if one.tag in _PASSED_OVER:
        return ""
    words = _words(one)
    before, after = _CHANGED.get(one.tag, ("", ""))
    return f"{before}{words}{after}" if words else ""
