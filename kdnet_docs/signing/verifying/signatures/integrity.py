"""Whether each piece of evidence is signed by the one who is said to have issued it.

A chain can hold although a piece that it does not need was changed. But evidence that stands after the last
signature is covered by nothing else, so all of it must be sound.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha1

from asn1crypto import algos, crl, ocsp, x509
from cryptography.exceptions import InvalidSignature
from pyhanko_certvalidator.sig_validate import DefaultSignatureValidator

from kdnet_docs.signing.verifying.signatures.trust import Evidence


def are_sound(certificates: Iterable[x509.Certificate], roots: Iterable[x509.Certificate]) -> bool:
    """Whether certificates are each signed by another of them, or by a root."""
    return is_sound(Evidence(certificates=tuple(certificates)), roots)


def is_sound(evidence: Evidence, roots: Iterable[x509.Certificate]) -> bool:
    """Whether everything can be read and is signed by a certificate of the evidence, or by a root."""
    known = [*evidence.certificates, *roots]
    for answer in evidence.ocsps:
        known += _along(answer)
    return not evidence.unreadable and all(
        any(_is_signed(signed, by, algorithm, signature) for by in issuers)
        for signed, algorithm, signature, issuers in _pieces(evidence, known)
    )


_Piece = tuple[bytes, algos.SignedDigestAlgorithm, bytes, list[x509.Certificate]]


def _pieces(evidence: Evidence, known: list[x509.Certificate]) -> Iterator[_Piece]:
    """What is signed of each piece, how, the signature, and the certificates that can have signed it."""
    for certificate in evidence.certificates:
        yield (
            certificate["tbs_certificate"].dump(),
            certificate["signature_algorithm"],
            certificate["signature_value"].native,
            [one for one in known if one.subject == certificate.issuer],
        )
    for revoked in evidence.crls:
        yield _of_list(revoked, known)
    for answer in evidence.ocsps:
        basic = answer.basic_ocsp_response
        data = basic["tbs_response_data"]
        yield (
            data.dump(),
            basic["signature_algorithm"],
            basic["signature"].native,
            [one for one in known if _is_responder(one, data["responder_id"])],
        )


def _of_list(revoked: crl.CertificateList, known: list[x509.Certificate]) -> _Piece:
    return (
        revoked["tbs_cert_list"].dump(),
        revoked["signature_algorithm"],
        revoked["signature"].native,
        [one for one in known if one.subject == revoked.issuer],
    )


def _along(answer: ocsp.OCSPResponse) -> list[x509.Certificate]:
    """The certificates that came with an answer."""
    return list(answer.basic_ocsp_response["certs"] or ())


def _is_responder(certificate: x509.Certificate, identity: ocsp.ResponderId) -> bool:
    if identity.name == "by_name":
        return bool(certificate.subject == identity.chosen)
    key = sha1(bytes(certificate.public_key["public_key"]), usedforsecurity=False).digest()
    return bool(identity.chosen.native == key)


def _is_signed(
    signed: bytes, by: x509.Certificate, algorithm: algos.SignedDigestAlgorithm, signature: bytes
) -> bool:
    try:
        DefaultSignatureValidator().validate_signature(signature, signed, by.public_key, algorithm)
    except (InvalidSignature, ValueError, TypeError, KeyError, NotImplementedError):
        return False
    return True
