import io
from datetime import date

from pypdf import PdfReader
from small_pdfs import SmallPdf, part

from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.merging.metadata import information, metadata
from kdnet_docs.tagged_pdf.parts import Properties
from kdnet_docs.tagged_pdf.verdicts import Claims

SAID = Properties(
    title="Æbler & <pærer>",
    language="da",
    date=date(2021, 9, 1),
    author="KD-Net",
    description="Om frugt",
    keywords=("æbler", "pærer"),
    producer="A & B",
)


def test_a_reader_finds_what_the_file_says_of_itself() -> None:
    reader = PdfReader(io.BytesIO(merge([part(SmallPdf())], SAID, outline=()).pdf))
    found, info = reader.xmp_metadata, reader.metadata
    assert found is not None
    assert info is not None
    assert found.dc_title == {"x-default": SAID.title}
    assert found.dc_language == ["da"]
    assert found.dc_creator == ["KD-Net"]
    assert found.dc_subject == ["æbler", "pærer"]
    assert (info.title, info.author, info.subject) == (SAID.title, "KD-Net", "Om frugt")
    assert found.pdf_producer == info.producer == "A & B"
    assert info.creation_date is not None
    assert str(found.xmp_create_date) + "+00:00" == str(info.creation_date) == str(info.modification_date)


def test_no_more_is_claimed_than_is_true() -> None:
    nothing = metadata(SAID, Claims(pdf_ua=False, pdf_a=None)).get_data()
    assert b"<pdfaid:" not in nothing
    assert b"<pdfuaid:" not in nothing
    all_of_it = metadata(SAID, Claims(pdf_ua=True, pdf_a="3u")).get_data()
    assert b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" in all_of_it
    assert b"<pdfuaid:part>1</pdfuaid:part>" in all_of_it


def test_what_is_not_said_is_not_there() -> None:
    bare = Properties(title="x", language="da", date=date(2021, 9, 1))
    assert not {"/Author", "/Subject", "/Keywords"} & set(information(bare))
