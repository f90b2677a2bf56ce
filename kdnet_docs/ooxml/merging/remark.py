"""A comment on the first page of a redline: it can be read at once, and is no part of the text."""

from collections.abc import Sequence
from datetime import datetime

from docx.document import Document as Word

from kdnet_docs.ooxml.comments import add_comments_part
from kdnet_docs.ooxml.xml import Element, descendants, element, find, find_all, qualified

_MARKS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")


def add_remark(word: Word, lines: Sequence[str], *, author: str, moment: datetime) -> bool:
    """Hang the lines on the first paragraph that stays whatever is accepted; whether there is one."""
    paragraph = _first_that_stays(word.element.body)
    if paragraph is None:
        return False
    add_comments_part(word, [lines], author=author, moment=moment)
    at = 0 if find(paragraph, "w:pPr") is None else 1
    paragraph.insert(at, element("commentRangeStart", id=0))
    paragraph.append(element("commentRangeEnd", id=0))
    paragraph.append(element("r", element("commentReference", id=0)))
    return True


def _first_that_stays(body: Element) -> Element | None:
    """One of the text itself rather than one in a table, whose row may go."""
    paragraphs = (*find_all(body, "w:p"), *descendants(body, "w:p"))
    return next((found for found in paragraphs if not _is_marked(found)), None)


def _is_marked(paragraph: Element) -> bool:
    """Whether the mark of the paragraph, or of a row that it stands in, is one of a change."""
    rows = (find(row, "w:trPr") for row in paragraph.iterancestors(qualified("w:tr")))
    properties = [found for found in (find(paragraph, "w:pPr/w:rPr"), *rows) if found is not None]
    return any(True for found in properties for _ in descendants(found, *_MARKS))
