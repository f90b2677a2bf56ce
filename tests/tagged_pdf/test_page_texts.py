"""The words of pages and the files of a PDF, of anybody's file."""

import pytest
from hand_made_pdf import pdf, stream

from kdnet_docs.tagged_pdf import page_texts
from kdnet_docs.tagged_pdf.page_texts import Shown, read_shown
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable

CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _page(content: bytes) -> bytes:
    page = "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    return pdf({1: CATALOG, 2: PAGES, 3: page, 4: stream(content), 5: FONT})


def test_the_words_of_a_page_are_read() -> None:
    shown = read_shown(_page(b"BT /F 12 Tf 10 100 Td (Aftale 2022) Tj ET"))
    assert isinstance(shown, Shown)
    assert shown.pages == ("Aftale 2022",)
    assert shown.files == {}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04", b"%PDF-1.7\n" + b"<<" * 10_000])
def test_what_is_no_pdf_is_said_to_be_none(content: bytes) -> None:
    assert isinstance(read_shown(content), Unusable)


def test_forms_that_draw_forms_without_end_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_texts, "MAX_OPERATORS", 100)
    monkeypatch.setattr(page_texts._Counter.__init__, "__defaults__", (100,))  # noqa: SLF001
    found = read_shown(_page(b"BT /F 12 Tf ET " * 200))
    assert found == Unusable(reason=Reason.TOO_LARGE, detail="more than 100 operators")
