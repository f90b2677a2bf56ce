"""Runs every check on sources."""

from collections.abc import Iterator, Sequence

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order
from kdnet_docs.checks.empty_goals import empty_goals
from kdnet_docs.checks.links import links
from kdnet_docs.checks.subject import Check, Subject
from kdnet_docs.checks.totals import totals
from kdnet_docs.document.tree import Document
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.project import Project

CHECKS: tuple[Check, ...] = (totals, links, empty_goals)
"""Every check, in the order in which they run."""


def check(project: Project, names: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What is found in the named sources, or in every source of the project."""
    findings: list[Diagnostic] = []
    for name in names or (*project.references(), *project.meetings()):
        model = project.read(name)
        if isinstance(model, Refused):
            findings.extend(model.diagnostics)
            continue
        findings.extend(examine(model)[1])
        if isinstance(model, Meeting):
            findings.extend(_missing_documents(model, project))
    return in_reading_order(findings)


def examine(model: Contract | StatusTable | Meeting) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of a source, with the findings of assembly and of every check."""
    assembled = assemble(model)
    subject = Subject(model, assembled.document)
    checked = (finding for run in CHECKS for finding in run(subject))
    return assembled.document, in_reading_order((*assembled.findings, *checked))


def _missing_documents(meeting: Meeting, project: Project) -> Iterator[Diagnostic]:
    for item in meeting.agenda:
        for bilag in item.bilag:
            path = project.path_of(bilag.document, bilag.span_of("document"))
            if isinstance(path, Refused):
                yield from path.diagnostics
