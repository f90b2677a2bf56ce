"""Comments in the margin of a Word file, at the words that they speak of.

Word shows none that hang on the text of a footnote, so those hang on its mark:
docs/what-word-does/comments.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from kdnet_docs.ooxml.anchors import anchor_name
from kdnet_docs.ooxml.paragraph import words
from kdnet_docs.ooxml.parts import add_xml_part
from kdnet_docs.ooxml.xml import Element, descendants, element, find, get, qualified

_RUN, _PROPERTIES, _TEXT = map(qualified, ("w:r", "w:rPr", "w:t"))
_ONE_CHARACTER = frozenset(
    map(qualified, ("w:tab", "w:br", "w:softHyphen", "w:noBreakHyphen", "w:footnoteReference"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What is said of the characters `start` to `end` of an anchored block, or of the first paragraph.

    The characters are counted as the block's words are written, a footnote's mark and a line break as one.
    """

    lines: Sequence[str]
    block: str | None = None
    start: int = 0
    end: int = 0


def add_comments(word: Word, comments: Sequence[Comment], *, author: str, moment: datetime) -> None:
    """Hang the comments on the words of a file that has been written; `moment` is in UTC."""
    anchors = {get(mark, "w:name"): mark for mark in descendants(word.element.body, "w:bookmarkStart")}
    for number, comment in enumerate(comments):
        anchor = anchors.get(anchor_name(comment.block)) if comment.block is not None else None
        first, last = _first_words(word) if anchor is None else _between(anchor, comment.start, comment.end)
        first.addprevious(element("commentRangeStart", id=number))
        last.addnext(element("r", element("commentReference", id=number)))
        last.addnext(element("commentRangeEnd", id=number))
    add_comments_part(word, [comment.lines for comment in comments], author=author, moment=moment)


def add_comments_part(
    word: Word, comments: Iterable[Sequence[str]], *, author: str, moment: datetime
) -> None:
    """The lines of each comment, numbered from 0, in a part of the file."""
    made = (
        element(
            "comment",
            *(element("p", words(line)) for line in lines),
            id=number,
            author=author,
            date=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            initials="".join(name[0] for name in author.split()[:3]),
        )
        for number, lines in enumerate(comments)
    )
    add_xml_part(
        word,
        RELATIONSHIP_TYPE.COMMENTS,
        "/word/comments.xml",
        CONTENT_TYPE.WML_COMMENTS,
        element("comments", *made),
    )


def _first_words(word: Word) -> tuple[Element, Element]:
    """The first and the last run of the first paragraph with words in it."""
    with_words = (
        runs
        for paragraph in descendants(word.element.body, "w:p")
        if any(found.text for found in descendants(paragraph, "w:t"))
        and (runs := [child for child in paragraph if child.tag == _RUN])
    )
    runs = next(with_words)
    return runs[0], runs[-1]


def _between(anchor: Element, start: int, end: int) -> tuple[Element, Element]:
    """The first and the last of what holds the characters `start` to `end` behind an anchor.

    A run is divided where they begin or end within it, and a link is taken whole. Where there are no such
    characters it is the anchor itself.
    """
    taken: list[Element] = []
    at = 0
    for child in list(_inside(anchor)):
        parts = _divided(child, start - at, end - at) if child.tag == _RUN else [child]
        for part in parts:
            length = _length(part)
            if length and at < end and start < at + length:
                taken.append(part)
            at += length
    return (taken[0], taken[-1]) if taken else (anchor, anchor)


def _inside(anchor: Element) -> Iterator[Element]:
    """What stands between the ends of an anchor, as far as its paragraph goes."""
    end = qualified("w:bookmarkEnd")
    of_anchor = get(anchor, "w:id")
    return takewhile(
        lambda one: one.tag != end or get(one, "w:id") != of_anchor,
        anchor.itersiblings(),
    )


def _length(found: Element) -> int:
    """How many characters of the text stand in it."""
    texts = (len(text.text or "") for text in descendants(found, "w:t"))
    return sum(texts) + sum(1 for one in found.iter() if one.tag in _ONE_CHARACTER)


def _divided(run: Element, *cuts: int) -> list[Element]:
    """The run in two or three, one after the other in its place, where a cut lies within it."""
    parts = [run]
    for cut in sorted(set(cuts), reverse=True):
        if 0 < cut < _length(parts[0]):
            rest = _cut_off(parts[0], cut)
            parts[0].addnext(rest)
            parts.insert(1, rest)
    return parts


def _cut_off(run: Element, cut: int) -> Element:
    """Take all behind the character `cut` out of a run, into a run that looks like it."""
    looks = find(run, "w:rPr")
    rest = element("r", *([deepcopy(looks)] if looks is not None else []))
    at = 0
    for child in list(run):
        length = _length(child) if child.tag != _PROPERTIES else 0
        if child.tag == _TEXT and at < cut < at + length:
            text = child.text or ""
            rest.extend(words(text[cut - at :]))
            child.text = text[: cut - at]
        elif child.tag != _PROPERTIES and at >= cut:
            rest.append(child)
        at += length
    return rest
