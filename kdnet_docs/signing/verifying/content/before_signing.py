"""What became of a final file before anybody signed it: nobody's signature tells of that."""

from pypdf.errors import LimitReachedError

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.changes.changes import changes
from kdnet_docs.signing.verifying.pdf.embedded import embedded_in
from kdnet_docs.signing.verifying.pdf.revisions import revision
from kdnet_docs.tagged_pdf.reading.reader import limits


def changed_before_signing(file: bytes, end: int) -> tuple[Flaw, ...]:
    """What was changed between the final file, the first `end` bytes, and its first signature.

    Only the signature itself may have come. A file that nobody has signed ends where the final file does.
    """
    if end == len(file):
        return ()
    try:
        with limits():
            last = revision(file, len(file))
            first = next((one for one in embedded_in(file, last) if one.end > end), None)
            new, own = (first.revision, first.field) if first else (last, None)
            return tuple(changes(file, revision(file, end), new, own))
    except (LimitReachedError, MemoryError, RecursionError):
        return (_untold("it holds more than any document does"),)
    except Exception as error:  # noqa: BLE001 - what a damaged file makes pypdf raise is not to be foreseen
        return (_untold(f"{type(error).__name__}: {error}"[:120]),)


def _untold(reason: str) -> Flaw:
    message = msg("what was appended to the file is not well-formed ({reason})", reason=reason)
    return Flaw(kind="changed-after-signing", message=message)
