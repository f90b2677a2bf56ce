"""Signatures that the file holds and no longer shows: they were removed, replaced, or cut off."""

import re
from collections.abc import Iterator

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.revisions import Revision

_RANGE = re.compile(
    rb"/ByteRange\s{0,9}\[\s{0,9}(\d{1,12})\s{1,9}(\d{1,12})\s{1,9}(\d{1,12})\s{1,9}(\d{1,12})\s{0,9}\]"
)
_MOST = 1_000


def leftovers(file: bytes, final: Revision) -> Iterator[Flaw]:
    """What was once signed here, and is not any more.

    The dictionary of a signature is never packed, so it can be found wherever it stands.
    """
    shown = {field.value.byte_range for field in final.fields if field.value}
    for count, found in enumerate(_RANGE.finditer(file)):
        numbers = tuple(int(one) for one in found.groups())
        if numbers in shown or count == _MOST or not _is_signature(file, found.start()):
            continue
        if sum(numbers[2:]) > len(file):
            yield Flaw(kind="cut-off", message=msg("the end of the file is missing, with a signature"))
        else:
            yield Flaw(
                kind="signature-removed",
                message=msg(
                    "a signature that covers the first {bytes} bytes was removed", bytes=sum(numbers[2:])
                ),
                hint=msg("ask for the file as it was signed"),
            )


def _is_signature(file: bytes, at: int) -> bool:
    """Whether a range stands in an object that is a signature, and not in words."""
    beginning, end = file.rfind(b" obj", 0, at), file.find(b"endobj", at)
    around = file[max(0, beginning) : end if end > 0 else len(file)]
    return b"/Contents" in around and b"/Filter" in around and b"stream" not in file[beginning:at]
