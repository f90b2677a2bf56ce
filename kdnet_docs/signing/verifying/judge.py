"""Judges the signatures of a PDF: each by itself, and what became of the file after each.

The file comes from anywhere. It is read within limits, nothing it names is fetched, and what it makes the
libraries raise is told as a flaw.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pypdf.errors import LimitReachedError

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.verdict import Flaw, FlawKind, Signature
from kdnet_docs.signing.verifying.changes import changes
from kdnet_docs.signing.verifying.leftovers import leftovers
from kdnet_docs.signing.verifying.revisions import MOST_REVISIONS, Revision, revision
from kdnet_docs.signing.verifying.sections import END, LONGEST_END
from kdnet_docs.signing.verifying.seen import Seen, look_at
from kdnet_docs.signing.verifying.signatures import judge_signatures
from kdnet_docs.signing.verifying.trust import Trust, read_roots
from kdnet_docs.tagged_pdf.reading.reader import EncryptedError, limits

MAX_BYTES = 100_000_000

_AGAIN = msg("ask for the file once more from whoever sent it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The signatures in the order they were made, and what is wrong with the file as a whole."""

    signatures: tuple[Signature, ...]
    flaws: tuple[Flaw, ...]


def judge(file: bytes, *, roots: Sequence[bytes], moment: datetime) -> Judged:
    """Judges the signatures of a file; `roots` are files of certificates that the user trusts.

    `moment` is when it is judged, with its time zone. Raises ValueError for a root that is none; nothing
    that is in `file` raises anything.
    """
    trust = read_roots(roots)
    if len(file) > MAX_BYTES:
        return _unreadable(msg("the file is too large: {bytes} bytes", bytes=len(file)))
    try:
        with limits():
            return _judge(file, trust, moment)
    except EncryptedError:
        return _unreadable(msg("the file is encrypted, so that not everyone can check it"), kind="encrypted")
    except (LimitReachedError, MemoryError, RecursionError):
        return _unreadable(msg("the file holds more than any document does, or runs in circles"))
    except Exception as error:  # noqa: BLE001 - what a damaged file makes the libraries raise is not to be foreseen
        return _unreadable(
            msg(
                "this is no PDF, or it is damaged ({reason})", reason=f"{type(error).__name__}: {error}"[:120]
            )
        )


def _unreadable(message: Message, kind: FlawKind = "unreadable") -> Judged:
    return Judged(signatures=(), flaws=(Flaw(kind=kind, message=message, hint=_AGAIN),))


def _judge(file: bytes, trust: Trust, moment: datetime) -> Judged:
    final = revision(file, len(file))
    seen = look_at(file, final)
    if len(seen) > MOST_REVISIONS:
        raise LimitReachedError("more signatures than anyone gives")
    signatures = judge_signatures(file, final, seen, trust, moment)
    flaws = [*_beginning(file), *_fields(final, seen), *_steps(file, final, seen), *leftovers(file, final)]
    return Judged(signatures=signatures.signatures, flaws=_once([*signatures.flaws, *flaws]))


def _beginning(file: bytes) -> Iterator[Flaw]:
    if not file.startswith(b"%PDF-"):
        yield Flaw(
            kind="bytes-before-the-start",
            message=msg("something stands before the beginning of the file"),
            hint=_AGAIN,
        )


def _fields(final: Revision, seen: Sequence[Seen]) -> Iterator[Flaw]:
    """Fields that nobody signed, and signatures that stand in more than one."""
    if not any(not one.value.is_stamp for one in seen):
        yield Flaw(kind="no-signature", message=msg("nobody has signed the file"))
    for field in final.fields:
        if field.value is None:
            message = msg('the field "{name}" ({label}) is not signed', name=field.name, label=field.label)
            yield Flaw(kind="field-unsigned", message=message)
    contents: dict[bytes, str] = {}
    for one in seen:
        first = contents.setdefault(one.value.contents, one.field.name)
        if first != one.field.name:
            message = msg(
                'the signature in the field "{name}" is that of the field "{other}"',
                name=one.field.name,
                other=first,
            )
            yield Flaw(kind="signature-copied", message=message)


def _steps(file: bytes, final: Revision, seen: Sequence[Seen]) -> Iterator[Flaw]:
    """What changed from each signature to the next, and after the last."""
    at_end = {one.end: one for one in seen if one.end}
    ends = sorted(at_end)
    for end, following in zip(ends, [*ends[1:], None], strict=True):
        if following is None:
            if end < len(file):
                yield from _after(file, at_end[end].revision, final)
        else:
            yield from changes(
                file, at_end[end].revision, at_end[following].revision, at_end[following].field
            )


def _after(file: bytes, last: Revision, final: Revision) -> Iterator[Flaw]:
    if END.search(file[max(0, len(file) - LONGEST_END) :]) is None or not _is_update(file[last.end :]):
        yield Flaw(
            kind="bytes-after-the-end",
            message=msg(
                "after the end of the file stands something more: {bytes} bytes", bytes=len(file) - last.end
            ),
            hint=_AGAIN,
        )
    else:
        yield from changes(file, last, final, None)


def _is_update(tail: bytes) -> bool:
    return b"startxref" in tail


def _once(flaws: Sequence[Flaw]) -> tuple[Flaw, ...]:
    return tuple(dict.fromkeys(flaws))
