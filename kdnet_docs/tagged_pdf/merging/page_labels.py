"""What readers call the pages of the whole: numbered through, or each part's own (ISO 32000-1, 12.4.2)."""

from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.trees import number_tree, numbers
from kdnet_docs.tagged_pdf.merging.values import dictionary
from kdnet_docs.tagged_pdf.reading.access import resolved


class PageLabels:
    """The labels so far."""

    def __init__(self, *, own: bool) -> None:
        """`own`: each part keeps its own, and one that has none is numbered from 1."""
        self._own = own
        self._pages = 0
        self._entries: list[tuple[int, PdfObject]] = []

    def add(self, labels: DictionaryObject | None, pages: int) -> None:
        """Takes the labels of a part with so many pages, whose objects are adopted."""
        found: dict[int, PdfObject] = {}
        if self._own or not self._entries:
            found[0] = dictionary({"/S": "/D"})
        if self._own:
            known = [one for one in numbers(labels) if isinstance(resolved(one[1]), DictionaryObject)]
            found |= {page: label for page, label in known if 0 <= page < pages}
        self._entries += [(self._pages + page, label) for page, label in found.items()]
        self._pages += pages

    def tree(self, objects: Objects) -> IndirectObject:
        """The number tree of the labels, each for the pages from its own on."""
        return number_tree(objects, self._entries)
