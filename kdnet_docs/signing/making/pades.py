"""PAdES: a signature in a field, the evidence for it, and a time-stamp over both; each an update of its own.

Nothing is asked here of the file, the certificate or the field: that is what `sign` does.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any, Final, TypeAlias

from asn1crypto import cms, x509
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigSeedSubFilter
from pyhanko.sign.signers import PdfTimeStamper, Signer
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.certificates import name_of
from kdnet_docs.signing.making.appearance import language_of, timestamp_label
from kdnet_docs.signing.making.evidence import Evidence, evidence_of
from kdnet_docs.signing.making.network import Unanswered
from kdnet_docs.signing.making.timestamps import signed_by

DIGEST: Final = "sha256"

_RESERVED: Final = 2 * 12_288
"""Hex digits kept free for a signature with its certificates, and as many again for a time-stamp."""

Look: TypeAlias = Callable[[IncrementalPdfFileWriter, DictionaryObject], None]
"""Gives a signature field its appearance."""


class _Writer(IncrementalPdfFileWriter):
    """An update that leaves what the file says of itself as it was: no clock, no other program's name."""

    def _update_meta(self) -> None:
        pass


def sign_field(  # noqa: PLR0913 - each is a thing of its own
    pdf: bytes,
    field: str,
    signer: Signer,
    *,
    moment: datetime,
    tsa: TimeStamper | None = None,
    look: Look | None = None,
) -> bytes:
    """The file with a signature in an empty field: B-B, or B-T where there is a time-stamp authority.

    Raises `network.Unanswered` where that fails.
    """
    writer = _Writer(BytesIO(pdf))
    steps = PdfCMSEmbedder().write_cms(field, writer, existing_fields_only=True)
    widget = next(steps).get_object()
    writer.register_extension(ESIC_EXTENSION_1)
    if look:
        look(writer, widget)
        writer.update_container(widget)
    room = 2 * _RESERVED if tsa else _RESERVED
    placeholder = SignatureObject(timestamp=moment, subfilter=SigSeedSubFilter.PADES, bytes_reserved=room)
    steps.send(SigObjSetup(sig_placeholder=placeholder))
    prepared, output = steps.send(SigIOSetup(md_algorithm=DIGEST))
    signature = asyncio.run(
        signer.async_sign(
            prepared.document_digest,
            DIGEST,
            use_pades=True,
            timestamper=tsa,
            signed_attr_settings=PdfCMSSignedAttributes(signing_time=moment),
        )
    )
    steps.send(signature)
    return bytes(output.getvalue())


def add_evidence(pdf: bytes, evidence: Evidence) -> bytes:
    """The file with the evidence for its last signature, and for the time-stamp in it; B-T becomes B-LT.

    Raises `network.Unanswered` where there is none for the time-stamp, or it speaks against that.
    """
    writer = _Writer(BytesIO(pdf))
    last = writer.prev.embedded_signatures[-1]
    whole = evidence + _of_timestamp(last.signer_info)
    DocumentSecurityStore.supply_dss_in_writer(
        writer, last.pkcs7_content, certs=whole.certificates, ocsps=whole.ocsps, crls=whole.crls
    )
    return _written(writer)


def add_document_timestamp(pdf: bytes, tsa: TimeStamper) -> bytes:
    """The file with a time-stamp over all of it, in a field outside the page; B-LT becomes B-LTA.

    Raises `network.Unanswered` where the authority fails.
    """
    writer = _Writer(BytesIO(pdf))
    number = 1 + len(writer.prev.embedded_timestamp_signatures)
    stamper = PdfTimeStamper(
        tsa,
        field_name=f"timestamp-{number}",
        # PDF/A wants it printed, PDF/UA tagged or outside the page.
        invis_settings=InvisSigSettings(set_print_flag=True, box_out_of_bounds=True),
        readable_field_name=timestamp_label(language_of(writer)),
    )
    return bytes(stamper.timestamp_pdf(writer, DIGEST, bytes_reserved=_RESERVED).getvalue())


def _of_timestamp(info: cms.SignerInfo) -> Evidence:
    """The evidence for the time-stamp in a signature; none where there is no time-stamp."""
    tokens: list[Any] = [
        attribute["values"][0]
        for attribute in info["unsigned_attrs"] or ()
        if attribute["type"].native == "signature_time_stamp_token"
    ]
    if not tokens:
        return Evidence()
    pool: list[x509.Certificate] = [wrapped.chosen for wrapped in tokens[0]["content"]["certificates"]]
    authority = signed_by(tokens[0])
    evidence = evidence_of(authority, pool)
    if evidence.revoked:
        raise Unanswered(
            name_of(authority), msg("the certificate of {name} is revoked", name=evidence.revoked[0])
        )
    return evidence


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    output = BytesIO()
    writer.write(output)
    return output.getvalue()
