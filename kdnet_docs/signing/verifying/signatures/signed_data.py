"""The signature itself: the signed message of one signer, whether it is of these bytes, and how strong it is.

What the message may hold is what PAdES allows (ETSI EN 319 142-1, 6.3, and RFC 5652): one signer, the digest
of the file and that of the signer's certificate among what is signed, no content of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import new

from asn1crypto import cms, core, tsp, x509
from pyhanko.sign.general import (
    CMSExtractionError,
    MultivaluedAttributeError,
    NonexistentAttributeError,
    extract_certificate_info,
    find_unique_cms_attribute,
)
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import extract_self_reported_ts, validate_sig_integrity

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.certificates import weak, weak_key
from kdnet_docs.signing.verdict import Flaw

STRONG = frozenset({"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"})
"""The digests that are good enough (ETSI TS 119 312)."""
CIPHERS = frozenset({"rsassa_pkcs1v15", "rsassa_pss", "ecdsa", "ed25519", "ed448"})
MOST_CERTIFICATES = 32


class MalformedError(Exception):
    """The signature cannot be read as one; the message says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedData:
    """A signed message that could be read: its signer, the certificates along with it, what it claims."""

    message: cms.SignedData
    signer: cms.SignerInfo
    certificate: x509.Certificate
    others: tuple[x509.Certificate, ...]
    claimed_time: datetime | None

    @property
    def stamped(self) -> tsp.TSTInfo | None:
        """What a time-stamp authority signed, where this is a time-stamp."""
        content = self.message["encap_content_info"]["content"]
        found = content.parsed if isinstance(content, core.ParsableOctetString) else None
        return found if isinstance(found, tsp.TSTInfo) else None

    def stamp_tokens(self) -> list[bytes]:
        """The time-stamps on the signature, which are not signed themselves."""
        return [
            value.dump()
            for attribute in self.signer["unsigned_attrs"] or ()
            if attribute["type"].native == "signature_time_stamp_token"
            for value in attribute["values"]
        ]


def read_signed_data(content: bytes, *, padded: bool = True) -> SignedData:
    """The message in a signature's place, with zeros after it.

    Raises `MalformedError`, or what asn1crypto raises.
    """
    length = _length(content)
    if length > len(content) or any(content[length:]) or (not padded and length < len(content)):
        raise MalformedError(msg("after the signature stands something else in its place"))
    info = cms.ContentInfo.load(content[:length], strict=True)
    if info["content_type"].native != "signed_data":
        raise MalformedError(msg("what stands in the place of the signature is none"))
    message = info["content"]
    if len(message["signer_infos"]) != 1:
        raise MalformedError(
            msg("it has {count} signers in one, and not one", count=len(message["signer_infos"]))
        )
    if len(message["certificates"] or ()) > MOST_CERTIFICATES:
        raise MalformedError(msg("it carries more certificates than any signature needs"))
    signer = message["signer_infos"][0]
    _agree(message, signer)
    try:
        found = extract_certificate_info(message)
    except (CMSExtractionError, TypeError) as error:
        raise MalformedError(msg("the signer's certificate is not in it")) from error
    return SignedData(
        message=message,
        signer=signer,
        certificate=found.signer_cert,
        others=tuple(found.other_certs),
        claimed_time=extract_self_reported_ts(signer),
    )


def _agree(message: cms.SignedData, signer: cms.SignerInfo) -> None:
    """Raises `MalformedError` where what is not signed contradicts what is (RFC 5652, 5.1 and 5.3)."""
    algorithms = [one["algorithm"].native for one in message["digest_algorithms"]]
    by_name = signer["sid"].name == "issuer_and_serial_number"
    stamp = message["encap_content_info"]["content_type"].native != "data"
    if (
        algorithms != [signer["digest_algorithm"]["algorithm"].native]
        or signer["version"].native != ("v1" if by_name else "v3")
        or message["version"].native not in (("v1",) if by_name and not stamp else ("v3",))
        or any(one["type"].native not in _UNSIGNED for one in signer["unsigned_attrs"] or ())
    ):
        raise MalformedError(msg("it contradicts itself"))


