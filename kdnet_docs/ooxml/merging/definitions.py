"""Lists and styles that only the old one of two Word files has, put into the new one.

Both come from one template and from writers that shared their ids, so that what has the same id is the
same thing.
"""

from docx.document import Document as Word

from kdnet_docs.ooxml.redline.forms import form
from kdnet_docs.ooxml.revisions.parts import parts_of
from kdnet_docs.ooxml.xml import Element, find, find_all, get, insert_before


def restyled(old: Word, new: Word) -> tuple[str, ...]:
    """The names of the styles that look otherwise in the one file than in the other.

    Word does not track that: only one of the looks can be in a redline.
    """
    before, after = (
        {get(found, "w:styleId"): found for found in find_all(word.styles.element, "w:style")}
        for word in (old, new)
    )
    both = ((found, after[identity]) for identity, found in before.items() if identity in after)
    return tuple(_name(now) for was, now in both if form(was) != form(now))


def _name(style: Element) -> str:
    name = find(style, "w:name")
    return (None if name is None else get(name, "w:val")) or get(style, "w:styleId") or ""


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
