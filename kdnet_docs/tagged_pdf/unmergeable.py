"""A part that no file can be made with."""

from collections.abc import Iterator
from contextlib import contextmanager

from pypdf.errors import LimitReachedError

from kdnet_docs.tagged_pdf.reading.reader import EncryptedError
from kdnet_docs.tagged_pdf.reading.structure import TangledError
from kdnet_docs.tagged_pdf.verdicts import Reason


class Unmergeable(Exception):  # noqa: N818 - it names the part's state, not a mistake of ours
    """Raised for a part, counted from 0; `inspect` finds the reason beforehand."""

    def __init__(self, part: int, reason: Reason, detail: str = "") -> None:
        super().__init__(f"part {part}: {reason.name}{f', {detail}' if detail else ''}")
        self.part = part
        self.reason = reason
        self.detail = detail


@contextmanager
def reading(part: int, what: str) -> Iterator[None]:
    """Within this, whatever pypdf raises for a damaged file is raised as `Unmergeable`.

    It is for reading alone: around more, it would call our own mistakes the file's.
    """
    try:
        yield
    except Unmergeable:
        raise
    except EncryptedError as error:
        raise Unmergeable(part, Reason.ENCRYPTED, what) from error
    except TangledError as error:
        raise Unmergeable(part, Reason.STRUCTURE, str(error)) from error
    except (LimitReachedError, MemoryError) as error:
        raise Unmergeable(part, Reason.TOO_LARGE, what) from error
    except Exception as error:  # what it raises is not to be foreseen
        raise Unmergeable(part, Reason.BROKEN, f"{what}: {type(error).__name__}") from error
