"""Time-stamps (RFC 3161) from the authority that the signatory names."""

import asyncio
from typing import Any

from asn1crypto import cms, core, tsp
from pyhanko.sign.timestamps import TimeStamper

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.making.network import Unanswered, ask

_QUESTION = "application/timestamp-query"


class _Response(core.Sequence):  # type: ignore[misc] # asn1crypto has no types
    """An answer as RFC 3161 has it: one that refuses holds no time-stamp."""

    _fields = [  # noqa: RUF012 - asn1crypto reads it so
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


class Authority(TimeStamper):
    """A time-stamp authority at an address; what it answers is checked before it goes into a file."""

    def __init__(self, address: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # pyHanko's own has no types
        self.address = address

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """A time-stamp over a digest; raises Unanswered."""
        nonce, request = self.request_cms(message_digest, md_algorithm)  # type: ignore[no-untyped-call] # as above
        answer = await asyncio.to_thread(ask, self.address, request.dump(), media_type=_QUESTION)
        try:
            response = _Response.load(answer, strict=True)
            status = response["status"]
            granted = status["status"].native in ("granted", "granted_with_mods")
            token = response["time_stamp_token"] if granted else None
            stated = token["content"]["encap_content_info"]["content"].parsed if token else None
            told = "; ".join(status["status_string"].native or ()) or status["status"].native
            imprint = stated and (
                stated["message_imprint"]["hash_algorithm"]["algorithm"].native,
                stated["message_imprint"]["hashed_message"].native,
            )
            returned = stated["nonce"].native if stated else None
        except (ValueError, TypeError, KeyError, AttributeError):
            raise Unanswered(self.address, msg("what it answers is no time-stamp")) from None
        if not token:
            raise Unanswered(self.address, msg('it refuses: "{reason}"', reason=told))
        if returned != nonce or imprint != (md_algorithm, message_digest):
            raise Unanswered(self.address, msg("its answer is a time-stamp for something else"))
        if not _is_sound(token):
            raise Unanswered(self.address, msg("the signature in its time-stamp does not hold"))
        return token


def signed_by(token: cms.ContentInfo) -> Any:
    """The certificate (asn1crypto) that a signed message says it was signed with; None if it is not along."""
    content = token["content"]
    named = content["signer_infos"][0]["sid"].chosen
    for wrapped in content["certificates"]:
        certificate = wrapped.chosen
        if isinstance(named, cms.IssuerAndSerialNumber):
            if (certificate.issuer, certificate.serial_number) == (
                named["issuer"],
                named["serial_number"].native,
            ):
                return certificate
        elif certificate.key_identifier == named.native:
            return certificate
    return None


def _is_sound(token: cms.ContentInfo) -> bool:
    """Whether the token is signed by the certificate that it carries, which may sign time-stamps."""
    from hashlib import new

    from pyhanko.sign.general import SigningError
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    certificate = signed_by(token)
    usage = certificate.extended_key_usage_value if certificate else None
    if not usage or "time_stamping" not in usage.native:
        return False
    info = token["content"]["signer_infos"][0]
    stated = token["content"]["encap_content_info"]["content"].contents
    try:
        intact, valid = validate_sig_integrity(
            info,
            certificate,
            expected_content_type="tst_info",
            actual_digest=new(info["digest_algorithm"]["algorithm"].native, stated).digest(),
        )
    except (SignatureValidationError, SigningError, ValueError, TypeError):
        return False
    return bool(intact and valid)
