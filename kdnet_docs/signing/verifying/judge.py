"""Judges the signatures of a PDF: each by itself, and what became of the file after each.

The file comes from anywhere. It is read within limits, nothing it names is fetched, and what it makes the
libraries raise is told as a flaw.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from pypdf.errors import LimitReachedError, PyPdfError

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.verdict import UNSIGNED, Flaw, FlawKind, Signature
from kdnet_docs.signing.verifying.changes.changes import changes
from kdnet_docs.signing.verifying.changes.removed_signatures import removed_signatures
from kdnet_docs.signing.verifying.pdf.cross_references import END, LONGEST_END, has_table
from kdnet_docs.signing.verifying.pdf.embedded import Embedded, embedded_in
from kdnet_docs.signing.verifying.pdf.fields import SignatureField
from kdnet_docs.signing.verifying.pdf.revisions import MOST_REVISIONS, Revision, revision
from kdnet_docs.signing.verifying.signatures.signatures import UNREADABLE, judge_signatures
from kdnet_docs.signing.verifying.signatures.trust import Trust, read_roots
from kdnet_docs.tagged_pdf.reading.reader import EncryptedError, limits

MAX_BYTES = 100_000_000

_AGAIN = msg("ask for the file once more from whoever sent it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The signatures in the order they were made, and what is wrong with the file as a whole."""

    signatures: tuple[Signature, ...]
    flaws: tuple[Flaw, ...]

    @property
    def is_untouched(self) -> bool:
        """Whether the file is what was signed, or nothing is wrong with it but that nobody has signed it."""
        return all(one.level for one in self.signatures) and all(flaw.kind in UNSIGNED for flaw in self.flaws)


def judge(file: bytes, *, roots: Sequence[bytes], moment: datetime) -> Judged:
    """Judges the signatures of a file; `roots` are files of certificates that the user trusts.

    `moment` is when it is judged, with its time zone. Raises ValueError for a root that is none; nothing
    that is in `file` raises anything.
    """
    trust = read_roots(roots)
    if file.startswith(b"PK"):
        return _unreadable(msg("this is a zip, and no PDF: take the file out of it first"))
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
        return Judged(signatures=(), flaws=(_damaged(error),))


def _unreadable(message: Message, kind: FlawKind = "unreadable") -> Judged:
    return Judged(signatures=(), flaws=(Flaw(kind=kind, message=message, hint=_AGAIN),))


def _judge(file: bytes, trust: Trust, moment: datetime) -> Judged:
    final = revision(file, len(file))
    seen = embedded_in(file, final)
    if len(seen) > MOST_REVISIONS:
        raise LimitReachedError("more signatures than anyone gives")
    signatures = judge_signatures(final, seen, trust, moment)
    flaws = [*signatures.flaws, *_beginning(file), *_fields(final, seen)]
    try:
        flaws += [*_steps(file, final, seen), *removed_signatures(file, final)]
    except (PyPdfError, *UNREADABLE) as error:
        flaws.append(_damaged(error))
    return Judged(signatures=signatures.signatures, flaws=tuple(dict.fromkeys(flaws)))


def _damaged(error: Exception) -> Flaw:
    reason = f"{type(error).__name__}: {error}"[:120]
    message = msg("this is no PDF, or it is damaged ({reason})", reason=reason)
    return Flaw(kind="unreadable", message=message, hint=_AGAIN)


def _beginning(file: bytes) -> Iterator[Flaw]:
    """Whether the file begins as a PDF, and its table of objects is where the file says."""
    if not file.startswith(b"%PDF-"):
        message = msg("something stands before the beginning of the file")
        yield Flaw(kind="bytes-before-the-start", message=message, hint=_AGAIN)
    elif not has_table(file):
        message = msg("the file is not the one that was made: bytes were put in or taken out")
        yield Flaw(kind="bytes-changed", message=message, hint=_AGAIN)


def _fields(final: Revision, seen: Sequence[Embedded]) -> Iterator[Flaw]:
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


def _steps(file: bytes, final: Revision, seen: Sequence[Embedded]) -> Iterator[Flaw]:
    """What changed from each signature to the next, and after the last."""
    sound = {one.end: one for one in seen if one.end}
    ends = sorted(sound)
    for end, following in pairwise(ends):
        yield from changes(file, sound[end].revision, sound[following].revision, sound[following].field)
    if ends and ends[-1] < len(file):
        # What covers nothing that can be told is told of already, and is not a change of its field, too.
        unsound = next((one.field for one in seen if not one.end), None)
        yield from _after(file, sound[ends[-1]].revision, final, unsound)


def _after(file: bytes, last: Revision, final: Revision, unsound: SignatureField | None) -> Iterator[Flaw]:
    """What stands after the last signature: evidence, or what should not be there."""
    tail = file[last.end :]
    if END.search(tail[-LONGEST_END:]) is not None:
        yield from changes(file, last, final, unsound)
    elif _OBJECT.search(tail):
        yield Flaw(kind="cut-off", message=msg("the end of the file is missing"), hint=_AGAIN)
    else:
        message = msg("after the end of the file stands something more: {bytes} bytes", bytes=len(tail))
        yield Flaw(kind="bytes-after-the-end", message=message, hint=_AGAIN)


_OBJECT = re.compile(rb"\d \d+ obj\b")
