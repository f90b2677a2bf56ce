"""What a certificate says of whose it is, and whether it is one to sign documents with at a moment.

Whoever signs and whoever verifies ask the same questions here.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from asn1crypto import x509

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.times import DanishTime
from kdnet_docs.signing.verdict import Flaw

_FOR_PEOPLE: Final = frozenset({"digital_signature", "non_repudiation"})
_FOR_DOCUMENTS: Final = frozenset({
    "any_extended_key_usage", "email_protection", "client_auth", "microsoft_document_signing",
    "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12", "adobe_authentic_documents_trust",
    "1.2.840.113583.1.1.5",
})  # fmt: skip
"""Of the purposes in a certificate, those that go with signing documents (RFC 9336 and before it)."""

_SHORTEST_RSA: Final = 2048
_SHORTEST_CURVE: Final = 256
"""Bits of a key that are enough (ETSI TS 119 312)."""
_OF_ONE_LENGTH: Final = frozenset({"ed25519", "ed448"})

WITH_TIME = msg(
    "a signature with a time-stamp from when it was valid would hold: --level B-T when it is signed"
)


def called(name: x509.Name) -> str:
    """What people call whoever has a name: the common name, or the organisation, or else all that it says."""
    return _one(name, "common_name") or _one(name, "organization_name") or str(name.human_friendly)


def name_of(certificate: x509.Certificate) -> str:
    """Whose it is."""
    return called(certificate.subject)


def issuer_of(certificate: x509.Certificate) -> str:
    """Who vouches for it."""
    return called(certificate.issuer)


def organisation_of(certificate: x509.Certificate) -> str:
    """The organisation that its holder acts for; empty where there is none, or it is the holder."""
    organisation = _one(certificate.subject, "organization_name")
    return "" if organisation == name_of(certificate) else organisation


def is_root(certificate: x509.Certificate) -> bool:
    """Whether it vouches for itself."""
    return bool(certificate.subject == certificate.issuer)


def untimely(certificate: x509.Certificate, at: datetime) -> Iterator[Flaw]:
    """That a certificate was not in force at a moment."""
    name, first, last = name_of(certificate), certificate.not_valid_before, certificate.not_valid_after
    if at > last:
        message = msg("the certificate of {name} expired on {day}", name=name, day=DanishTime(last).day)
        yield Flaw(kind="certificate-expired", message=message, hint=WITH_TIME)
    if at < first:
        message = msg(
            "the certificate of {name} is valid from {day} only", name=name, day=DanishTime(first).day
        )
        yield Flaw(kind="certificate-not-yet-valid", message=message)


def unfit(certificate: x509.Certificate) -> Iterator[Flaw]:
    """That a certificate is for something else than signing documents."""
    usage, purposes = certificate.key_usage_value, certificate.extended_key_usage_value
    for_people = usage is None or _FOR_PEOPLE & set(usage.native)
    for_documents = purposes is None or _FOR_DOCUMENTS & set(purposes.native)
    if not (for_people and for_documents):
        message = msg(
            "the certificate of {name} is not one to sign documents with", name=name_of(certificate)
        )
        yield Flaw(kind="certificate-not-for-signing", message=message)


def weak_key(certificate: x509.Certificate) -> Iterator[Flaw]:
    """That the key of a certificate is too short for its kind."""
    key = certificate.public_key
    bits = key.bit_size or 0
    least = _SHORTEST_RSA if key.algorithm.startswith(("rsa", "dsa")) else _SHORTEST_CURVE
    if key.algorithm not in _OF_ONE_LENGTH and bits < least:
        yield weak(
            msg(
                "the key of {name} has {bits} bits, and must have {least}",
                name=name_of(certificate),
                bits=bits,
                least=least,
            )
        )


def weak(message: Message) -> Flaw:
    """That something can be forged, and why."""
    hint = msg("ask for a signature that is made with today's algorithms")
    return Flaw(kind="weak-algorithm", message=message, hint=hint)


def _one(name: x509.Name, part: str) -> str:
    """A part of a name as one line of text; some names have one part several times."""
    value = name.native.get(part) or ""
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return " ".join(text.split())
