"""Looks at somebody else's PDF before it is merged: can it be, and what does it lack."""

from collections.abc import Iterator

from pypdf.generic import NumberObject

from kdnet_docs.tagged_pdf.reading.access import stated_language, text_in, under, value_in
from kdnet_docs.tagged_pdf.reading.active import active, whole
from kdnet_docs.tagged_pdf.reading.attached_files import file_name
from kdnet_docs.tagged_pdf.reading.content import drawn
from kdnet_docs.tagged_pdf.reading.guarded import MAX_BYTES, guarded
from kdnet_docs.tagged_pdf.reading.lacks import is_tagged, lacks
from kdnet_docs.tagged_pdf.reading.pages import Page, pages, size
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.reading.walk import dictionaries
from kdnet_docs.tagged_pdf.reading.xmp import claims, title
from kdnet_docs.tagged_pdf.verdicts import Inspected, Reason, Unusable

MAX_PAGES = 2000


def inspect(pdf: bytes, *, max_pages: int = MAX_PAGES, max_bytes: int = MAX_BYTES) -> Inspected | Unusable:
    """Says what a PDF is and lacks, or why it cannot be merged. Raises nothing, whatever the bytes are.

    The time it takes is bounded by what `reader.Reader` lets a file hold.
    """
    return guarded(pdf, lambda reader: _inspect(reader, max_pages), max_bytes)


def _inspect(reader: Reader, max_pages: int) -> Inspected | Unusable:
    root = reader.root_object
    if refused := whole(reader):
        return refused
    listed: list[Page] = []
    for page in pages(reader):
        if len(listed) == max_pages:
            return Unusable(reason=Reason.TOO_MANY_PAGES, detail=f"more than {max_pages}")
        listed.append(page)
    if not listed:
        return Unusable(reason=Reason.EMPTY)
    if refused := next(_doubled(listed), None):
        return refused
    files: set[str] = set()
    for one in dictionaries(reader):
        if refused := active(one):
            return refused
        if named := file_name(one):
            files.add(named)
    drawings = [drawn(reader, page) for page in listed]
    return Inspected(
        pages=tuple(size(page) for page in listed),
        tagged=is_tagged(root),
        scanned=any(one.picture for one in drawings) and not any(one.text for one in drawings),
        language=stated_language(root),
        title=title(root) or text_in(under(reader.trailer, "/Info"), "/Title"),
        claims=claims(root),
        lacks=tuple(lacks(root, listed, drawings)),
        files=tuple(sorted(files)),
    )


def _doubled(listed: list[Page]) -> Iterator[Unusable]:
    """The pages that tags could not tell from one another."""
    references: dict[int, int] = {}
    keys: dict[int, int] = {}
    for number, page in enumerate(listed, start=1):
        first = references.setdefault(page.reference.idnum, number)
        if first != number:
            yield Unusable(reason=Reason.SHARED_PAGE, detail=f"pages {first} and {number}")
        key = value_in(page.dictionary, "/StructParents")
        first = keys.setdefault(int(key), number) if isinstance(key, NumberObject) else number
        if first != number:
            yield Unusable(reason=Reason.PARENT_TREE, detail=f"pages {first} and {number}")
