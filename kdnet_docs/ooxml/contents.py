"""A table of contents: Word's own field with its result already written."""

from collections.abc import Sequence
from dataclasses import dataclass

from kdnet_docs.ooxml.paragraph import field, field_end, field_start, link_to_bookmark, paragraph, tab, words
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element, element, value

_DEEPEST_STYLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: a heading's words, the bookmark around it, and the page it stands on."""

    level: int
    words: str
    bookmark: str
    page: int


def contents(title: Element, entries: Sequence[Entry], depth: int, styles: Styles) -> Element:
    """The table of contents in the content control that gives Word's "Update table" button.

    Nothing in it is marked for updating, so that Word shows it as it stands and asks nothing.
    """
    lines = [_line(entry, styles) for entry in entries]
    first = lines[0] if lines else paragraph(styles.id("toc 1"), [])
    for at, run in enumerate(field_start(f' TOC \\o "1-{depth}" \\h \\z \\u ')):
        first.insert(1 + at, run)
    end = paragraph(styles.id("Normal"), [field_end()])
    return element(
        "sdt",
        element(
            "sdtPr",
            value("id", 1),
            element("docPartObj", value("docPartGallery", "Table of Contents"), element("docPartUnique")),
        ),
        element("sdtContent", title, *(lines or [first]), end),
    )


def _line(entry: Entry, styles: Styles) -> Element:
    page = field(f" PAGEREF {entry.bookmark} \\h ", [words(str(entry.page))])
    # The space keeps the dots off the words, and the page apart from them where tabs are not read.
    link = link_to_bookmark(entry.bookmark, [words(f"{entry.words} "), tab(), *page])
    return paragraph(styles.id(f"toc {min(entry.level, _DEEPEST_STYLE)}"), [link])
