import io
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import NameObject
from small_pdfs import SmallPdf, merged

from kdnet_docs.tagged_pdf.merging.page_content import balance, without_marks
from kdnet_docs.tagged_pdf.merging.values import stream


@pytest.mark.parametrize(
    ("content", "closing"),
    [
        (b"q 1 0 0 1 0 0 cm Q", b""),
        (b"q q Q", b"Q\n"),
        (b"q BT /F 1 Tf (q q \\( Q) Tj", b"ET\nQ\n"),
        (b"/P <</MCID 0>> BDC (EMC) Tj", b"EMC\n"),
        (b"q BI /W 1 ID q Q q EI Q", b""),
        (b"% q q\n[(q)] TJ <71> Tj", b""),
    ],
)
def test_what_content_leaves_open_is_closed(content: bytes, closing: bytes) -> None:
    found = balance(content)
    assert (found.closing, found.stray) == (closing, ())


def test_what_is_closed_without_having_been_opened_is_found() -> None:
    data = b"Q q EMC Q"
    assert [data[one.start : one.end].strip() for one in balance(data).stray] == [b"Q", b"EMC"]


def test_marks_go_and_layers_and_what_is_drawn_stay() -> None:
    content = b"/P <</MCID 0>> BDC (a) Tj EMC /OC /L BDC (b) Tj EMC /Artifact BMC (EMC) Tj EMC /X MP EMC"
    assert without_marks(content).split() == b"(a) Tj /OC /L BDC (b) Tj EMC (EMC) Tj".split()


def test_what_glyphs_stand_for_is_kept_where_no_tag_names_it() -> None:
    kept = b"/Span <</ActualText <FEFF0041>>> BDC (a) Tj EMC"
    assert without_marks(kept).split() == kept.split()
    assert without_marks(b"/Span <</MCID 1 /ActualText (A)>> BDC (a) Tj EMC").split() == [b"(a)", b"Tj"]


def test_content_finds_its_pictures_by_names_that_are_no_text() -> None:
    file = SmallPdf()
    picture = file.add(stream(b"", {"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 1, 1]}))
    file.put(file.pages[0], {"/Resources": {"/XObject": {"/\xe6\xe5": picture, "/\xc3\xa6": picture}}})
    whole = merged(file).pdf
    before, NameObject.CHARSETS = NameObject.CHARSETS, ("latin-1", "latin-1", "latin-1")
    try:
        resources: Any = PdfReader(io.BytesIO(whole)).pages[0]["/Resources"]
        assert list(resources["/XObject"]) == ["/\xe6\xe5", "/\xc3\xa6"]
    finally:
        NameObject.CHARSETS = before
