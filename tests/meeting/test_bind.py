"""What is seen in somebody's file only when it is bound is a finding where that is named."""

import pytest
from authored import ROOT
from meetings import documents, meeting

from kdnet_docs.assembly.labels import words
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.bind import Piece, Whole, bind, watermarked
from kdnet_docs.tagged_pdf.reading.pages import page_sizes
from kdnet_docs.tagged_pdf.unmergeable import Unmergeable

SAMPLE = (ROOT / "tests/tagged_pdf/samples/typst-a3a-ua1.pdf").read_bytes()
MEETING = meeting("- {number: 1, title: Svar, bilag: [{title: Svar, file: attachments/svar.pdf}]}")


def piece(pdf: bytes, *, others: bool) -> Piece:
    """A file of ours or of somebody else's, with as many pages as were counted when it was looked at."""
    return Piece(
        pdf=pdf,
        pages=page_sizes(SAMPLE),
        title="Svar",
        language="da",
        label="Bilag 1",
        watermark="UDKAST",
        others=MEETING.agenda[0].bilag[0] if others else None,
    )


def bound(*pieces: Piece) -> object:
    (dagsorden,) = documents(MEETING)
    whole = Whole(pieces=pieces, outline=(), links={})
    return bind(whole, dagsorden, words("da"), ROOT / "templates")


def told(refused: object) -> list[tuple[str, str, str]]:
    assert isinstance(refused, Refused)
    return [
        (one.code.value, str(one.message), one.span.source.text[one.span.start : one.span.end])
        for one in refused.diagnostics
        if one.span
    ]


def test_what_is_seen_when_a_file_is_bound_is_told_where_it_is_named() -> None:
    expected = [("KD415", 'the file of "Svar" is damaged, and cannot be read', "attachments/svar.pdf")]
    assert told(bound(piece(SAMPLE, others=False), piece(SAMPLE[:1000], others=True))) == expected
    (dagsorden,) = documents(MEETING)
    assert told(watermarked(piece(SAMPLE[:1000], others=True), dagsorden, ROOT / "templates")) == expected


def test_a_file_of_our_own_that_cannot_be_bound_is_our_mistake() -> None:
    with pytest.raises(Unmergeable):
        bound(piece(SAMPLE[:1000], others=False))
