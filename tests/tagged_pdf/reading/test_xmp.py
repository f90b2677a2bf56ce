"""What XMP is found to say."""

import pytest
from hand_made_pdf import Tagged, stream

from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.verdicts import Claims, Inspected


def said(xmp: bytes) -> tuple[Claims, str | None]:
    result = inspect(Tagged(catalogue="/Metadata 90 0 R", objects={90: stream(xmp)}).pdf())
    assert isinstance(result, Inspected)
    return result.claims, result.title


ELEMENTS = (
    "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Æbler &amp; pærer</rdf:li></rdf:Alt></dc:title>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_claims_as_elements(encoding: str) -> None:
    assert said(ELEMENTS.encode(encoding)) == (Claims(pdf_ua=True, pdf_a="3a"), "Æbler & pærer")


@pytest.mark.parametrize(
    ("xmp", "claims"),
    [
        (
            b'<x pdfaid:part="2" pdfaid:conformance = \'B\' pdfuaid:part="2">',
            Claims(pdf_ua=False, pdf_a="2b"),
        ),
        (b'<x pdfaid:part="4"/>', Claims(pdf_ua=False, pdf_a="4")),
        (b"<x/>", Claims(pdf_ua=False, pdf_a=None)),
        (b"\xff\xfe\x00", Claims(pdf_ua=False, pdf_a=None)),
        (b"", Claims(pdf_ua=False, pdf_a=None)),
    ],
)
def test_other_claims(xmp: bytes, claims: Claims) -> None:
    assert said(xmp)[0] == claims
