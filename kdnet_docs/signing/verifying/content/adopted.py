"""Whether the source that lies in a file is the text which was adopted in this repository."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from itertools import islice

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source
from kdnet_docs.base.times import Day
from kdnet_docs.final.origin import Origin
from kdnet_docs.signing.verdict import Flaw, Proof
from kdnet_docs.signing.verifying.content.claims import Claims
from kdnet_docs.signing.verifying.content.quoting import first_difference
from kdnet_docs.signing.verifying.content.remade import in_history
from kdnet_docs.sources.adoption import Moment, Past, changed_place, past, same_meaning
from kdnet_docs.sources.comments import without_comments
from kdnet_docs.sources.git import ask_git
from kdnet_docs.sources.load import MAX_BYTES, decode
from kdnet_docs.sources.log import Commit
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.revisions import repository

_SHORT = 9
"""Digits of a commit as people write it."""


def adopted(claims: Claims, project: Project | None) -> Proof:
    """Whether the text in a file is the adopted one here, and what has become of that since."""
    if project is None:
        return Proof(
            answer="unknown",
            message=msg("here is no repository that could tell what was adopted"),
            hint=msg("run it in the project's folder, or name that with --project"),
        )
    if refused := repository(project.history):
        first = refused.diagnostics[0]
        return Proof(answer="unknown", message=first.message, hint=first.hint)
    is_there = claims.origin.document in project.references()
    found = project.source_of(claims.origin.document) if is_there else None
    if found is None or isinstance(found, Refused):
        message = msg("there is no document {document} in this project", document=claims.origin.document)
        hint = msg("is it the right project? Name another with --project")
        return Proof(answer="unknown", message=message, hint=hint)
    return _proof(claims, project, past(project, found[1]))


def _proof(claims: Claims, project: Project, lived: Past) -> Proof:
    text = claims.model.span.source
    if lived.adopted is None:
        return _never(lived, claims.origin)
    moment = lived.moments[lived.adopted]
    if moment.commit is None:
        return _never(lived, claims.origin)
    if not same_meaning(moment.source, text):
        return _another(lived, moment, text)
    if not lived.now.is_frozen:
        return _taken_back(lived, moment)
    wrong = tuple(_untrue(claims, project))
    if wrong:
        return Proof(answer="no", message=msg("what the file says of its origin is not so"), flaws=wrong)
    return Proof(
        answer="yes",
        message=_when(claims, moment.commit),
        remarks=tuple(_since(lived, moment, claims, project)),
    )


def _when(claims: Claims, commit: Commit) -> Message:
    """The day is what the source states; of its own git knows when the adoption was committed."""
    document, committed = claims.origin.document, _day(commit)
    if claims.model.adopted is None:
        return msg(
            "it is the text of {document} that was adopted with commit {commit}, committed on {committed}",
            document=document,
            commit=commit.short,
            committed=committed,
        )
    return msg(
        "it is the text of {document} that was adopted on {day}, and committed on {committed} with {commit}",
        document=document,
        day=Day(claims.model.adopted),
        commit=commit.short,
        committed=committed,
    )


def _never(lived: Past, origin: Origin) -> Proof:
    if lived.begins_later:
        return Proof(
            answer="unknown",
            message=msg(
                "the history begins in the middle here, and {document} is not adopted in what there is",
                document=origin.document,
            ),
            hint=msg("`git fetch --unshallow` fetches the rest of it"),
        )
    message = msg("{document} has not been adopted here", document=origin.document)
    hint = msg("`kdnet status` shows how far it has come")
    return Proof(answer="no", message=message, flaws=(Flaw(kind="not-adopted", message=message, hint=hint),))


def _taken_back(lived: Past, moment: Moment) -> Proof:
    at = lived.moments.index(moment)
    back = next(one for one in lived.moments[at:] if not one.is_frozen)
    message = msg(
        "it was adopted with {commit}, and the adoption was taken back with {other}",
        commit=_named(moment),
        other=_named(back),
    )
    hint = msg("ask who took it back; it must be adopted and signed anew")
    return Proof(answer="no", message=message, flaws=(Flaw(kind="not-adopted", message=message, hint=hint),))


def _another(lived: Past, moment: Moment, text: Source) -> Proof:
    """That another text was adopted; perhaps this one was once."""
    earlier = [
        one for one in lived.moments if one is not moment and one.is_frozen and same_meaning(one.source, text)
    ]
    place = changed_place(text, moment.source)
    words = _words(text, moment.source)
    where = f"{place.source.name}:{place.line}" if place else moment.source.name
    message = msg("{where}: {words}", where=where, words=words) if words else msg("see {where}", where=where)
    remarks = [
        msg("the text of the file was adopted with {commit}, and replaced since", commit=_named(one))
        for one in earlier[:1]
    ]
    return Proof(
        answer="no",
        message=msg("another text was adopted, with {commit}", commit=_named(moment)),
        flaws=(
            Flaw(
                kind="other-than-adopted",
                message=message,
                hint=msg("make the file anew with `kdnet final`, and have that signed"),
            ),
        ),
        remarks=tuple(remarks),
    )


def _words(text: Source, adopted: Source) -> Message | None:
    """The first words of the file's text that are others than the adopted."""
    old, new = changed_place(adopted, text), changed_place(text, adopted)
    if old is None or new is None:
        return None
    quoted = first_difference(old.text, new.text)
    if quoted is None:
        return None
    there, here = quoted
    return msg("the file says “{there}”, and “{here}” was adopted", there=there, here=here)


def _untrue(claims: Claims, project: Project) -> Iterator[Flaw]:
    """What the file says of its source, and the commit that it names has otherwise."""
    origin = claims.origin
    if not in_history(project, origin.commit):
        return
    stored = ask_git(project.history, "cat-file", "blob", f"{origin.commit}:./{origin.source}")
    source = decode(stored, origin.source) if stored and len(stored) <= MAX_BYTES else None
    if stored is None or not isinstance(source, Source):
        message = msg("the commit {commit} that it names has no such source", commit=origin.commit[:_SHORT])
    elif sha256(stored).hexdigest() != origin.digest or without_comments(source) != claims.text:
        message = msg("the commit {commit} that it names has another source", commit=origin.commit[:_SHORT])
    else:
        return
    yield Flaw(kind="false-origin", message=message)


def _since(lived: Past, moment: Moment, claims: Claims, project: Project) -> Iterator[Message]:
    """What became of the adopted text since, and what of it cannot be told."""
    at = lived.moments.index(moment)
    changed = (one for one in lived.moments[at + 1 :] if not same_meaning(moment.source, one.source))
    for one in islice(changed, 1):
        yield msg(
            "the source was changed after it was adopted, with {commit}; `kdnet check` tells more",
            commit=_named(one),
        )
    if not in_history(project, claims.origin.commit):
        yield msg(
            "the commit {commit} that the file names is not in the history here",
            commit=claims.origin.commit[:_SHORT],
        )
    if lived.begins_later and at == 0:
        yield msg("the history begins in the middle here: it may have been adopted before that")


def _named(moment: Moment) -> Message:
    """A commit as people find it, or that there is none."""
    commit = moment.commit
    if commit is None:
        return msg("a change that is not committed")
    return msg("commit {commit} ({day})", commit=commit.short, day=_day(commit))


def _day(commit: Commit) -> Day:
    return Day(date.fromisoformat(commit.day))
