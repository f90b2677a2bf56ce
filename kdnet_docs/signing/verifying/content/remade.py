"""Whether the source that lies in a file makes the file's pages: they are made again, and compared."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.final.make import without_author
from kdnet_docs.final.origin import NAMESPACE
from kdnet_docs.meeting.keys import code_digest
from kdnet_docs.model.closable import unmarked
from kdnet_docs.render.pdf.final import write_final_pdf
from kdnet_docs.signing.verdict import Flaw, Proof
from kdnet_docs.signing.verifying.content.before_signing import changed_before_signing
from kdnet_docs.signing.verifying.content.claims import Claims, unreadable
from kdnet_docs.signing.verifying.content.differences import Difference, Looks, differences, looks
from kdnet_docs.sources.git import ask_git
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.states import as_of
from kdnet_docs.tagged_pdf.page_texts import Shown
from kdnet_docs.tagged_pdf.verdicts import Unusable

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def remade(pdf: bytes, shown: Shown, claims: Claims, project: Project | None, *, is_untouched: bool) -> Proof:
    """Whether the source in a file makes its pages, tags, links, bookmarks, fields and attachments.

    They are made with the templates of the commit that the file names, where that belongs to the history
    of `project`, and otherwise with those that the project has. `is_untouched` is whether nothing but
    signatures came after the first of them.
    """
    if project is None:
        return Proof(
            answer="unknown",
            message=msg("the pages cannot be made again here, for the templates are in the project's folder"),
            hint=msg("run it in the project's folder, or name that with --project"),
        )
    at = claims.origin.commit if in_history(project, claims.origin.commit) else None
    with _templates(project, at) as there:
        made = _made(claims, there)
    if isinstance(made, Refused):
        flaw = unreadable(made.diagnostics[0])
        return Proof(answer="no", message=flaw.message, flaws=(flaw,))
    to_the_byte = pdf.startswith(made)
    if to_the_byte and (changed := changed_before_signing(pdf, len(made))):
        message = msg("the pages that the attached source makes were changed before anybody signed")
        return Proof(answer="no", message=message, flaws=changed)
    if to_the_byte and is_untouched:
        return _alike(to_the_byte=True, with_own_templates=at is not None)
    file, again = looks(pdf, shown), looks(made)
    if isinstance(file, Unusable) or isinstance(again, Unusable):
        return Proof(answer="unknown", message=msg("the pages of the file cannot be looked at"))
    found = differences(file, again)
    if not found:
        return _alike(to_the_byte=to_the_byte, with_own_templates=at is not None)
    is_same_maker = at is not None and _made_alike(claims, file, again)
    return _unlike(found, claims, is_same_maker=is_same_maker)


def in_history(project: Project, commit: str) -> bool:
    """Whether a commit, by its whole id, belongs to the history of what is checked out in the project."""
    if not _COMMIT.fullmatch(commit):
        return False
    return ask_git(project.history, "merge-base", "--is-ancestor", commit, project.commit) is not None


@contextmanager
def _templates(project: Project, at: str | None) -> Iterator[Project]:
    with as_of(project, at) as there:
        yield project if isinstance(there, Refused) else there


def _made(claims: Claims, project: Project) -> bytes | Refused:
    document = without_author(assemble(unmarked(claims.model)).document)
    return write_final_pdf(document, project.templates, claims.origin.properties(), NAMESPACE)


def _made_alike(claims: Claims, file: Looks, again: Looks) -> bool:
    """Whether the program that runs here is the one which the file says it was made by."""
    return claims.origin.code == code_digest() and file.portrait.maker == again.portrait.maker


def _alike(*, to_the_byte: bool, with_own_templates: bool) -> Proof:
    remark = msg("made again with the templates of now: the commit that the file names is not known here")
    return Proof(
        answer="yes",
        message=msg("the attached source makes these very pages, byte for byte")
        if to_the_byte
        else msg("the attached source makes these pages"),
        remarks=() if with_own_templates else (remark,),
    )


def _unlike(found: tuple[Difference, ...], claims: Claims, *, is_same_maker: bool) -> Proof:
    other = msg(
        "the file was made by {program} with other templates or libraries than are here",
        program=claims.origin.program,
    )
    how = msg(
        "check out the commit {commit} with {program}, and verify the file there",
        commit=claims.origin.commit[:9],
        program=claims.origin.program,
    )
    kinds = {one.of for one in found}
    if not is_same_maker and kinds <= {"unseen"}:
        return Proof(
            answer="yes",
            message=msg("the attached source makes these pages"),
            remarks=(other, *(one.message for one in found)),
        )
    if not is_same_maker and kinds <= {"unseen", "looks"}:
        message = msg(
            "the attached source has the same words as the pages, and whether it makes them is not certain"
        )
        return Proof(answer="unknown", message=message, remarks=(other, *_messages(found)), hint=how)
    return Proof(
        answer="no",
        message=msg("the attached source does not make these pages"),
        flaws=(
            Flaw(
                kind="source-not-of-these-pages",
                message=found[0].message,
                hint=msg(
                    "trust neither the pages nor the source; make the final file anew and have that signed"
                )
                if is_same_maker
                else how,
            ),
        ),
        remarks=(*(() if is_same_maker else (other,)), *_messages(found[1:])),
    )


def _messages(found: tuple[Difference, ...]) -> tuple[Message, ...]:
    return tuple(one.message for one in found)
