"""A file that is written anew with something changed: all else is what it was."""

import io

import pytest
from pdf_damage import SAMPLES
from pypdf import PdfReader
from small_pdfs import SmallPdf

from kdnet_docs.tagged_pdf.merging.values import dictionary, text
from kdnet_docs.tagged_pdf.rewriting import Rewriting, rewritten

NAMES = ("typst-a3a-ua1", "weasyprint-a3a", "libreoffice-ua")


def adding(file: Rewriting) -> None:
    file.root_object.update(dictionary({"/Extra": file.add(text("æøå"))}))


@pytest.mark.parametrize("name", NAMES)
def test_a_change_changes_nothing_else(name: str) -> None:
    before, after = (PdfReader(io.BytesIO(pdf)) for pdf in (SAMPLES[name], rewritten(SAMPLES[name], adding)))
    assert str(after.root_object["/Extra"]) == "æøå"
    assert [page.extract_text() for page in after.pages] == [page.extract_text() for page in before.pages]
    assert after.metadata == before.metadata
    assert after.root_object.keys() - before.root_object.keys() == {"/Extra"}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_change_gives_the_same_bytes(name: str) -> None:
    assert rewritten(SAMPLES[name], adding) == rewritten(SAMPLES[name], adding)


def test_the_file_ends_as_an_update_wants_it() -> None:
    pdf = rewritten(SAMPLES["typst-a3a-ua1"].rstrip(), adding)
    assert pdf.endswith(b"\n%%EOF\n")
    assert (pdf.count(b"%%EOF"), pdf.count(b"startxref")) == (1, 1)


def test_a_file_needs_no_information_of_its_own() -> None:
    file = SmallPdf()

    def forgetting(change: Rewriting) -> None:
        del change.trailer["/Info"]

    assert PdfReader(io.BytesIO(rewritten(file.bytes(), forgetting))).metadata == {}
