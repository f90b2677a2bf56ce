"""`kdnet check --word`: the Word copy with the findings as comments, for a colleague without a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg, reader_language
from kdnet_docs.cli.findings.page import called_from
from kdnet_docs.cli.screen import text
from kdnet_docs.cli.show import show_errors
from kdnet_docs.cli.written_over import write_over
from kdnet_docs.meeting.check import check, inspect
from kdnet_docs.meeting.commented import write_commented
from kdnet_docs.sources.bilag import MeetingSources, with_bilag
from kdnet_docs.sources.revisions import split_reference
from kdnet_docs.sources.states import as_of, name_in

if TYPE_CHECKING:
    from kdnet_docs.base.messages import Message
    from kdnet_docs.sources.project import Project


def write_word_copy(project: Project, reference: str, path: Path, stream: TextIO) -> bool:
    """Writes the copy and tells of it; whether it could be made.

    Of a meeting it is the referat, or the dagsorden as long as nothing is decided.
    """
    name, at = split_reference(reference)
    with as_of(project, at) as there:
        called = there if isinstance(there, Refused) else name_in(there, project, name)
        if isinstance(there, Refused) or isinstance(called, Refused):
            return False  # which was told among the findings
        source = next(with_bilag(there, [called]))
        if isinstance(source, Refused):
            _say(msg("The Word copy can be made when the errors have been put right."), stream)
            return False
        document = inspect(source, there)[0][-1]
        own, others = _of(document.source_name, check(there, [called]))
        made = write_commented(document, own, there.templates, reader_language())
    if isinstance(made, Refused):
        show_errors(made.diagnostics, root=project.root)
        return False
    notes = project.root / "build" / ".kdnet" / "commented.json"
    show_errors(write_over({path: made}, document.language, notes), root=project.root)
    _say(_written(called_from(Path.cwd(), path), len(own)), stream)
    model = source.meeting if isinstance(source, MeetingSources) else source
    if has_closed_parts(model):
        _say(msg("  CLOSED         it shows parts that are closed; do not publish it"), stream)
    if others:
        _say(_elsewhere(others), stream)
    return True


def _of(file: str, findings: tuple[Diagnostic, ...]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings in a file or in none, and those in other files."""
    own = [one for one in findings if one.span is None or one.span.source.name == file]
    return own, [one for one in findings if one not in own]


def _written(file: str, count: int) -> Message:
    match count:
        case 0:
            return msg(
                "written: {name}, without comments, for nothing was found in the document itself", name=file
            )
        case 1:
            return msg("written: {name}, with 1 comment", name=file)
        case _:
            return msg("written: {name}, with {count} comments", name=file, count=count)


def _elsewhere(findings: list[Diagnostic]) -> Message:
    files = dict.fromkeys(one.span.source.name for one in findings if one.span)
    return msg(
        "  What was found in other files is not in it: {files}. Make a copy of each for itself.",
        files=", ".join(files),
    )


def _say(message: Message, stream: TextIO) -> None:
    click.echo(text(message), file=stream)
