"""What a verification comes to, in one sentence."""

from collections.abc import Iterator, Sequence

from kdnet_docs.base.messages import Message, Spoken, msg
from kdnet_docs.signing.verdict import UNSIGNED, Flaw, Verification
from kdnet_docs.signing.verifying.gravity import GRAVITY

_UNTELLABLE = frozenset({"no-pdf", "unreadable", "encrypted"})


def conclusion(verification: Verification) -> Message:
    """Whether the file can be trusted, and if not, the first reason."""
    if verification.holds:
        return msg(
            "Everything is in order: {document} is signed by {names}, and it is the text that was adopted.",
            document=_document(verification),
            names=_listed([one.signer for one in verification.signatures]),
        )
    gravest = min(_reasons(verification), key=lambda reason: GRAVITY.index(reason[0].kind), default=None)
    if gravest is None:
        return msg(
            "Nothing wrong was found, but it cannot be told here {questions}.",
            questions=_listed([*_questions(verification)]),
        )
    flaw, reason = gravest
    if flaw.kind in _UNTELLABLE:
        return msg("The file cannot be verified: {reason}.", reason=reason)
    if flaw.kind in UNSIGNED:
        return _unsigned(verification)
    return msg("The file cannot be trusted: {reason}.", reason=reason)


def _document(verification: Verification) -> str:
    return verification.origin.document if verification.origin else verification.file


def _reasons(verification: Verification) -> Iterator[tuple[Flaw, Message]]:
    """Every flaw, with what it says when nothing stands around it."""
    for flaw in (*verification.flaws, *verification.source.flaws, *verification.adoption.flaws):
        is_other = flaw.kind == "other-than-adopted"
        other = msg("another text was adopted ({reason})", reason=flaw.message)
        yield flaw, other if is_other else flaw.message
    for one in verification.signatures:
        for flaw in one.flaws:
            is_plain = flaw.kind == "bytes-changed" or (one.signer or one.label) in str(flaw.message)
            reason = (
                msg("the signature of {name}: {reason}", name=one.signer, reason=flaw.message)
                if one.signer
                else msg(
                    'the signature in the field "{field}": {reason}', field=one.field, reason=flaw.message
                )
            )
            yield flaw, flaw.message if is_plain else reason


def _unsigned(verification: Verification) -> Message:
    """Somebody has still to sign; whether the rest is in order."""
    is_well = verification.source.answer == verification.adoption.answer == "yes"
    if not verification.signatures:
        if is_well:
            return msg("Nobody has signed yet. The text is the one that was adopted.")
        return msg("Nobody has signed the file.")
    if is_well and all(one.holds for one in verification.signatures):
        return msg("Not all have signed yet. What is signed is in order.")
    return msg("Not all have signed yet, and not all of the rest can be told here.")


def _questions(verification: Verification) -> Iterator[Spoken]:
    if any(not one.is_trusted for one in verification.signatures):
        yield msg("whether those who signed are who they say")
    if verification.source.answer != "yes":
        yield msg("whether the pages are those of the source")
    if verification.adoption.answer != "yes":
        yield msg("whether the text is the one that was adopted")


def _listed(things: Sequence[Spoken | str]) -> Spoken | str:
    """Things in a row: A, B and C."""
    *some, last = things
    if not some:
        return last
    first, *more = some
    for one in more:
        first = msg("{first}, {second}", first=first, second=one)
    return msg("{first} and {last}", first=first, last=last)
