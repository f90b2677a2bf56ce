"""Whether a signature covers the whole of a revision but for itself, and nothing else lies in the gap.

The gap must be the signature and no more: what lies in it is read by everyone and covered by nothing
(ISO 32000-1, 12.8.1; the attacks known as universal signature forgery and signature wrapping use it).
"""

import re
from dataclasses import dataclass

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.pdf.cross_references import END, LONGEST_END
from kdnet_docs.signing.verifying.pdf.fields import Value

_HEX = re.compile(rb"<(?:(?:[0-9a-f]{2})*|(?:[0-9A-F]{2})*)>")
_KEY = re.compile(rb"/Contents[ \r\n]*\Z")
_LONGEST_KEY = 32

_AGAIN = msg("ask for the file as it was signed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a signature covers: the file up to `end`, without the gap from `start` on."""

    start: int
    gap_end: int
    end: int

    def covered(self, file: bytes) -> bytes:
        """The bytes that are signed."""
        return file[: self.start] + file[self.gap_end : self.end]


def coverage(file: bytes, value: Value) -> Coverage | Flaw:
    """What a signature covers, or why that is not the file but for itself."""
    numbers = value.byte_range
    if len(numbers) != len(("first", "length", "second", "length")) or min(numbers) < 0:
        return _bad(msg("it does not say which bytes it covers"))
    first, length, second, rest = numbers
    start, end = first + length, second + rest
    if first == 0 and start <= second and not _holds(file[start:second], value):
        return _displaced(file[start:second], value)
    if end > len(file):
        return Flaw(
            kind="cut-off",
            message=msg(
                "the file ends before what was signed: {bytes} bytes are missing", bytes=end - len(file)
            ),
            hint=_AGAIN,
        )
    if first != 0:
        return _bad(msg("it does not cover the file from its first byte on"))
    if second < start:
        return _bad(msg("the two parts that it covers overlap"))
    if _KEY.search(file[max(0, start - _LONGEST_KEY) : start]) is None:
        return _bad(msg("the gap in what it covers is not its own place"))
    if END.search(file[max(0, end - LONGEST_END) : end]) is None:
        return _bad(msg("what it covers ends in the middle of the file"))
    return Coverage(start=start, gap_end=second, end=end)


def _holds(gap: bytes, value: Value) -> bool:
    """Whether the gap is the signature and nothing else."""
    is_written = _HEX.fullmatch(gap) is not None and bool(value.contents)
    return is_written and bytes.fromhex(gap[1:-1].decode()) == value.contents


def _displaced(gap: bytes, value: Value) -> Flaw:
    """The gap holds something else: the file was written anew, or the gap was made for something else."""
    if not value.contents:
        return Flaw(kind="signature-broken", message=msg("the field is signed with nothing"), hint=_AGAIN)
    if gap[:1] == b"<" or gap[-1:] == b">":
        return _bad(msg("the gap in what it covers holds something else than the signature"))
    return Flaw(
        kind="bytes-changed",
        message=msg(
            "the file is not the one that was signed: it was written anew by a program,"
            " or something was put in or taken out before the signature"
        ),
        hint=_AGAIN,
    )


def _bad(message: Message) -> Flaw:
    return Flaw(kind="bad-byte-range", message=message, hint=_AGAIN)
