"""Signatures that the file holds and no longer shows: they were removed, replaced, or cut off."""

import re
from collections.abc import Iterator

from pypdf.errors import PyPdfError

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.pdf.fields import SignatureField
from kdnet_docs.signing.verifying.pdf.revisions import MOST_REVISIONS, Revision, revision

_RANGE = re.compile(
    rb"/ByteRange\s{0,9}\[\s{0,9}(\d{1,12})\s{1,9}(\d{1,12})\s{1,9}(\d{1,12})\s{1,9}(\d{1,12})\s{0,9}\]"
)
_AGAIN = msg("ask for the file as it was signed")


def removed_signatures(file: bytes, final: Revision) -> Iterator[Flaw]:
    """What was once signed here, and is not any more.

    The dictionary of a signature is never packed, so it can be found wherever it stands.
    """
    shown = {field.value.byte_range for field in final.fields if field.value}
    for count, found in enumerate(_RANGE.finditer(file)):
        numbers = tuple(int(one) for one in found.groups())
        if count == MOST_REVISIONS:
            return
        if numbers not in shown and _is_signature(file, found.start()):
            shown.add(numbers)
            yield _told(file, final, numbers)


def _told(file: bytes, final: Revision, numbers: tuple[int, ...]) -> Flaw:
    end = sum(numbers[2:])
    if end > len(file):
        return Flaw(
            kind="cut-off", message=msg("the end of the file is missing, with a signature"), hint=_AGAIN
        )
    field = _field(file, end, numbers)
    if field is None:
        message = msg("a signature that covers the first {bytes} bytes was removed", bytes=end)
        return Flaw(kind="signature-removed", message=message, hint=_AGAIN)
    now = next((one for one in final.fields if one.name == field.name), None)
    if now is None:
        message = msg('the signature field "{name}" was removed, with its signature', name=field.name)
        return Flaw(kind="field-removed", message=message, hint=_AGAIN)
    if now.value is None:
        message = msg('the signature in the field "{name}" was removed', name=field.name)
        return Flaw(kind="signature-removed", message=message, hint=_AGAIN)
    message = msg('the field "{name}" was signed a second time', name=field.name)
    return Flaw(kind="field-signed-twice", message=message, hint=_AGAIN)


def _field(file: bytes, end: int, numbers: tuple[int, ...]) -> SignatureField | None:
    """The field in which a signature stood when it was made."""
    try:
        then = revision(file, end)
        return next((one for one in then.fields if one.value and one.value.byte_range == numbers), None)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _is_signature(file: bytes, at: int) -> bool:
    """Whether a range stands in an object that is a signature, and not in words."""
    beginning, end = file.rfind(b" obj", 0, at), file.find(b"endobj", at)
    around = file[max(0, beginning) : end if end > 0 else len(file)]
    return b"/Contents" in around and b"/Filter" in around and b"stream" not in file[max(0, beginning) : at]
