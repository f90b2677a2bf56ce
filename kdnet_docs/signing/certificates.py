"""What a certificate says of whose it is and what it is for, and whether somebody may sign with it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from asn1crypto import x509

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg

_SHORTEST_KEYS: Final = {"rsa": 2048, "rsassa_pss": 2048, "dsa": 2048, "ec": 224}
"""Bits below which a key is not safe to sign with (ETSI TS 119 312)."""

_FOR_SIGNING: Final = {"digital_signature", "non_repudiation"}
_FOR_MACHINES: Final = {"server_auth", "code_signing", "time_stamping", "ocsp_signing"}


def name_of(certificate: x509.Certificate) -> str:
    """Whose it is: the common name, or else all that it says."""
    return _one(certificate.subject, "common_name") or certificate.subject.human_friendly


def organisation_of(certificate: x509.Certificate) -> str:
    """The organisation that its holder acts for; empty where there is none, or it is the holder."""
    organisation = _one(certificate.subject, "organization_name")
    return "" if organisation == name_of(certificate) else organisation


def issuer_of(certificate: x509.Certificate) -> str:
    """Who vouches for it."""
    return _one(certificate.issuer, "common_name") or certificate.issuer.human_friendly


def is_root(certificate: x509.Certificate) -> bool:
    """Whether it vouches for itself."""
    return bool(certificate.subject == certificate.issuer)


def in_the_way(certificate: x509.Certificate, moment: datetime) -> Iterator[Diagnostic]:
    """Why nobody should sign with a certificate at a moment."""
    name, first, last = name_of(certificate), certificate.not_valid_before, certificate.not_valid_after
    if moment > last:
        message = msg("the certificate of {name} ran out on {day}", name=name, day=f"{last:%Y-%m-%d}")
        yield _finding(message)
    if moment < first:
        message = msg(
            "the certificate of {name} is not valid before {day}", name=name, day=f"{first:%Y-%m-%d}"
        )
        yield _finding(message)
    if not _is_for_signing(certificate):
        yield _finding(msg("the certificate of {name} is not meant for signing", name=name))
    key = certificate.public_key
    if (key.bit_size or 0) < _SHORTEST_KEYS.get(key.algorithm, 0):
        yield _finding(
            msg("the key of {name} is too short to be safe: {bits} bits", name=name, bits=key.bit_size)
        )


def _is_for_signing(certificate: x509.Certificate) -> bool:
    """Whether its uses, where it names some, are such that people sign with it."""
    usage, extended = certificate.key_usage_value, certificate.extended_key_usage_value
    allowed = usage is None or bool(_FOR_SIGNING & usage.native)
    return allowed and not (extended and set(extended.native) <= _FOR_MACHINES)


def _finding(message: Message) -> Diagnostic:
    hint = msg("sign with a certificate that is valid today and made for signatures")
    return Diagnostic(code=Code.CERTIFICATE, message=message, hint=hint)


def _one(name: x509.Name, part: str) -> str:
    """A part of a name as one line of text; some names have one part several times."""
    value = name.native.get(part) or ""
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return " ".join(text.split())
