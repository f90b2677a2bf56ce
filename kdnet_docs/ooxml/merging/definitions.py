"""Lists and styles that only the old one of two Word files has, put into the new one.

Both come from one template and from writers that shared their ids, so that what has the same id is the
same thing.
"""

from docx.document import Document as Word

from kdnet_docs.ooxml.revisions.parts import parts_of
from kdnet_docs.ooxml.xml import Element, find_all, get, insert_before


def adopt_definitions(old: Word, new: Word) -> None:
    """Give the new file every list, pattern of numbers and style that the old one has; they move there."""
    before, after = parts_of(old).numbering, parts_of(new).numbering
    if before is not None and after is not None:
        for one in _lacking(before, after, "w:abstractNum", "w:abstractNumId"):
            insert_before(after, one, ("w:num", "w:numIdMacAtCleanup"))
        for one in _lacking(before, after, "w:num", "w:numId"):
            insert_before(after, one, ("w:numIdMacAtCleanup",))
    new.styles.element.extend(_lacking(old.styles.element, new.styles.element, "w:style", "w:styleId"))


def _lacking(before: Element, after: Element, name: str, identity: str) -> list[Element]:
    there = {get(found, identity) for found in find_all(after, name)}
    return [found for found in find_all(before, name) if get(found, identity) not in there]
