"""Time-stamps: when something was there, on the word of a time-stamp authority (RFC 3161).

They are judged from the newest to the oldest, each at a time when it is known to have been there: a newer
time-stamp that holds keeps an older one alive after its authority's certificate has run out
(ETSI EN 319 102-1, 5.6).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import new
from typing import assert_never

from asn1crypto import x509

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.certificates import name_of
from kdnet_docs.signing.verdict import Flaw, FlawKind
from kdnet_docs.signing.verifying.signatures.integrity import are_sound
from kdnet_docs.signing.verifying.signatures.signed_data import (
    MalformedError,
    SignedData,
    flaws,
    read_signed_data,
)
from kdnet_docs.signing.verifying.signatures.trust import Evidence, Obstacle, Trust

_AUTHORITY = msg("give the certificate of the authority behind it with --trust, if you trust it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A time-stamp that was read: its time, who gave it, and what is wrong with it."""

    time: datetime
    data: SignedData
    flaws: tuple[Flaw, ...]
    is_trusted: bool

    @property
    def holds(self) -> bool:
        """Whether its time can be relied upon."""
        return self.is_trusted and not self.flaws


def read_stamp(  # noqa: PLR0913 - what a time-stamp is judged by
    content: bytes,
    digest: Callable[[str], bytes],
    *,
    trust: Trust,
    evidence: Evidence,
    known: datetime,
    padded: bool = False,
) -> Stamp | Flaw:
    """A time-stamp over bytes that have `digest`; `known` is when it is known to have been there."""
    try:
        data = read_signed_data(content, padded=padded)
        return _judged(data, digest, trust, evidence, known)
    except MalformedError as error:
        return _broken(error.message)
    except (ValueError, TypeError, KeyError, AttributeError, NotImplementedError, OverflowError) as error:
        return _broken(msg("the time-stamp cannot be read ({reason})", reason=type(error).__name__))


def _judged(
    data: SignedData, digest: Callable[[str], bytes], trust: Trust, evidence: Evidence, known: datetime
) -> Stamp | Flaw:
    stated = data.stamped
    if stated is None:
        return _broken(msg("it is no time-stamp"))
    imprint = stated["message_imprint"]
    if digest(imprint["hash_algorithm"]["algorithm"].native) != imprint["hashed_message"].native:
        return _broken(msg("the time-stamp is of something else"))
    found = [
        _broken(flaw.message) if flaw.kind in {"signature-broken", "bytes-changed"} else flaw
        for flaw in flaws(data, digest)
    ]
    if not found and not may_stamp(data.certificate):
        found.append(_broken(msg("its certificate is not for time-stamps")))
    time: datetime = stated["gen_time"].native
    if not found and time > known:
        found.append(_broken(msg("its time is later than it can have been there")))
    obstacle = trust.obstacle(data.certificate, data.others, evidence, known) if trust.roots else None
    if not found and obstacle:
        found.append(_obstructed(obstacle, data.certificate))
    if not found and trust.roots and not are_sound((data.certificate, *data.others), trust.roots):
        found.append(_broken(msg("the certificates in it were changed")))
    return Stamp(time=time, data=data, flaws=tuple(found), is_trusted=bool(trust.roots) and obstacle is None)


def imprint_of(content: bytes) -> Callable[[str], bytes]:
    """The digest of bytes by the name of an algorithm."""
    return lambda algorithm: new(algorithm, content, usedforsecurity=False).digest()


def may_stamp(certificate: x509.Certificate) -> bool:
    """Whether a certificate is for time-stamps and for nothing else (RFC 3161, 2.3)."""
    usage = certificate.extended_key_usage_value
    return usage is not None and usage.native == ["time_stamping"]


def _obstructed(obstacle: Obstacle, certificate: x509.Certificate) -> Flaw:
    name = name_of(certificate)
    match obstacle:
        case "foreign" | "unproven":
            return Flaw(
                kind="timestamp-foreign",
                message=msg("its time-stamp is from {name}, which is not known to be trusted", name=name),
                hint=_AUTHORITY,
            )
        case "expired" | "not-yet-valid":
            message = msg("the certificate of the time-stamp's authority, {name}, is out of date", name=name)
            return Flaw(kind="timestamp-expired", message=message)
        case "revoked":
            return _broken(
                msg("the certificate of the time-stamp's authority, {name}, was revoked", name=name)
            )
        case "weak":
            kind: FlawKind = "weak-algorithm"
            return Flaw(kind=kind, message=msg("the certificate of {name} is weakly signed", name=name))
        case _:
            assert_never(obstacle)


def _broken(message: Message) -> Flaw:
    return Flaw(kind="timestamp-broken", message=message)
