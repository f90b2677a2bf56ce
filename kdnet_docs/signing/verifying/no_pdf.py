"""Files that are no PDF, and what they seem to be."""

from collections.abc import Iterator

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.verdict import Flaw

_BEGINNING = 1024
"""The bytes among which PDF readers look for the beginning."""
_NAMES = 4096
"""The first bytes of a zip, in which the first names of its files stand."""

_THE_PDF = msg("verify the PDF that `kdnet final` made and that was signed")


def no_pdf(file: bytes) -> Flaw | None:
    """What a file is in place of a PDF."""
    if b"%PDF-" in file[:_BEGINNING]:
        return None
    message, hint = next(_kinds(file))
    return Flaw(kind="no-pdf", message=message, hint=hint)


def _kinds(file: bytes) -> Iterator[tuple[Message, Message]]:
    first = file[:_NAMES]
    if not file:
        yield msg("the file is empty"), msg("ask for it once more from whoever sent it")
    if first.startswith(b"PK\x03\x04"):
        if b"word/" in first or b"[Content_Types].xml" in first:
            yield msg("this is a Word file, which is not what is signed"), _THE_PDF
        if b"application/vnd.etsi.asic" in first:
            yield (
                msg("this is an envelope with signatures beside the files (ASiC), which is not read here"),
                msg("verify it where it was signed, and the PDF in it here"),
            )
        yield (
            msg("this is a zip"),
            msg("the package of a meeting is looked at with `kdnet build MEETING --verify`"),
        )
    if first.startswith(b"\xd0\xcf\x11\xe0"):
        yield msg("this is a Word file, which is not what is signed"), _THE_PDF
    if b"-----BEGIN" in first or first.startswith(b"\x30\x82"):
        yield (
            msg("this is a certificate or a signature without its document"),
            msg("certificates to trust go after --trust; verify the signed PDF"),
        )
    yield msg("this is no PDF"), _THE_PDF
