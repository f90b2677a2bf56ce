"""One part as it is read: its pages, what it lacks and claims, and what is taken of its catalogue."""

from collections.abc import Sequence

from pypdf.generic import DictionaryObject, IndirectObject, NameObject

from kdnet_docs.tagged_pdf.merging.adopt import Adoption
from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.page_tree import adopt_pages
from kdnet_docs.tagged_pdf.merging.values import dictionary
from kdnet_docs.tagged_pdf.reading.content import drawn
from kdnet_docs.tagged_pdf.reading.lacks import lacks
from kdnet_docs.tagged_pdf.reading.pages import Page, pages, size
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.reading.xmp import claims
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable, reading
from kdnet_docs.tagged_pdf.verdicts import Claims, Lacking, Reason

# All else in a catalogue is made anew, or cannot be the whole's: scripts, actions, threads, signatures.
_TAKEN = {
    "/Lang": None,
    "/StructTreeRoot": ("/K", "/RoleMap", "/ClassMap", "/AF", "/PronunciationLexicon"),
    "/Names": ("/Dests", "/EmbeddedFiles"),
    "/Dests": None,
    "/URI": ("/Base",),
    "/Outlines": ("/First",),
    "/AcroForm": ("/Fields", "/DR", "/DA", "/Q", "/NeedAppearances"),
    "/OCProperties": ("/OCGs", "/D"),
    "/OutputIntents": None,
    "/AF": None,
    "/PageLabels": None,
}


class Source:
    """A part that has been opened."""

    def __init__(self, pdf: bytes, part: int) -> None:
        """Raises `Unmergeable`, if not for all reasons that `inspect` knows."""
        self._part = part
        with reading(part, "file"):
            self._reader = Reader(pdf)
            self._root = self._reader.root_object
            self._pages: Sequence[Page] = list(pages(self._reader))
            for page in self._pages:
                size(page)  # which a page must have
        if not self._pages:
            raise Unmergeable(part, Reason.EMPTY)

    def claims(self) -> Claims:
        """What the part says of itself."""
        with reading(self._part, "metadata"):
            return claims(self._root)

    def lacks(self) -> tuple[Lacking, ...]:
        """What can be seen that it lacks. Raises `Unmergeable`."""
        with reading(self._part, "pages"):
            seen = [drawn(self._reader, page) for page in self._pages]
            return tuple(lacks(self._root, self._pages, seen))

    def adopt(self, objects: Objects) -> tuple[Sequence[IndirectObject], DictionaryObject]:
        """The pages and what is taken of the catalogue, with all that they lead to, in the whole."""
        adoption = Adoption(objects, self._part)
        own = adopt_pages(objects, adoption, self._pages, self._part)
        catalog = DictionaryObject()
        for key, wanted in _TAKEN.items():
            value = adoption.read(self._root.get(key))
            if isinstance(value, DictionaryObject) and wanted is not None:
                value = dictionary({one: value.raw_get(one) for one in wanted if one in value})
            if value is not None:
                catalog[NameObject(key)] = adoption.take(value)
        adoption.finish()
        return own, catalog
