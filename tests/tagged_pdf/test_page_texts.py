"""The words of pages and the files of a PDF, of anybody's file."""

import pytest
from hand_made_pdf import pdf, stream

from kdnet_docs.tagged_pdf import page_texts
from kdnet_docs.tagged_pdf.page_texts import OnTop, Shown, read_shown
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
    found = read_shown(_page(b"BT /F 12 Tf ET " * 200))
    assert found == Unusable(reason=Reason.TOO_LARGE, detail="more than 100 operators")


def test_what_a_field_shows_is_read_by_itself() -> None:
    page = (
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
        "/Annots[<</Type/Annot/Subtype/Widget/AP<</N 6 0 R>>>>]>>"
    )
    look = b"BT /F 9 Tf (Signed by Ann) Tj ET"
    form = stream(look, "/Type/XObject/Subtype/Form/BBox[0 0 90 20]/Resources<</Font<</F 5 0 R>>>>")
    content = stream(b"BT /F 12 Tf 10 100 Td (Aftale 2022) Tj ET")
    shown = read_shown(pdf({1: CATALOG, 2: PAGES, 3: page, 4: content, 5: FONT, 6: form}))
    assert isinstance(shown, Shown)
    assert (shown.pages, shown.on_top) == (("Aftale 2022",), ((OnTop(text="Signed by Ann", field=""),),))
