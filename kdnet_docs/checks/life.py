"""What is adopted stays as it was adopted, and a version goes through its states in order."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from os.path import commonprefix

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.base.times import Day
from kdnet_docs.model.life import LIFE, step
from kdnet_docs.sources.adoption import Moment, Past, changed_place, same_meaning
from kdnet_docs.sources.bilag import Written
from kdnet_docs.sources.log import Commit

_WORD = re.compile(r"\S+")


def life(model: Written, lived: Past) -> Iterator[Diagnostic]:
    """What is wrong with how far a document has come, seen from what it has been."""
    if model.adopted is not None and LIFE[model.status].is_draft:
        yield _dated_draft(model)
    if lived.moments:
        yield from _steps(model, lived)
        yield from tuple(_changed_since(model, lived)) or _changed_with(model, lived)


# --- steps --------------------------------------------------------------------------------------


def _steps(model: Written, lived: Past) -> Iterator[Diagnostic]:
    """A version that was signed and is no more, that was adopted and is no more, or was never adopted."""
    moments, signed, adopted = lived.moments, lived.signed, lived.adopted
    if signed is not None and step(moments[signed].status, model.status) == "signed-for-good":
        yield _signed_for_good(model, moments[signed])
    elif adopted is not None and step(moments[adopted].status, model.status) == "taken-back":
        yield _taken_back(model, moments[adopted:])
    elif signed and step(moments[signed - 1].status, moments[signed].status) == "not-adopted":
        yield _never_adopted(model, moments[signed - 1], moments[signed])


def _signed_for_good(model: Written, signed: Moment) -> Diagnostic:
    return Diagnostic(
        code=Code.SIGNED_FOR_GOOD,
        message=msg(
            'it was signed {then}, and cannot be "{status}" again',
            then=_with(signed.commit),
            status=model.status,
        ),
        span=model.span_of("status"),
        hint=msg('write "status: {signed}" again; a new text is a version of its own', signed=signed.status),
    )


def _taken_back(model: Written, moments: Sequence[Moment]) -> Diagnostic:
    adopted, back = moments[0], next(one for one in moments if not one.is_frozen)
    return Diagnostic(
        code=Code.TAKEN_BACK,
        message=msg(
            "it was adopted {then}, and made a draft again {back}",
            then=_with(adopted.commit),
            back=_with(back.commit),
        ),
        span=model.span_of("status"),
        hint=msg(
            "that is right if the text had to be put right; the warning goes when it has been adopted anew"
        ),
    )


def _never_adopted(model: Written, before: Moment, signed: Moment) -> Diagnostic:
    return Diagnostic(
        code=Code.NEVER_ADOPTED,
        message=msg(
            'it went from "{before}" to "{status}" {then}, and was not adopted first',
            before=before.status,
            status=signed.status,
            then=_with(signed.commit),
        ),
        span=model.span_of("status"),
        hint=msg('"vedtaget" comes between: the file that is signed is made of an adopted text'),
    )


def _dated_draft(model: Written) -> Diagnostic:
    return Diagnostic(
        code=Code.ADOPTED_DRAFT,
        message=msg('there is a day of adoption, and the status is "{status}"', status=model.status),
        span=model.span_of("adopted"),
        hint=msg('write "status: vedtaget" if it has been adopted, or delete the line'),
    )


# --- the text -----------------------------------------------------------------------------------


def _changed_since(model: Written, lived: Past) -> Iterator[Diagnostic]:
    """An error where an adopted text says something else than it did when it was adopted."""
    at = lived.adopted
    if at is None or LIFE[model.status].is_draft:
        return
    adopted, *later = lived.moments[at:]
    now = model.span.source
    place = None if adopted.data == lived.now.data else _changed_word(adopted.source, now)
    if place is None:
        return
    changes = list(_changes(adopted, later))
    first, more = changes[0], len(changes) - 1
    yield Diagnostic(
        code=Code.CHANGED_AFTER_ADOPTION,
        message=msg(
            "the text was adopted {then}, and changed {since}{more}",
            then=_with(adopted.commit),
            since=_with(first.commit),
            more=_more(more),
        ),
        span=place,
        hint=_undo(model, adopted.commit, is_signed=lived.signed is not None),
    )


def _more(times: int) -> Message | str:
    if times > 1:
        return msg(" and {count} times more", count=times)
    return msg(" and once more") if times else ""


def _changes(adopted: Moment, later: list[Moment]) -> Iterator[Moment]:
    """The moments that say something else than the one before."""
    before = adopted.source
    for moment in later:
        source = moment.source
        if not same_meaning(before, source):
            yield moment
        before = source


def _changed_with(model: Written, lived: Past) -> Iterator[Diagnostic]:
    """A warning where what was adopted is not what was to be adopted; a signed text is past that."""
    at = lived.adopted
    if not at or lived.signed is not None or LIFE[model.status].is_draft:
        return
    before, adopted = lived.moments[at - 1], lived.moments[at]
    now = model.span.source
    if place := _changed_word(before.source, now):
        name = f"{model.id}@{model.version}"
        old = before.commit.short if before.commit else ""
        yield Diagnostic(
            code=Code.CHANGED_WITH_ADOPTION,
            message=msg("the text was changed {then}, which adopted it", then=_with(adopted.commit))
            if adopted.commit
            else msg("the text is being changed together with its adoption"),
            span=place,
            hint=msg(
                'see what with `kdnet compare {name}:{old} {name}`; commit the changes as "{status}" first, '
                "and the adoption by itself",
                name=name,
                old=old,
                status=before.status,
            ),
        )


def _undo(model: Written, commit: Commit | None, *, is_signed: bool) -> Message:
    """What may be done about a change: a text that nobody has signed may be adopted anew."""
    name = f"{model.id}@{model.version}"
    back = msg(
        "`kdnet compare {name}:{commit} {name}` shows what; put the adopted text back, and write the new one "
        "in a version of its own",
        name=name,
        commit=commit.short if commit else "",
    )
    if is_signed:
        return back
    return msg(
        '{back}; must this one be changed, write "status: til-godkendelse", commit that, and have it adopted '
        "anew",
        back=back,
    )


def _changed_word(old: Source, new: Source) -> Span | None:
    """The first word in `new` that says something else than `old`; None where both say the same."""
    here, there = changed_place(old, new), changed_place(new, old)
    if here is None:
        return None
    same = len(commonprefix((here.text, there.text))) if there else 0  # noqa: RUF071 - these are no paths
    words = list(_WORD.finditer(here.text))
    word = next((one for one in words if one.end() > same), words[-1] if words else None)
    return Span(new, here.start + word.start(), here.start + word.end()) if word else here


def _with(commit: Commit | None) -> Message:
    if commit is None:
        return msg("after the last commit")
    return msg(
        "with {commit} ({day}, {author}: {subject})",
        commit=commit.short,
        day=Day(date.fromisoformat(commit.day)),
        author=commit.author,
        subject=commit.subject,
    )
