"""The name in the certificate of a signature, as it says itself: nothing is verified."""

from typing import Any

_LONGEST = 200  # characters of a name
_MOST = 100  # certificates that are looked at


def signer_named(contents: bytes) -> str:
    """Whom the certificate names that a signature (CMS, with or without zeros after it) says it is of.

    It is the common name, or else the organisation's; "" where it cannot be told.
    """
    # Few files are signed, and what reads certificates is no part of reading PDFs otherwise.
    from asn1crypto.cms import ContentInfo

    try:
        name = _subject(ContentInfo.load(contents)["content"])
    except Exception:  # noqa: BLE001 - what damaged bytes make asn1crypto raise is not to be foreseen
        return ""
    found = name.get("common_name") or name.get("organization_name") or ""
    return found[:_LONGEST] if isinstance(found, str) else ""


def _subject(message: Any) -> dict[str, object]:
    """The subject of the certificate that the first signer names. Raises `LookupError`."""
    named = message["signer_infos"][0]["sid"].chosen
    for wrapped in list(message["certificates"])[:_MOST]:
        certificate = wrapped.chosen
        is_it = (
            certificate.key_identifier == named.native
            if isinstance(named.native, bytes)
            else (certificate.issuer, certificate.serial_number)
            == (named["issuer"], named["serial_number"].native)
        )
        if is_it:
            subject: dict[str, object] = certificate.subject.native
            return subject
    raise LookupError("the signer's certificate is not along")
