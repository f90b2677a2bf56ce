"""The bodies of the two files, and where in them the things stand that the steps name."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kdnet_docs.ooxml.anchors import PREFIX, anchor_name
from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.xml import Element, qualified

_START, _END = qualified("w:bookmarkStart"), qualified("w:bookmarkEnd")
_PARAGRAPH, _CELL = qualified("w:p"), qualified("w:tc")
_ID, _NAME, _PARAGRAPH_ID = qualified("w:id"), qualified("w:name"), qualified("w14:paraId")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The elements of a text as they were written; `tables` holds its tables by their ids."""

    elements: Sequence[Element]
    tables: Mapping[str, Element] = field(default_factory=dict)


class Places:
    """Where the leaves and tables of one file are."""

    def __init__(self, body: Body) -> None:
        self._tables = body.tables
        self._leaves: dict[str, Element] = {}  # name of the anchor -> paragraph
        self._cells = set[Element]()  # with words of their own
        for top in body.elements:
            for start in top.iter(_START):
                name = start.get(_NAME) or ""
                if name.startswith(PREFIX):
                    self._leaves.setdefault(name, _paragraph(start))
                    self._cells.update(start.iterancestors(_CELL))

    def leaves(self, identities: Iterable[str]) -> list[Element]:
        """The paragraphs of leaves; a caption's has the table's id."""
        names = map(anchor_name, identities)
        return [self._leaves[name] for name in names if name in self._leaves]

    def tables(self, identities: Iterable[str]) -> list[Element]:
        """The tables with some ids."""
        return [self._tables[identity] for identity in identities if identity in self._tables]

    def own_cells(self, row: Element) -> list[Element]:
        """The cells of a row that are no holes and that none above covers."""
        return [cell for cell in row if cell in self._cells]


def _paragraph(start: Element) -> Element:
    return next(start.iterancestors(_PARAGRAPH), start)


def make_one(old: Sequence[Element], new: Sequence[Element], review: Review) -> None:
    """Take the bookmarks and paragraph ids off the old file's things that the new file has too."""
    taken = {
        found.get(_NAME if found.tag == _START else _PARAGRAPH_ID)
        for top in new
        for found in top.iter(_START, _PARAGRAPH)
    }
    for top in old:
        for found in list(top.iter(_PARAGRAPH)):
            if found.get(_PARAGRAPH_ID, "") in taken:
                del found.attrib[_PARAGRAPH_ID]
    _keep_bookmarks([found for top in old for found in top.iter(_START, _END)], taken, review)


def _keep_bookmarks(ends: Iterable[Element], taken: Container[str | None], review: Review) -> None:
    """Number the bookmarks that only the old file has anew, and take the others away."""
    kept: dict[str | None, str] = {}  # id -> id in the redline
    for found in ends:
        identity = found.get(_ID)
        if found.tag == _START and found.get(_NAME) not in taken:
            kept[identity] = str(next(review.ids))
        if identity in kept:
            found.set(_ID, kept[identity])
        elif (parent := found.getparent()) is not None:
            parent.remove(found)
