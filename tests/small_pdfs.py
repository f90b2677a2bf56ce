"""A small tagged PDF that a test dresses or spoils, and a look into what became of it."""

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from kdnet_docs.tagged_pdf.merger import Merged, merge
from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, pdf, stream, text
from kdnet_docs.tagged_pdf.merging.write import write
from kdnet_docs.tagged_pdf.parts import Part, Properties

PROPERTIES = Properties(title="The whole", language="en", date=date(2021, 9, 1))


class SmallPdf:
    """One page whose content is marked as element by element asks; the objects are open to the test."""

    def __init__(self, *, pages: int = 1) -> None:
        self.objects = Objects()
        tree = self.objects.reserve()
        self.document = self.objects.add(
            dictionary({"/Type": "/StructElem", "/S": "/Document", "/P": tree, "/K": []})
        )
        self.tree = dictionary({"/Type": "/StructTreeRoot", "/K": [self.document]})
        self.objects.put(tree, self.tree)
        above = self.objects.reserve()
        self.pages = [self._page(above, number) for number in range(pages)]
        self.objects.put(above, dictionary({"/Type": "/Pages", "/Kids": self.pages, "/Count": pages}))
        self.catalog = dictionary(
            {"/Type": "/Catalog", "/Pages": above, "/StructTreeRoot": tree, "/MarkInfo": {"/Marked": True}}
        )
        self._marks = [0] * pages

    def _page(self, above: IndirectObject, number: int) -> IndirectObject:
        page: dict[str, Plain] = {"/Type": "/Page", "/Parent": above, "/MediaBox": [0, 0, 200, 300]}
        page |= {"/StructParents": number, "/Resources": {}, "/Contents": self.add(stream(b"", {}))}
        return self.objects.add(dictionary(page))

    def add(self, value: Any) -> IndirectObject:
        """A new object."""
        return self.objects.add(pdf(value))

    def at(self, reference: IndirectObject) -> Any:
        """What an object is."""
        return self.objects.get_object(reference)

    def put(self, reference: IndirectObject, entries: dict[str, Any]) -> None:
        """More entries for a dictionary."""
        self.at(reference).update(dictionary(entries))

    def element(
        self, kind: str, parent: IndirectObject | None = None, *, page: int = 0, **entries: Any
    ) -> IndirectObject:
        """A new element; without /K it gets marked content of its own on a page."""
        own = {f"/{key}": value for key, value in entries.items()}
        if "/K" not in own:
            own |= {"/K": [self._marks[page]], "/Pg": self.pages[page]}
            self._marks[page] += 1
        above = parent or self.document
        element = self.add({"/Type": "/StructElem", "/S": kind, "/P": above} | own)
        self.at(above)["/K"].append(element)
        return element

    def bytes(self) -> bytes:
        """The file."""
        return write(self.objects.add(self.catalog), self.add({"/Title": text("Small")}))


def part(file: bytes | SmallPdf, *, title: str = "A part", language: str = "en") -> Part:
    """A file as a part."""
    content = file if isinstance(file, bytes) else file.bytes()
    return Part(name=title, pdf=content, title=title, language=language)


def merged(*files: bytes | SmallPdf) -> Merged:
    """Files as one, without an outline."""
    return merge([part(one) for one in files], PROPERTIES, outline=())


def catalog(file: Merged) -> Any:
    """The catalogue of a merged file, read once."""
    return _catalog(file.pdf)


@cache
def _catalog(content: bytes) -> Any:
    return PdfReader(io.BytesIO(content)).root_object


def elements(file: Merged) -> Iterator[Any]:
    """The structure elements of a merged file, in reading order."""
    root: Any = catalog(file)["/StructTreeRoot"]
    waiting = [*reversed(root["/K"])]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, DictionaryObject) and "/S" in element:
            yield element
            kids: Any = element["/K"]
            waiting += reversed(kids)


def of_kind(file: Merged, kind: str) -> list[Any]:
    """The elements of a type, as it is named, without the slash."""
    return [element for element in elements(file) if element["/S"] == f"/{kind}"]


def kinds(file: Merged) -> list[str]:
    """The types of the elements in reading order, as they are named, without the slash."""
    return [str(element["/S"])[1:] for element in elements(file)]
