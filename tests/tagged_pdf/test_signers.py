"""The name that the certificate of a signature gives itself, out of anybody's bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdnet_docs.tagged_pdf.signers import signer_named


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 99, b"\x30\x80", b"\x30\x03\x06\x01\x29", b"ikke en underskrift"]
)
def test_what_is_no_signature_names_nobody(content: bytes) -> None:
    assert signer_named(content) == ""


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_an_answer(content: bytes) -> None:
    assert isinstance(signer_named(b"\x30\x82\x01\x00\x06\x09*\x86H\x86\xf7\r\x01\x07\x02" + content), str)
