"""Runs every check on sources."""

from collections.abc import Sequence

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
from kdnet_docs.sources.bilag import with_bilag
from kdnet_docs.sources.project import Project

CHECKS: tuple[Check, ...] = (totals, links, empty_goals)
"""Every check, in the order in which they run."""


def check(project: Project, names: Sequence[str]) -> tuple[Diagnostic, ...]:
    """What is found in the named sources and the bilag of meetings, or in every source of the project."""
    findings: list[Diagnostic] = []
    for model in with_bilag(project, names or (*project.references(), *project.meetings())):
        findings.extend(model.diagnostics if isinstance(model, Refused) else examine(model)[1])
    return in_reading_order(findings)


def examine(model: Contract | StatusTable | Meeting) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of a source, with the findings of assembly and of every check."""
    assembled = assemble(model)
    subject = Subject(model, assembled.document)
    checked = (finding for run in CHECKS for finding in run(subject))
    return assembled.document, in_reading_order((*assembled.findings, *checked))
