"""A file that is no PDF is called what it is."""

import pytest
from certificates import pki
from python_files import ROOT

from kdnet_docs.signing.verifying.no_pdf import no_pdf


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "the file is empty"),
        (b"kind: contract\n", "this is no PDF"),
        (b"PK\x03\x04 meeting.pdf", "this is a zip"),
        (b"PK\x03\x04 mimetypeapplication/vnd.etsi.asic-e+zip", "this is an envelope with signatures"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a Word file"),
        ((ROOT / "templates/word/house.docx").read_bytes(), "this is a Word file"),
        (pki().root_pem, "this is a certificate"),
        (pki().pkcs12("Anders Ask"), "this is a certificate"),
    ],
)
def test_it_is_called_what_it_is(file: bytes, said: str) -> None:
    flaw = no_pdf(file)
    assert flaw
    assert flaw.kind == "no-pdf"
    assert str(flaw.message).startswith(said)
    assert flaw.hint


def test_a_pdf_may_begin_after_something_else() -> None:
    """As PDF readers have it; that something stands there is another flaw."""
    assert no_pdf(b"From: somebody\n\n%PDF-1.7\n") is None
