"""Why the certificate of a signer is not trusted, or the time that the signer states not believed."""

from datetime import datetime, timedelta
from typing import assert_never

from asn1crypto import x509

from kdnet_docs.base.messages import msg
from kdnet_docs.base.times import DanishTime
from kdnet_docs.signing.certificates import WITH_TIME, issuer_of, name_of
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.signatures.signed_data import SignedData
from kdnet_docs.signing.verifying.signatures.trust import Obstacle

CLOCKS_DIFFER = timedelta(minutes=15)
"""How far the signer's clock may be ahead of others."""


def obstructed(obstacle: Obstacle, certificate: x509.Certificate) -> Flaw:
    """Why a certificate is not trusted, as the user is told."""
    name, issuer = name_of(certificate), issuer_of(certificate)
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
            return Flaw(kind="certificate-expired", message=message, hint=WITH_TIME)
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
            "it says that it was made at {time}, which is later than it can have been",
            time=DanishTime(claimed),
        )
    elif claimed < data.certificate.not_valid_before or (
        claimed > data.certificate.not_valid_after and stamped is not None
    ):
        message = msg(
            "it says that it was made at {time}, when its certificate was not valid", time=DanishTime(claimed)
        )
    else:
        return ()
    return (Flaw(kind="signing-time-impossible", message=message),)
