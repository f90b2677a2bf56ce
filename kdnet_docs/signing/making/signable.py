"""Whether a file can be signed in a field: what it is, which fields it has, and that all in it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.base.times import DanishTime
from kdnet_docs.signing.verdict import FlawKind, Signature
from kdnet_docs.signing.verifying.judge import Judged, judge
from kdnet_docs.signing.verifying.no_pdf import no_pdf
from kdnet_docs.tagged_pdf.fields import Field, read_fields
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable

_NO_OBSTACLES: frozenset[FlawKind] = frozenset(
    {
        "no-signature",
        "field-unsigned",
        "certificate-expired",
        "certificate-not-yet-valid",
        "certificate-foreign",
        "certificate-revoked",
        "certificate-not-for-signing",
        "weak-algorithm",
        "timestamp-foreign",
        "timestamp-expired",
        "evidence-missing",
        "other-signatory",
    }
)
"""What is for the reader of a signed file to judge, and keeps nobody from signing after another."""

_MAKE_FINAL = msg("`kdnet final DOCUMENT` makes the PDF that is signed, with a field for each signatory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signable:
    """A file that can be signed in `field`; `left` are the other fields that nobody has signed."""

    pdf: bytes
    field: Field
    left: tuple[Field, ...]


def signable(pdf: bytes, name: str | None, moment: datetime) -> Signable | Refused:
    """What there is to sign in the field called `name`, or why it cannot be signed there."""
    if other := no_pdf(pdf):
        return _refused(Code.SIGNABLE, other.message, _MAKE_FINAL)
    fields = read_fields(pdf)
    if isinstance(fields, Unusable):
        return _refused(Code.SIGNABLE, *_unusable(fields))
    judged = judge(pdf, roots=(), moment=moment)
    if any(flaw.kind == "unreadable" for flaw in judged.flaws):
        return _refused(Code.SIGNABLE, *_DAMAGED)
    people = {one.field: one for one in judged.signatures}
    # A field that is filled and that nobody signed holds a time-stamp over the file.
    fields = tuple(field for field in fields if field.name in people or not field.is_signed)
    if not fields:
        return _refused(Code.SIGNABLE, msg("the file has no signature field"), _MAKE_FINAL)
    field = next((field for field in fields if field.name == name), None)
    if name is None:
        return _refused(Code.SIGNATURE_FIELD, *_which(fields))
    if field is None:
        return _refused(Code.SIGNATURE_FIELD, *_unknown(name, fields))
    left = tuple(other for other in fields if not other.is_signed and other is not field)
    if field.is_signed:
        return _refused(Code.SIGNATURE_FIELD, *_signed(people[field.name], left))
    if broken := _broken(judged):
        return Refused(broken)
    return Signable(pdf=pdf, field=field, left=left)


def _broken(judged: Judged) -> tuple[Diagnostic, ...]:
    """What does not hold any more of the signatures that are there: nobody should sign after that."""
    flaws = [*judged.flaws, *(flaw for signature in judged.signatures for flaw in signature.flaws)]
    return tuple(
        Diagnostic(code=Code.BROKEN_BEFORE, message=flaw.message, hint=flaw.hint)
        for flaw in flaws
        if flaw.kind not in _NO_OBSTACLES
    )


def named(fields: Sequence[Field]) -> str:
    """Fields by name and with what they are called for people."""
    return ", ".join(
        f"{field.name} ({field.label})" if field.label != field.name else field.name for field in fields
    )


_VERIFY = msg("`kdnet verify FILE --trust CA.pem` tells whether all holds")

_DAMAGED = (
    msg("the file is damaged, and cannot be read"),
    msg("fetch it again from where you have it, or make it again with `kdnet final`"),
)


def _unusable(verdict: Unusable) -> tuple[Message, Message]:
    if verdict.reason is Reason.ENCRYPTED:
        return msg("the file is locked with a password"), msg("sign the file without one")
    return _DAMAGED


def _which(fields: Sequence[Field]) -> tuple[Message, Message]:
    unsigned = [field for field in fields if not field.is_signed]
    if not unsigned:
        return msg("all fields of the file are signed"), _VERIFY
    return msg("which field is to be signed?"), msg("add --field NAME: {fields}", fields=named(unsigned))


def _unknown(name: str, fields: Sequence[Field]) -> tuple[Message, Message]:
    there = msg("the fields are {fields}", fields=named(fields))
    meant = did_you_mean(name, [field.name for field in fields])
    hint = msg("{meant} {there}", meant=meant, there=there) if meant else there
    return msg('there is no signature field "{name}" in the file', name=name), hint


def _signed(signature: Signature, left: Sequence[Field]) -> tuple[Message, Message]:
    wrong = msg(
        '"{name}" is signed already, by {who} on {when}',
        name=signature.field,
        who=signature.signer or "?",
        when=DanishTime(signature.time).day if signature.time else "?",
    )
    if left:
        return wrong, msg("not signed yet: {fields}", fields=named(left))
    return wrong, _VERIFY


def _refused(code: Code, message: Message, hint: Message) -> Refused:
    return Refused((Diagnostic(code=code, message=message, hint=hint),))
