"""Bookmarks of one document, each with a name and a number of its own."""

from collections.abc import Iterable, Iterator
from itertools import count

from docx.document import Document as Word

from kdnet_docs.ooxml.xml import Element, build, descendants, element, get


class Bookmarks:
    """Puts bookmarks around content, and sees to it that none has the name of another."""

    def __init__(self, word: Word) -> None:
        taken = list(descendants(word.element, "w:bookmarkStart"))
        self._names = {get(bookmark, "w:name") for bookmark in taken}
        self._ids: Iterator[int] = count(1 + max((int(get(at, "w:id") or 0) for at in taken), default=0))

    def around(self, name: str, content: Iterable[Element]) -> list[Element]:
        """The content with a bookmark around it."""
        start, end = self.ends(name)
        return [start, *content, end]

    def ends(self, name: str) -> tuple[Element, Element]:
        """The start and the end of a bookmark that goes over several paragraphs.

        Raises:
            ValueError: the document has a bookmark of that name, which is a bug of the tree's maker.

        """
        if name in self._names:
            raise ValueError(f"two bookmarks are named {name}")
        self._names.add(name)
        identity = next(self._ids)
        start = build("w:bookmarkStart", {"w:id": str(identity), "w:name": name})
        return start, element("bookmarkEnd", id=identity)
