import io

from pypdf import PdfReader
from pypdf.generic import NameObject
from small_pdfs import PROPERTIES, SmallPdf, part

from kdnet_docs.tagged_pdf.merger import Merged, merge
from kdnet_docs.tagged_pdf.merging.values import Plain, text


def labelled(pages: int, *numbers: Plain) -> SmallPdf:
    file = SmallPdf(pages=pages)
    file.catalog[NameObject("/PageLabels")] = file.add({"/Kids": [file.add({"/Nums": list(numbers)})]})
    return file


FILES = [
    labelled(3, 0, {"/S": "/r"}, 2, {"/S": "/D", "/St": 7}),
    SmallPdf(pages=2),
    labelled(2, 1, {"/P": text("A")}),
]


def labels(whole: Merged) -> list[str]:
    """What pypdf calls each page."""
    return PdfReader(io.BytesIO(whole.pdf)).page_labels


def test_pages_are_numbered_through() -> None:
    assert labels(merge([part(one) for one in FILES], PROPERTIES, outline=())) == list("1234567")


def test_pages_keep_what_their_parts_call_them() -> None:
    whole = merge([part(one) for one in FILES], PROPERTIES, outline=(), page_labels="own")
    assert labels(whole) == ["i", "ii", "7", "1", "2", "1", "A"]


def test_labels_that_are_none_are_passed_over() -> None:
    spoiled = labelled(1, 5, {"/S": "/r"}, 0, "/x", -1, {"/S": "/r"})
    assert labels(merge([part(spoiled)], PROPERTIES, outline=(), page_labels="own")) == ["1"]
