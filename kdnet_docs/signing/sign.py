"""A signature in a field of a final file, or the reasons why there can be none."""

from datetime import datetime

from pyhanko.sign.signers import SimpleSigner

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.signing.evidence import Evidence, evidence_of
from kdnet_docs.signing.network import Unanswered
from kdnet_docs.signing.pades import add_document_timestamp, add_evidence, sign_field
from kdnet_docs.signing.timestamps import Authority
from kdnet_docs.signing.verdict import Level


def sign(
    pdf: bytes,
    field: str,
    signer: SimpleSigner,
    *,
    level: Level,
    tsa: str | None,
    moment: datetime,
) -> bytes | Refused:
    """The file with one more signature, what was there before at its beginning.

    `tsa` is the address of a time-stamp authority, which every level above B-B needs.
    """
    authority = Authority(tsa) if tsa else None
    try:
        return _signed(pdf, field, signer, level, authority, moment)
    except Unanswered as unanswered:
        message = msg("no time-stamp from {address}: {reason}", address=tsa, reason=unanswered.reason)
        return Refused((Diagnostic(code=Code.TIMESTAMP, message=message),))


def _signed(
    pdf: bytes, field: str, signer: SimpleSigner, level: Level, authority: Authority | None, moment: datetime
) -> bytes:
    evidence = Evidence()
    if level in ("B-LT", "B-LTA"):
        evidence = evidence_of(signer.signing_cert, signer.cert_registry)
    signed = sign_field(pdf, field, signer, moment=moment, tsa=authority)
    if level in ("B-LT", "B-LTA"):
        signed = add_evidence(signed, evidence)
    if level == "B-LTA" and authority:
        signed = add_document_timestamp(signed, authority, "Tidsstempel")
    return signed
