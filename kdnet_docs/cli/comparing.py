"""What `kdnet compare` does: it reads both versions, and shows or writes what is different."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source
from kdnet_docs.cli import exits
from kdnet_docs.cli.findings.page import called_from
from kdnet_docs.cli.outputs import STDOUT
from kdnet_docs.cli.screen import say
from kdnet_docs.cli.show import page_for, show_errors
from kdnet_docs.cli.written_over import write_over
from kdnet_docs.compare.compare import compare, lay_side_by_side
from kdnet_docs.compare.documents import other_document, read_document
from kdnet_docs.document.stated import StatedPoint
from kdnet_docs.sources.read import read
from kdnet_docs.sources.revisions import split_reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from kdnet_docs.compare.comparison import Comparison
    from kdnet_docs.document.tree import Document
    from kdnet_docs.sources.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The files that were asked for, by their options; the rest is for a redline."""

    files: Mapping[str, Path]
    author: str
    moment: datetime | None
    with_facts: bool

    @property
    def facts(self) -> bool:
        """Whether anything that is asked for tells of facts: a redline alone does not."""
        return self.with_facts or set(self.files) != {"--redline"}


def compare_two(project: Project, old: str, new: str, asked: Asked) -> int:
    """Compares two references; shows what is different, or writes all files, or says why not."""
    before, after = read_document(project, old), read_document(project, new)
    refused = [document for document in (before, after) if isinstance(document, Refused)]
    if isinstance(before, Refused) or isinstance(after, Refused):
        found = dict.fromkeys(finding for one in refused for finding in one.diagnostics)
        show_errors(tuple(found), root=project.root)
        return exits.FINDINGS
    show_errors(tuple(_doubts((old, before), (new, after))), root=project.root)
    comparison = compare(before, after) if asked.facts else lay_side_by_side(before, after)
    if not asked.files:
        _show(comparison, project)
        return exits.OK
    made = _made(comparison, project, asked)
    if isinstance(made, Refused):
        show_errors(made.diagnostics, root=project.root)
        return exits.FINDINGS
    _put(made, comparison, project)
    return exits.OK


def _show(comparison: Comparison, project: Project) -> None:
    from kdnet_docs.cli.changes import render

    page = page_for(sys.stdout, project.root)
    click.echo(render(comparison, page), color=page.colour)


# --- what somebody may have meant otherwise ----------------------------------------------------


def _doubts(old: tuple[str, Document], new: tuple[str, Document]) -> Iterator[Diagnostic]:
    (called_old, before), (called_new, after) = old, new
    # Each meeting has an id of its own, and one is compared with the next all the same.
    if before.id != after.id and not (_is_meeting(before) and _is_meeting(after)):
        yield other_document(called_old, called_new)
    elif _is_newer(old, new):
        yield Diagnostic(
            code=Code.WRONG_ORDER,
            message=msg('"{old}" is newer than "{new}"', old=called_old, new=called_new),
            hint=msg("the old one comes first: kdnet compare {old} {new}", old=called_new, new=called_old),
        )


def _is_meeting(document: Document) -> bool:
    return any(isinstance(one, StatedPoint) for one in document.stated)


def _is_newer(old: tuple[str, Document], new: tuple[str, Document]) -> bool:
    """Whether what was named first is the newer one: by its date, or of one file, what is here now."""
    (called_old, before), (called_new, after) = old, new
    (name_old, at_old), (name_new, at_new) = split_reference(called_old), split_reference(called_new)
    if name_old == name_new:
        return at_old is None and at_new is not None
    return before.date > after.date


# --- files -------------------------------------------------------------------------------------


def _made(comparison: Comparison, project: Project, asked: Asked) -> Mapping[Path, bytes] | Refused:
    """The content of every file, or why one of them cannot be made."""
    made: dict[Path, bytes] = {}
    findings: list[Diagnostic] = []
    for option, path in asked.files.items():
        content = _content(option, path, comparison, project, asked)
        if isinstance(content, Refused):
            findings.extend(content.diagnostics)
        else:
            made[path] = content
    return Refused(tuple(findings)) if findings else made


def _content(
    option: str, path: Path, comparison: Comparison, project: Project, asked: Asked
) -> bytes | Refused:
    """What goes into one file; each of its writers is loaded when it is needed."""
    templates = project.templates
    match option:
        case "--redline":
            from kdnet_docs.compare.moment import moment_of
            from kdnet_docs.compare.redline import write_redline
            from kdnet_docs.meeting.kept_pages import kept_pages

            document = comparison.aligned.new.document
            return write_redline(
                comparison,
                templates,
                author=asked.author or document.author or "kdnet",
                moment=asked.moment or moment_of(document),
                summary=asked.with_facts,
                pages=kept_pages(project.root / "build" / ".kdnet" / "pages"),
            )
        case "--html":
            from kdnet_docs.compare.faces.html import write_html_report

            return write_html_report(comparison, templates)
        case "--pdf":
            from kdnet_docs.compare.faces.pdf import write_pdf_report

            return write_pdf_report(comparison, templates)
        case "--summary" if path.suffix.lower() == ".pdf":
            from kdnet_docs.compare.faces.summary import write_summary_pdf

            return write_summary_pdf(comparison, templates)
        case "--summary":
            from kdnet_docs.compare.faces.summary import write_summary_docx

            return write_summary_docx(comparison, templates)
        case "--json":
            from kdnet_docs.compare.faces.json import write_json

            return write_json(comparison).encode()
        case "--markdown":
            from kdnet_docs.compare.faces.markdown import write_markdown

            return write_markdown(comparison).encode()
        case _:
            raise AssertionError(option)


def _put(made: Mapping[Path, bytes], comparison: Comparison, project: Project) -> None:
    """Writes all files, or none; what goes to the screen is said alone there."""
    files = {path: content for path, content in made.items() if path != STDOUT}
    notes = project.root / "build" / ".kdnet" / "compared.json"
    warnings = write_over(files, comparison.aligned.new.document.language, notes)
    show_errors(warnings, root=project.root)
    if STDOUT in made:
        click.echo(made[STDOUT].decode(), nl=False)
        return
    if comparison.equal:
        say(msg("No changes."))
    for path in made:
        say(msg("written: {name}", name=called_from(Path.cwd(), path)))
    if any(map(_has_closed_parts, (comparison.aligned.old.document, comparison.aligned.new.document))):
        say(msg("  CLOSED         it shows parts that are closed; do not publish it"))


def _has_closed_parts(document: Document) -> bool:
    """Whether a version, of which the whole text is shown, is not for everybody."""
    model = read(Source(document.source_name, document.source_text))
    return not isinstance(model, Refused) and has_closed_parts(model)
