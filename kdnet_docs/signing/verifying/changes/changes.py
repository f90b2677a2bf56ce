"""What was changed in a file after a signature, and is more than a further signature, time-stamp or evidence.

Two revisions are compared object by object: what the later one says of an object that the earlier one
consists of must be the same, or be on the list of what is allowed (`allowed`). The rest is told as the
reader would name it (`told`).
"""

from collections.abc import Iterator

from pypdf.errors import PdfReadError
from pypdf.generic import IndirectObject

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.signing.verifying.changes.allowed import Step, is_allowed
from kdnet_docs.signing.verifying.changes.naming import named_changes
from kdnet_docs.signing.verifying.pdf.cross_references import SectionError, appended, overridden
from kdnet_docs.signing.verifying.pdf.equality import same
from kdnet_docs.signing.verifying.pdf.fields import SignatureField
from kdnet_docs.signing.verifying.pdf.parts import parts
from kdnet_docs.signing.verifying.pdf.revisions import Revision
from kdnet_docs.signing.verifying.signatures.evidence import evidence_in
from kdnet_docs.tagged_pdf.reading.reader import Reader

_FREE, _PLAIN, _PACKED = 0, 1, 2


def changes(file: bytes, old: Revision, new: Revision, own: SignatureField | None) -> Iterator[Flaw]:
    """What may not differ between two ends of a file, and does; at the later the signature in `own` ends."""
    step = Step(old=old, new=new, own=own, part_of=parts(old))
    try:
        entries = overridden(appended(file, new.reader, old.end, new.end))
        _agree(file, new, entries)
    except SectionError as error:
        yield Flaw(
            kind="changed-after-signing",
            message=msg("what was appended to the file is not well-formed ({reason})", reason=str(error)),
        )
        yield from named_changes(step, _everything(step))
        return
    unsure = {_FREE} if own is not None else {_FREE, _PACKED}
    forbidden = {number for number in entries.keys() & old.reachable if entries[number][0] in unsure}
    forbidden |= {
        number
        for number in entries.keys() & old.reachable
        if not same(before := _value(old, number), after := _value(new, number))
        and not is_allowed(step, number, before, after)
    }
    if not _same_root(old, new):
        forbidden |= _everything(step)
        yield Flaw(
            kind="changed-after-signing",
            message=msg("the file was given another beginning than the one that was signed"),
        )
    found = list(named_changes(step, forbidden))
    yield from found
    if forbidden and not found:
        yield Flaw(
            kind="changed-after-signing",
            message=msg("{count} parts of the file were changed that may not change", count=len(forbidden)),
        )
    if own is None and not forbidden and len(evidence_in(new.reader)) <= len(evidence_in(old.reader)):
        yield Flaw(
            kind="changed-after-signing",
            message=msg("something was appended to the file that no signature covers"),
        )


def _everything(step: Step) -> set[int]:
    """All objects that differ and may not, whatever the update says of them."""
    return {
        number
        for number in step.old.reachable
        if not same(before := _value(step.old, number), after := _value(step.new, number))
        and not is_allowed(step, number, before, after)
    }


def _agree(file: bytes, new: Revision, entries: dict[int, tuple[int, int, int]]) -> None:
    """Raises `SectionError` where other readers may read another object than this one does."""
    strict = Reader(file[: new.end])
    strict.strict = True
    for number, (kind, place, generation) in entries.items():
        if kind == _FREE:
            continue
        if kind == _PLAIN and (generation or new.reader.xref.get(0, {}).get(number) != place):
            raise SectionError(f"object {number} is read from elsewhere")
        if kind == _PACKED and new.reader.xref_objStm.get(number, (None,))[0] != place:
            raise SectionError(f"object {number} is read from elsewhere")
        try:
            strict.get_object(number)
        except PdfReadError as error:
            # What is written twice is read as the first by some, and as the second by others.
            if "Multiple definitions" in str(error):
                raise SectionError(f"object {number} says something twice") from error


def _value(revision: Revision, number: int) -> object:
    return IndirectObject(number, 0, revision.reader).get_object()


def _same_root(old: Revision, new: Revision) -> bool:
    before, after = old.reader.trailer, new.reader.trailer
    return all(
        same(before.raw_get(key) if key in before else None, after.raw_get(key) if key in after else None)
        for key in ("/Root", "/Info", "/Encrypt")
    )
