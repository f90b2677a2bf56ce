"""The evidence that a file holds on the certificates of its signatures (ETSI EN 319 142-1, 5.4.2)."""

from collections.abc import Callable
from typing import TypeVar

from asn1crypto import crl, ocsp, x509
from pypdf.generic import PdfObject, StreamObject

from kdnet_docs.signing.verifying.signatures.trust import Evidence
from kdnet_docs.tagged_pdf.reading.access import items, resolved, under
from kdnet_docs.tagged_pdf.reading.reader import Reader

MOST = 200
"""Certificates, lists or answers that are read of each kind."""

_Piece = TypeVar("_Piece")


def evidence_in(reader: Reader) -> Evidence:
    """The evidence in the file's store; pieces that cannot be read are counted and left out."""
    store = under(reader.root_object, "/DSS")
    broken: list[str] = []
    return Evidence(
        certificates=_pieces(items(store, "/Certs"), _certificate, broken),
        crls=_pieces(items(store, "/CRLs"), _crl, broken),
        ocsps=_pieces(items(store, "/OCSPs"), _ocsp, broken),
        unreadable=len(broken),
    )


def _pieces(
    references: list[PdfObject], read: Callable[[bytes], _Piece], broken: list[str]
) -> tuple[_Piece, ...]:
    found: list[_Piece] = []
    for reference in references[:MOST]:
        stream = resolved(reference)
        try:
            if not isinstance(stream, StreamObject):
                raise ValueError("no stream")  # noqa: TRY004, TRY301 - one way out for all that is no evidence
            found.append(read(stream.get_data()))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            broken.append(str(error))
    return tuple(found)


def _certificate(content: bytes) -> x509.Certificate:
    found = x509.Certificate.load(content, strict=True)
    # asn1crypto reads lazily: what is no certificate is found out by asking it.
    _ = found.subject.native, found.public_key.algorithm, found.critical_extensions
    return found


def _crl(content: bytes) -> crl.CertificateList:
    found = crl.CertificateList.load(content, strict=True)
    _ = found.issuer.native, found.critical_extensions
    return found


def _ocsp(content: bytes) -> ocsp.OCSPResponse:
    found = ocsp.OCSPResponse.load(content, strict=True)
    _ = found.response_data.native
    return found
