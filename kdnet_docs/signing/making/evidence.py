"""The evidence that certificates were not revoked when somebody signed: OCSP answers, lists of the revoked.

Only the addresses in the signatory's own chain, and in that of the time-stamp authority, are asked.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from hashlib import sha1
from typing import Any, Final

from asn1crypto import algos, core, crl, ocsp, x509
from cryptography import x509 as pyca
from cryptography.exceptions import InvalidSignature
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.context import ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.certificates import is_root, name_of
from kdnet_docs.signing.making.network import Unanswered, ask

_CLOCKS_DIFFER: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Certificates and what is said of them; `revoked` are the names of those that are."""

    certificates: tuple[x509.Certificate, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()
    revoked: tuple[str, ...] = ()

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            certificates=self.certificates + other.certificates,
            ocsps=self.ocsps + other.ocsps,
            crls=self.crls + other.crls,
            revoked=self.revoked + other.revoked,
        )


def evidence_of(certificate: x509.Certificate, pool: Iterable[x509.Certificate]) -> Evidence:
    """The evidence for a certificate and for those above it, found in `pool`; raises Unanswered."""
    chain = chain_of(certificate, pool)
    issuers: Sequence[x509.Certificate | None] = (*chain[1:], None)
    found = [_of_one(one, issuer) for one, issuer in zip(chain, issuers, strict=True)]
    return reduce(Evidence.__add__, found, Evidence(certificates=chain))


def chain_of(certificate: x509.Certificate, pool: Iterable[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """The certificate and those above it, as far as `pool` has them, the topmost last."""
    left = list(pool)
    chain = [certificate]
    while issuer := next((other for other in left if _has_issued(other, chain[-1])), None):
        chain.append(issuer)
        left.remove(issuer)
    return tuple(chain)


def _has_issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    if is_root(certificate) or issuer.subject != certificate.issuer:
        return False
    try:
        _pyca(certificate).verify_directly_issued_by(_pyca(issuer))
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def proves(evidence: Evidence, certificate: x509.Certificate, moment: datetime) -> bool:
    """Whether the evidence shows by itself that the certificate was valid and not revoked at a moment.

    The topmost certificate that came along counts as trusted: whom to trust is for the reader to say.
    """
    context = ValidationContext(
        trust_roots=[evidence.certificates[-1]],
        other_certs=list(evidence.certificates),
        ocsps=list(evidence.ocsps),
        crls=list(evidence.crls),
        moment=moment,
        revocation_mode="require",
        allow_fetching=False,
        time_tolerance=_CLOCKS_DIFFER,
    )
    validator = CertificateValidator(certificate, validation_context=context)
    try:
        asyncio.run(validator.async_validate_usage(set()))
    except (PathBuildingError, PathValidationError):
        return False
    return True


def _of_one(certificate: x509.Certificate, issuer: x509.Certificate | None) -> Evidence:
    """What the authority says of one certificate; nothing of a root, which answers for itself."""
    if is_root(certificate):
        return Evidence()
    failed = Unanswered(name_of(certificate), msg("the certificate names no address to ask"))
    # A question names the issuer's key, so there is none without it.
    for address in certificate.ocsp_urls if issuer else ():
        try:
            return _ocsp(address, certificate, issuer)
        except Unanswered as unanswered:
            failed = unanswered
    for point in certificate.crl_distribution_points:
        try:
            return _crl(point.url or "", certificate)
        except Unanswered as unanswered:
            failed = unanswered
    raise failed


def _ocsp(address: str, certificate: x509.Certificate, issuer: x509.Certificate) -> Evidence:
    answer = ask(address, _question(certificate, issuer), media_type="application/ocsp-request")
    response = _ocsp_response(address, answer)
    try:
        [said] = [
            one
            for one in response.response_data["responses"]
            if one["cert_id"]["serial_number"].native == certificate.serial_number
        ]
        status = said["cert_status"].name
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Unanswered(address, msg("it does not know the certificate")) from None
    if status == "unknown":
        raise Unanswered(address, msg("it does not know the certificate"))
    return Evidence(ocsps=(response,), revoked=(name_of(certificate),) if status == "revoked" else ())


def _ocsp_response(address: str, answer: bytes) -> ocsp.OCSPResponse:
    try:
        response = ocsp.OCSPResponse.load(answer, strict=True)
        status = response["response_status"].native
    except (ValueError, TypeError):
        raise Unanswered(address, msg("what it answers cannot be read")) from None
    if status != "successful":
        raise Unanswered(address, msg('it refuses: "{reason}"', reason=status))
    return response


def _question(certificate: x509.Certificate, issuer: x509.Certificate) -> bytes:
    """Which certificate is asked of, as RFC 6960 writes it (SHA-1 is but the name of the issuer there)."""
    identity = ocsp.CertId(
        {
            "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha1"}),
            "issuer_name_hash": sha1(issuer.subject.dump(), usedforsecurity=False).digest(),
            "issuer_key_hash": sha1(bytes(issuer.public_key["public_key"]), usedforsecurity=False).digest(),
            "serial_number": core.Integer(certificate.serial_number),
        }
    )
    asked = ocsp.TBSRequest({"request_list": [ocsp.Request({"req_cert": identity})]})
    return bytes(ocsp.OCSPRequest({"tbs_request": asked}).dump())


def _crl(address: str, certificate: x509.Certificate) -> Evidence:
    try:
        revoked_list = crl.CertificateList.load(ask(address), strict=True)
        entries: Any = revoked_list["tbs_cert_list"]["revoked_certificates"]
        serials = {entry["user_certificate"].native for entry in entries}
    except (ValueError, TypeError, KeyError):
        raise Unanswered(address, msg("what it answers cannot be read")) from None
    revoked = (name_of(certificate),) if certificate.serial_number in serials else ()
    return Evidence(crls=(revoked_list,), revoked=revoked)


def _pyca(certificate: x509.Certificate) -> pyca.Certificate:
    return pyca.load_der_x509_certificate(certificate.dump())
