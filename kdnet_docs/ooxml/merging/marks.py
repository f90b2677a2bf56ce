"""Moves the marks of inserted and deleted paragraphs to where every program can follow them.

Where one types a new paragraph at the end of another, Word says that the first one's mark was inserted, and
the new one ends with the mark that was there. To say instead that the whole new paragraph was inserted comes
to the same, and LibreOffice errs in it where the words before are inserted too, or a table comes after.
"""

from collections import deque
from collections.abc import Iterator

from kdnet_docs.ooxml.redline.emit import properties_of_mark
from kdnet_docs.ooxml.redline.flow import properties_form
from kdnet_docs.ooxml.xml import Element, descendants, element, find, qualified

_PARAGRAPH = qualified("w:p")
_AFTER = (qualified("w:tbl"), qualified("w:sectPr"), None)
_WORDS = ("w:t", "w:delText", "w:tab", "w:br", "w:footnoteReference")


def slide_marks(root: Element) -> None:
    """Move marks over paragraphs that look alike, so that what is accepted or rejected stays the same."""
    for first, chain in list(_chains(root)):
        mark, last = _mark(chain[-1]), chain[-1]
        if mark is None or not _look_alike(first, last):
            continue
        following = last.getnext()
        ends = (None if following is None else following.tag) in _AFTER
        if ends or _last_word_in(first) == mark.tag:
            properties_of_mark(_properties(first)).insert(0, mark)


def _chains(root: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Each paragraph whose mark stays, with those after it that came, or went, as a whole."""
    for first in descendants(root, "w:p"):
        if _mark(first) is not None:
            continue
        chain: list[Element] = []
        following = first.getnext()
        while following is not None and following.tag == _PARAGRAPH and _continues(chain, following):
            chain.append(following)
            following = following.getnext()
        if chain:
            yield first, chain


def _continues(chain: list[Element], following: Element) -> bool:
    mark = _mark(following)
    if mark is None:
        return False
    before = _mark(chain[0]) if chain else mark
    return before is not None and before.tag == mark.tag and _is_whole(following, str(mark.tag))


def _is_whole(paragraph: Element, change: str) -> bool:
    """Whether all that a paragraph holds is of one kind of change."""
    return all(next(run.iterancestors(change), None) is not None for run in descendants(paragraph, "w:r"))


def _mark(paragraph: Element) -> Element | None:
    """The change of a paragraph's mark."""
    properties = find(paragraph, "w:pPr/w:rPr")
    return None if properties is None else next(descendants(properties, "w:ins", "w:del"), None)


def _look_alike(one: Element, other: Element) -> bool:
    """Whether two paragraphs have the same properties, and had them."""
    changed = (find(paragraph, "w:pPr/w:pPrChange") is not None for paragraph in (one, other))
    return properties_form(one) == properties_form(other) and not any(changed)


def _last_word_in(paragraph: Element) -> str | None:
    """The kind of change that the last word of a paragraph stands in."""
    for last in deque(descendants(paragraph, *_WORDS), maxlen=1):
        for around in last.iterancestors(qualified("w:ins"), qualified("w:del")):
            return str(around.tag)
    return None


def _properties(paragraph: Element) -> Element:
    found = find(paragraph, "w:pPr")
    if found is None:
        found = element("pPr")
        paragraph.insert(0, found)
    return found
