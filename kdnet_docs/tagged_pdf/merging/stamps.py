"""Stamps: pages of other PDFs, drawn on pages of the whole as artifacts (ISO 32000-1, 8.10 and 14.8.2.2)."""

from collections.abc import Sequence

from pypdf.generic import DictionaryObject, IndirectObject, NameObject

from kdnet_docs.tagged_pdf.merging.adopt import Adoption
from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.page_content import balance, data_of, without_marks
from kdnet_docs.tagged_pdf.merging.values import Plain, stream
from kdnet_docs.tagged_pdf.parts import Stamp
from kdnet_docs.tagged_pdf.reading.access import dictionary_in, resolved
from kdnet_docs.tagged_pdf.reading.geometry import View, view
from kdnet_docs.tagged_pdf.reading.pages import pages
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.unmergeable import reading


class _Sheets:
    """A PDF whose pages are stamped; what several of them use is taken once."""

    def __init__(self, objects: Objects, pdf: bytes, part: int) -> None:
        reader = Reader(pdf)
        self.catalog = reader.root_object
        self._objects = objects
        self.part = part
        self._pages = [page.complete() for page in pages(reader)]
        self._adoption = Adoption(objects, part)
        self._forms: dict[int, tuple[IndirectObject, View]] = {}

    def form(self, number: int) -> tuple[IndirectObject, View]:
        """A page as a form XObject without marked content, and how it is shown by itself.

        Raises `ValueError` for a page that is not there.
        """
        if not 0 <= number < len(self._pages):
            raise ValueError(f"a stamp is page {number} of a PDF that has {len(self._pages)}, from 0")
        if number not in self._forms:
            with reading(self.part, "stamp"):
                self._forms[number] = self._make(self._pages[number])
        return self._forms[number]

    def _make(self, page: DictionaryObject) -> tuple[IndirectObject, View]:
        seen = view(page)
        entries: dict[str, Plain] = {
            "/Type": "/XObject",
            "/Subtype": "/Form",
            "/BBox": [seen.left, seen.bottom, seen.right, seen.top],
            "/Resources": self._adoption.take(page.get("/Resources", DictionaryObject())),
        }
        if (group := dictionary_in(page, "/Group")) is not None:
            entries["/Group"] = self._adoption.take(group)
        self._adoption.finish()
        content = without_marks(data_of(page))
        return self._objects.add(stream(content + b"\n" + balance(content).closing, entries)), seen


class Stamps:
    """The stamps that have been drawn."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._sheets: dict[bytes, _Sheets] = {}
        self._names: dict[tuple[int, int], str] = {}

    def catalogs(self) -> list[tuple[int, DictionaryObject]]:
        """The catalogues of the PDFs that are stamped, as they stand in these, each with its first part."""
        return [(sheets.part, sheets.catalog) for sheets in self._sheets.values()]

    def draw(self, page: DictionaryObject, stamps: Sequence[Stamp], part: int) -> bytes:
        """The content that draws stamps on a page, one after the other; the page gets them as resources."""
        target, content = view(page), b""
        for stamp in stamps:
            form, seen = self._form(stamp, part)
            matrix = b" ".join(_number(value) for value in target.matrix(seen))
            name = self._name(page, form).encode()
            content += b"/Artifact <</Type /Pagination>> BDC\nq %b cm %b Do Q\nEMC\n" % (matrix, name)
        return content

    def _form(self, stamp: Stamp, part: int) -> tuple[IndirectObject, View]:
        if stamp.pdf not in self._sheets:
            with reading(part, "stamp"):
                self._sheets[stamp.pdf] = _Sheets(self._objects, stamp.pdf, part)
        return self._sheets[stamp.pdf].form(stamp.page)

    def _name(self, page: DictionaryObject, form: IndirectObject) -> str:
        """The resource name of a stamp on a page; pages that share their resources share it."""
        forms = _within(_within(page, "/Resources"), "/XObject")
        key = (id(forms), form.idnum)
        if key not in self._names:
            number = len(self._names) + 1
            while f"/Stamp{number}" in forms:
                number += 1
            self._names[key] = f"/Stamp{number}"
            forms[NameObject(self._names[key])] = form
        return self._names[key]


def _within(holder: DictionaryObject, key: str) -> DictionaryObject:
    """The dictionary under a key, which is made if it is not there."""
    found: object = resolved(holder.get(key))
    if not isinstance(found, DictionaryObject):
        found = holder[NameObject(key)] = DictionaryObject()
    return found


def _number(value: float) -> bytes:
    return f"{value:.5f}".rstrip("0").rstrip(".").encode() or b"0"
