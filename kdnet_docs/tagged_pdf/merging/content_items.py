"""The content items of structure elements: marked content, annotations and XObjects (ISO 32000-1, 14.7.4)."""

from collections.abc import Iterable

from pypdf.generic import DictionaryObject, IndirectObject, NumberObject, PdfObject, StreamObject

from kdnet_docs.tagged_pdf.merging.parent_tree import ParentTree
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary
from kdnet_docs.tagged_pdf.reading.access import reference_in, resolved
from kdnet_docs.tagged_pdf.reading.structure import HIGHEST_MARK


class ContentItems:
    """Takes the items of one part, each for the first element that names it."""

    def __init__(self, parents: ParentTree, pages: Iterable[IndirectObject]) -> None:
        self._parents = parents
        self._pages = {page.idnum for page in pages}

    def page(self, holder: DictionaryObject) -> IndirectObject | None:
        """The page that an element or an item names, if it is one of the part's."""
        page = reference_in(holder, "/Pg")
        return page if page is not None and page.idnum in self._pages else None

    def take(self, element: IndirectObject, kid: object, page: IndirectObject | None) -> PdfObject | None:
        """An item of an element on a page, written anew; None if it is not there or another element's."""
        if isinstance(kid, NumberObject):
            return self._mark(element, kid, page, None, page)
        if not isinstance(kid, DictionaryObject):
            return None
        where = self.page(kid) or page
        if "/Obj" in kid:
            return self._object(element, kid, where)
        form = reference_in(kid, "/Stm")
        if form is not None and not isinstance(resolved(form), StreamObject):
            return None
        return self._mark(element, resolved(kid.get("/MCID")), where, form, page)

    def _mark(
        self,
        element: IndirectObject,
        mark: object,
        page: IndirectObject | None,
        form: IndirectObject | None,
        own: IndirectObject | None,
    ) -> PdfObject | None:
        container = form or page
        if container is None or not isinstance(mark, NumberObject) or not 0 <= mark <= HIGHEST_MARK:
            return None
        if not self._parents.claim_mark(container, int(mark), element):
            return None
        if form is None and page == own:
            return mark
        entries: dict[str, Plain] = {"/Type": "/MCR", "/MCID": mark}
        entries |= {"/Pg": page} if page is not None else {}
        return dictionary(entries | ({"/Stm": form} if form is not None else {}))

    def _object(
        self, element: IndirectObject, kid: DictionaryObject, page: IndirectObject | None
    ) -> PdfObject | None:
        claimed = reference_in(kid, "/Obj")
        value = resolved(claimed)
        if claimed is None or not isinstance(value, DictionaryObject) or "/Subtype" not in value:
            return None
        if not self._parents.claim_object(claimed, element):
            return None
        entries: dict[str, Plain] = {"/Type": "/OBJR", "/Obj": claimed}
        return dictionary(entries | ({"/Pg": page} if page is not None else {}))