_UNSIGNED = frozenset({"signature_time_stamp_token"})


def _length(content: bytes) -> int:
    """The bytes of the outermost value (X.690, 8.1.3)."""
    if len(content) < len(b"\x30\x00") or content[0] != 0x30:  # noqa: PLR2004 - a sequence
        raise MalformedError(msg("what stands in the place of the signature is none"))
    first = content[1]
    if first < 0x80:  # noqa: PLR2004 - the short form
        return 2 + first
    count = first & 0x7F
    if not 1 <= count <= 4:  # noqa: PLR2004 - 4 GB
        raise MalformedError(msg("what stands in the place of the signature is none"))
    return 2 + count + int.from_bytes(content[2 : 2 + count], "big")


def flaws(data: SignedData, digest: Callable[[str], bytes]) -> tuple[Flaw, ...]:
    """What is wrong with a signature over bytes that have `digest` by the name of an algorithm."""
    if weak := weaknesses(data):
        return weak
    try:
        return _flaws(data, digest)
    except SignatureValidationError as error:
        return (_broken(msg("it contradicts itself ({reason})", reason=error.failure_message)),)


def _flaws(data: SignedData, digest: Callable[[str], bytes]) -> tuple[Flaw, ...]:
    content = data.message["encap_content_info"]
    kind = content["content_type"].native
    attributes = data.signer["signed_attrs"]
    for name, missing in _NEEDED.items():
        if not _has_one(attributes, *name.split()):
            return (_broken(missing),)
    algorithm = data.signer["digest_algorithm"]["algorithm"].native
    if kind == "tst_info":
        signed = new(algorithm, bytes(content["content"])).digest()
    elif isinstance(content["content"], core.Void):
        signed = digest(algorithm)
    else:
        return (_broken(msg("it holds what it signs, and does not sign the file")),)
    intact, valid = validate_sig_integrity(
        data.signer, data.certificate, expected_content_type=kind, actual_digest=signed
    )
    if not valid:
        return (_broken(msg("it was not made with the key of its certificate, or was changed afterwards")),)
    if not intact:
        return (Flaw(kind="bytes-changed", message=msg("the file was changed after it was signed")),)
    return ()


_NEEDED = {
    "content_type": msg("it does not say what it signs"),
    "message_digest": msg("it does not hold the digest of what it signs"),
    "signing_certificate_v2 signing_certificate": msg(
        "it does not name the signer's certificate in what it signs"
    ),
}


def _has_one(attributes: cms.CMSAttributes, *names: str) -> bool:
    for name in names:
        try:
            find_unique_cms_attribute(attributes or (), name)
        except NonexistentAttributeError:
            continue
        except MultivaluedAttributeError:
            return False
        return True
    return False


def weaknesses(data: SignedData) -> tuple[Flaw, ...]:
    """The weak or unknown algorithms and keys that a signature was made with."""
    digest = data.signer["digest_algorithm"]["algorithm"].native
    algorithm = data.signer["signature_algorithm"]
    try:
        cipher = algorithm.signature_algo
    except ValueError:
        return (
            weak(msg("it was made with {name}, which is unknown here", name=algorithm["algorithm"].native)),
        )
    try:
        hashed = algorithm.hash_algo
    except ValueError:  # it leaves the digest to the message, as plain RSA does
        hashed = digest
    found = [
        weak(msg("it was made with {name}, which can be forged", name=name))
        for name in sorted({digest, hashed} - STRONG)
        if (name, cipher) != ("shake256", "ed448")  # RFC 8419
    ]
    if cipher not in CIPHERS:
        found.append(weak(msg("it was made with {name}, which is unknown here", name=cipher)))
    return (*found, *weak_key(data.certificate))


def _broken(message: Message) -> Flaw:
    return Flaw(kind="signature-broken", message=message)
