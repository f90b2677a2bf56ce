"""Looking into anybody's PDF: whatever the bytes are, an answer and no exception."""

from collections.abc import Callable
from typing import TypeVar

from pypdf.errors import LimitReachedError

from kdnet_docs.tagged_pdf.reading.reader import EncryptedError, Reader, limits
from kdnet_docs.tagged_pdf.reading.structure import TangledError
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable

MAX_BYTES = 100_000_000
"""A larger file is not looked into."""

Found = TypeVar("Found")


def guarded(pdf: bytes, look: Callable[[Reader], Found], max_bytes: int = MAX_BYTES) -> Found | Unusable:
    """What `look` finds in a PDF, or why that cannot be read; in bounded time and memory."""
    if len(pdf) > max_bytes:
        return Unusable(reason=Reason.TOO_LARGE, detail=f"{len(pdf)} bytes")
    try:
        with limits():
            return look(Reader(pdf))
    except EncryptedError:
        return Unusable(reason=Reason.ENCRYPTED)
    except TangledError as error:
        return Unusable(reason=Reason.STRUCTURE, detail=str(error))
    except (LimitReachedError, MemoryError) as error:
        return Unusable(reason=Reason.TOO_LARGE, detail=str(error))
    except Exception as error:  # noqa: BLE001 - what a damaged file makes pypdf raise is not to be foreseen
        return Unusable(reason=Reason.BROKEN, detail=f"{type(error).__name__}: {error}"[:200])
