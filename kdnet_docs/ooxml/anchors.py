"""Anchors: the bookmarks from which a block's id is found again after the file has been edited.

Why bookmarks, and what becomes of them in Word and LibreOffice, stands in docs/what-word-does/anchors.md.
"""

from collections.abc import Iterable
from hashlib import sha256

from docx.document import Document as Word

from kdnet_docs.ooxml.bookmarks import Bookmarks
from kdnet_docs.ooxml.xml import Element, descendants, get

PREFIX = "_kd_"
_DIGITS = 20  # 80 bits: two ids of one document never meet
_PARA_IDS = 0x7FFFFFFF  # Word wants them below 0x80000000, and not 0


def anchor_name(block_id: str) -> str:
    """The name of the bookmark for a block: letters, digits and underscores, at most 40 of them."""
    return PREFIX + sha256(block_id.encode()).hexdigest()[:_DIGITS]


class Anchors:
    """Anchors the blocks of one document, and remembers which bookmark stands for which id."""

    def __init__(self, word: Word, bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        self._para_ids = {
            int(taken, 16)
            for paragraph in descendants(word.element, "w:p")
            if (taken := get(paragraph, "w14:paraId"))
        }
        self.ids: dict[str, str] = {}  # name of the bookmark -> id of the block

    def around(self, block_id: str, content: Iterable[Element]) -> list[Element]:
        """The content of a paragraph, or a footnote's reference, with the anchor around it."""
        start, end = self.ends(block_id)
        return [start, *content, end]

    def ends(self, block_id: str) -> tuple[Element, Element]:
        """The start and the end of an anchor that goes over several paragraphs."""
        name = anchor_name(block_id)
        self.ids[name] = block_id
        return self._bookmarks.ends(name)

    def para_id(self, block_id: str) -> str:
        """A `w14:paraId` for a paragraph of the block: eight hexadecimal digits, each time new."""
        number = int(sha256(block_id.encode()).hexdigest()[-8:], 16) % _PARA_IDS + 1
        while number in self._para_ids:
            number = number % _PARA_IDS + 1
        self._para_ids.add(number)
        return f"{number:08X}"
