"""Moves the marks of inserted and deleted paragraphs to where every program can follow them.

Where one types a new paragraph at the end of another, Word says that the first one's mark was inserted, and
the new one ends with the mark that was there. To say instead that the whole new paragraph was inserted comes
to the same, and LibreOffice errs in it where the words before are inserted too, or a table comes after.
"""

from collections import deque
from collections.abc import Iterator

from kdnet_docs.ooxml.xml import Element, descendants, find, insert_before, qualified

_PARAGRAPH = qualified("w:p")
_AFTER = (qualified("w:tbl"), qualified("w:sectPr"), None)
_OF_MARK = frozenset(map(qualified, ("w:rPr", "w:sectPr", "w:pPrChange")))
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
            _properties_of_mark(first).insert(0, mark)


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
    return _look(one) == _look(other)


def _look(paragraph: Element) -> list[object]:
    """The paragraph's properties without those of its mark; one that has changed is like no other."""
    properties = find(paragraph, "w:pPr")
    if properties is None:
        return []
    if find(properties, "w:pPrChange") is not None:
        return [paragraph]
    return [_form(child) for child in properties if child.tag not in _OF_MARK]


def _form(found: Element) -> tuple[object, ...]:
    return found.tag, sorted(found.items()), tuple(map(_form, found))


def _last_word_in(paragraph: Element) -> str | None:
    """The kind of change that the last word of a paragraph stands in."""
    for last in deque(descendants(paragraph, *_WORDS), maxlen=1):
        for around in last.iterancestors(qualified("w:ins"), qualified("w:del")):
            return str(around.tag)
    return None


def _properties_of_mark(paragraph: Element) -> Element:
    properties = find(paragraph, "w:pPr")
    if properties is None:
        properties = paragraph.makeelement(qualified("w:pPr"))
        paragraph.insert(0, properties)
    of_mark = find(properties, "w:rPr")
    if of_mark is None:
        of_mark = properties.makeelement(qualified("w:rPr"))
        insert_before(properties, of_mark, ("w:sectPr", "w:pPrChange"))
    return of_mark
