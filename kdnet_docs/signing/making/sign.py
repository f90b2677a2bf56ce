"""A signature in a field of a final file, or the reasons why there can be none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from asn1crypto import x509
from pkcs11.exceptions import PKCS11Error
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import Signer

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.certificates import is_root, issuer_of, name_of, unfit, untimely, weak_key
from kdnet_docs.signing.making.appearance import Appearance
from kdnet_docs.signing.making.evidence import Evidence, evidence_of, proves
from kdnet_docs.signing.making.network import Unanswered
from kdnet_docs.signing.making.pades import add_document_timestamp, add_evidence, sign_field
from kdnet_docs.signing.making.signable import Signable
from kdnet_docs.signing.making.timestamps import Authority
from kdnet_docs.signing.names import is_named
from kdnet_docs.signing.verdict import Level
from kdnet_docs.tagged_pdf.fields import Field

_WITH_EVIDENCE: Final = ("B-LT", "B-LTA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A file with one more signature: `field` is by `signer` now, and `left` nobody has signed yet."""

    pdf: bytes
    field: Field
    signer: str
    moment: datetime
    left: tuple[Field, ...]


def sign(
    there: Signable, signer: Signer, *, level: Level, tsa: str | None, moment: datetime
) -> Signed | Refused:
    """The file signed, with what was there before at its beginning.

    `tsa` is the address of a time-stamp authority, which every level above B-B needs.
    """
    if bad := tuple(_unusable(signer.signing_cert, moment)):
        return Refused(bad)
    evidence = _evidence(signer, moment) if level in _WITH_EVIDENCE else Evidence()
    if isinstance(evidence, Refused):
        return evidence
    authority = Authority(tsa) if tsa else None
    signed = _answered(lambda: _signed(there, signer, authority, moment), Code.TIMESTAMP)
    if level in _WITH_EVIDENCE and not isinstance(signed, Refused):
        before = signed
        signed = _answered(lambda: add_evidence(before, evidence), Code.EVIDENCE)
    if level == "B-LTA" and authority and not isinstance(signed, Refused):
        whole = signed
        signed = _answered(lambda: add_document_timestamp(whole, authority), Code.TIMESTAMP)
    if isinstance(signed, Refused):
        return signed
    return Signed(
        pdf=signed, field=there.field, signer=name_of(signer.signing_cert), moment=moment, left=there.left
    )


def _unusable(certificate: x509.Certificate, moment: datetime) -> Iterator[Diagnostic]:
    """Why nobody should sign with a certificate at a moment: what verification would say of it."""
    for flaw in (*untimely(certificate, moment), *unfit(certificate), *weak_key(certificate)):
        hint = msg("sign with a certificate that is valid today and made for signatures")
        yield Diagnostic(code=Code.CERTIFICATE, message=flaw.message, hint=hint)


def for_somebody_else(field: Field, signer: Signer) -> Refused | None:
    """That a field is not for the one whose key this is; one without a label names nobody.

    What `sign` makes of it all the same never holds when it is verified, and cannot be taken back.
    """
    name = name_of(signer.signing_cert)
    if field.label == field.name or is_named(name, field.label):
        return None
    message = msg('the field is for "{label}", and the key is that of {name}', label=field.label, name=name)
    hint = msg(
        "choose another field or key; if {name} is to sign for that party, correct the signatory in the "
        "source, and have it adopted anew",
        name=name,
    )
    return _refused(Code.OTHER_NAME, message, hint)


def _signed(there: Signable, signer: Signer, tsa: Authority | None, moment: datetime) -> bytes:
    """The file with the signature alone; raises Unanswered."""
    # PDF/A wants what is added to begin on a line of its own.
    whole = there.pdf if there.pdf.endswith((b"\n", b"\r")) else there.pdf + b"\n"
    look = Appearance(signer.signing_cert, moment)
    return sign_field(whole, there.field.name, signer, moment=moment, tsa=tsa, look=look)


def _evidence(signer: Signer, moment: datetime) -> Evidence | Refused:
    """The evidence for the signatory's certificate; refused where there is none, or it speaks against it."""
    certificate = signer.signing_cert
    name, issuer = name_of(certificate), issuer_of(certificate)
    try:
        evidence = evidence_of(certificate, signer.cert_registry)
    except Unanswered as unanswered:
        return Refused((_unanswered(unanswered, Code.EVIDENCE),))
    if evidence.revoked:
        revoked = msg("the certificate of {name} is revoked", name=evidence.revoked[0])
        return _refused(Code.CERTIFICATE, revoked, msg("ask {issuer} for a new one", issuer=issuer))
    if len(evidence.certificates) == 1 and not is_root(certificate):
        missing = msg(
            "the certificate of {issuer}, who vouches for {name}, is missing", issuer=issuer, name=name
        )
        return _refused(
            Code.EVIDENCE, missing, msg("export your key again, with all certificates of its chain")
        )
    if not proves(evidence, certificate, moment):
        unproven = msg("what is answered does not prove that the certificate of {name} is valid", name=name)
        return _refused(Code.EVIDENCE, unproven, _LOWER)
    return evidence


_LOWER = msg("try again later, or sign at a lower level, such as --level B-T")


def _answered(step: Callable[[], bytes], code: Code) -> bytes | Refused:
    """What a step gives, or the finding of what failed in it."""
    try:
        return step()
    except Unanswered as unanswered:
        return Refused((_unanswered(unanswered, code),))
    except PKCS11Error as error:
        message = msg("the token did not sign: {reason}", reason=type(error).__name__)
        return _refused(Code.KEY, message, msg("take it out and put it in again"))
    except (PdfError, SigningError) as error:
        message = msg("the file cannot be signed as it is: {reason}", reason=error)
        return _refused(Code.SIGNABLE, message, msg("make it again with `kdnet final`"))


def _unanswered(unanswered: Unanswered, code: Code) -> Diagnostic:
    who, why = unanswered.address, unanswered.reason
    if code is Code.TIMESTAMP:
        message = msg("no time-stamp from {address}: {reason}", address=who, reason=why)
        hint = msg("see that the address is right, or try again later; nothing is signed yet")
        return Diagnostic(code=code, message=message, hint=hint)
    message = msg(
        "no evidence from {address} that the certificate is not revoked: {reason}", address=who, reason=why
    )
    return Diagnostic(code=code, message=message, hint=_LOWER)


def _refused(code: Code, message: Message, hint: Message) -> Refused:
    return Refused((Diagnostic(code=code, message=message, hint=hint),))
