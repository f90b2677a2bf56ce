"""The certificate of a signer: whose it is, what it is for, and whether it held when it was used."""

from datetime import datetime, timedelta
from typing import assert_never

from asn1crypto import x509

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.signed_data import SignedData
from kdnet_docs.signing.verifying.trust import Obstacle

CLOCKS_DIFFER = timedelta(minutes=15)
"""How far the signer's clock may be ahead of others."""

FOR_DOCUMENTS = frozenset({
    "any_extended_key_usage", "email_protection", "client_auth", "microsoft_document_signing",
    "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12", "adobe_authentic_documents_trust",
    "1.2.840.113583.1.1.5",
})  # fmt: skip
"""Of the purposes in a certificate, those that go with signing documents (RFC 9336 and before it)."""

_WITH_TIME = msg(
    "a signature with a time-stamp from when it was valid would hold: --level B-T when it is signed"
)


def name_of(name: x509.Name) -> str:
    """Who a name in a certificate is, for people."""
    stated = name.native
    found = stated.get("common_name") or stated.get("organization_name") or name.human_friendly
    return str(found[0] if isinstance(found, list) else found)


def usage(certificate: x509.Certificate) -> tuple[Flaw, ...]:
    """Why a certificate is not one to sign documents with, if it is not."""
    keys, purposes = certificate.key_usage_value, certificate.extended_key_usage_value
    if keys is not None and not {"digital_signature", "non_repudiation"} & set(keys.native):
        return (_not_for_signing(certificate),)
    if purposes is not None and not FOR_DOCUMENTS & set(purposes.native):
        return (_not_for_signing(certificate),)
    return ()


def _not_for_signing(certificate: x509.Certificate) -> Flaw:
    message = msg(
        "the certificate of {name} is not one to sign documents with", name=name_of(certificate.subject)
    )
    return Flaw(kind="certificate-not-for-signing", message=message)


def validity(certificate: x509.Certificate, at: datetime) -> tuple[Flaw, ...]:
    """Whether a certificate was in force at a time."""
    name, first, last = (
        name_of(certificate.subject),
        certificate.not_valid_before,
        certificate.not_valid_after,
    )
    if at > last:
        message = msg("the certificate of {name} expired on {day}", name=name, day=last.date().isoformat())
        return (Flaw(kind="certificate-expired", message=message, hint=_WITH_TIME),)
    if at < first:
        message = msg(
            "the certificate of {name} is valid from {day} only", name=name, day=first.date().isoformat()
        )
        return (Flaw(kind="certificate-not-yet-valid", message=message),)
    return ()


def obstructed(obstacle: Obstacle, certificate: x509.Certificate) -> Flaw:
    """Why a certificate is not trusted, as the user is told."""
    name, issuer = name_of(certificate.subject), name_of(certificate.issuer)
    match obstacle:
        case "foreign" | "unproven" if certificate.subject == certificate.issuer:
            return Flaw(
                kind="certificate-foreign",
                message=msg(
                    "the certificate of {name} is issued by its holder, and by no authority", name=name
                ),
            )
        case "foreign" | "unproven":
            return Flaw(
                kind="certificate-foreign",
                message=msg(
                    "the certificate of {name}, issued by {issuer}, leads to none that you trust",
                    name=name,
                    issuer=issuer,
                ),
                hint=msg("give the certificate of its authority with --trust, if you trust it"),
            )
        case "revoked":
            return Flaw(
                kind="certificate-revoked", message=msg("the certificate of {name} was revoked", name=name)
            )
        case "expired":
            message = msg("a certificate above that of {name} has expired", name=name)
            return Flaw(kind="certificate-expired", message=message, hint=_WITH_TIME)
        case "not-yet-valid":
            message = msg("a certificate above that of {name} is not valid yet", name=name)
            return Flaw(kind="certificate-not-yet-valid", message=message)
        case "weak":
            message = msg("the certificate of {name} is weakly signed, and can be forged", name=name)
            return Flaw(kind="weak-algorithm", message=message)
        case _:
            assert_never(obstacle)


def claimed_time(
    data: SignedData, claimed: datetime | None, stamped: datetime | None, moment: datetime
) -> tuple[Flaw, ...]:
    """Whether the time that the signer's own machine wrote can be true."""
    if claimed is None:
        return ()
    latest = stamped or moment
    if claimed > latest + CLOCKS_DIFFER:
        message = msg(
            "it says that it was made at {time}, which is later than it can have been", time=_shown(claimed)
        )
    elif claimed < data.certificate.not_valid_before or (
        claimed > data.certificate.not_valid_after and stamped is not None
    ):
        message = msg(
            "it says that it was made at {time}, when its certificate was not valid", time=_shown(claimed)
        )
    else:
        return ()
    return (Flaw(kind="signing-time-impossible", message=message),)


def _shown(time: datetime) -> str:
    return time.isoformat(sep=" ", timespec="minutes")
