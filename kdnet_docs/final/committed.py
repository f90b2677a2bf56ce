"""Whether a final file can say where it comes from: git has its source and the templates as they are."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.meeting.provenance import CheckedOut, checked_out, provenance
from kdnet_docs.meeting.set_aside import files_below, is_nobodys
from kdnet_docs.sources.git import ask_git
from kdnet_docs.sources.project import SOURCES, Project
from kdnet_docs.sources.revisions import repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """The newest commit that changed a source or the templates, and the source's SHA-256 as git has it."""

    commit: str
    digest: str


def committed(project: Project, source: Source) -> Committed | Refused:
    """Where git has the source and the templates of `project`, or all that it does not have.

    The working files are held against the commit that is checked out; those of a state in git are as
    that has them.
    """
    place = _place(source.name)
    if why := repository(project.history):
        return Refused(tuple(_not_committed(one.message, place) for one in why.diagnostics))
    out = checked_out(project.history, (SOURCES, project.templates.name), project.commit)
    if out is None:
        return Refused((_not_committed(msg("nothing has been committed yet"), place),))
    if out.is_shallow:
        return Refused((_SHALLOW,))
    contents = dict(_contents(project, source.name))
    if found := tuple(_differences(project, out, contents)):
        return Refused(found)
    # Git passes over a merge only where one side of it has both as they are here.
    made_of = (source.name, project.templates.name)
    commit = ask_git(project.history, "rev-list", "-1", out.head, "--", *made_of) or b""
    stored = ask_git(project.history, "cat-file", "blob", out.blobs[source.name]) or b""
    return Committed(commit=commit.decode("ascii").strip(), digest=sha256(stored).hexdigest())


def _contents(project: Project, source: str) -> Iterator[tuple[str, bytes]]:
    """The source and every template, by the path from the project's folder."""
    templates = (f"{project.templates.name}/{name}" for name in files_below(project.templates))
    for name in (source, *(one for one in templates if not is_nobodys(one))):
        file = project.root / name
        yield name, _stored_by_git(file)


def _stored_by_git(file: Path) -> bytes:
    """What git stores of a file: of a link, where it leads."""
    return os.fsencode(file.readlink()) if file.is_symlink() else file.read_bytes()


def _differences(project: Project, out: CheckedOut, contents: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """The source, and the templates: one by itself, many together, for they were changed together."""
    below = f"{project.templates.name}/"
    changes = tuple(_changes(project, out, contents))
    of_source = [change for change in changes if not change[0].startswith(below)]
    of_templates = [change for change in changes if change[0].startswith(below)]
    if len(of_templates) > 1:
        names = [name.removeprefix(below) for name, _ in of_templates]
        listed = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
        message = msg(
            "{count} templates are not as in the last commit: {names}", count=len(names), names=listed
        )
        of_templates = [(of_templates[0][0], message)]
    for name, message in (*of_source, *of_templates):
        yield _not_committed(message, _place(name))


_MOST_NAMED = 4


def _changes(
    project: Project, out: CheckedOut, contents: Mapping[str, bytes]
) -> Iterator[tuple[str, Message]]:
    """Each file that the last commit has otherwise, and how."""
    for name, origin in provenance(project.history, out, contents).origins.items():
        match origin.state:
            case "changed":
                yield name, msg("the file was changed after the last commit")
            case "untracked":
                yield name, msg("the file has not been committed")
            case "clean":
                pass
    for name in sorted(out.blobs.keys() - contents.keys()):
        if name.startswith(f"{project.templates.name}/") and not is_nobodys(name):
            yield name, msg("the file is gone, and the last commit has it")


def _not_committed(message: Message, span: Span) -> Diagnostic:
    hint = msg("commit the source and the templates first: a final file says which commit it was made from")
    return Diagnostic(code=Code.NOT_COMMITTED, message=message, span=span, hint=hint)


_SHALLOW = Diagnostic(
    code=Code.NOT_COMMITTED,
    message=msg("the history begins in the middle here, so that the commit of the source cannot be told"),
    hint=msg("`git fetch --unshallow` fetches the rest of it"),
)


def _place(name: str) -> Span:
    return Span(Source(name, ""), 0, 0)
