"""Runs every check on a source."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.assembly.referat import assemble_referat
from kdnet_docs.base.diagnostics import Diagnostic, in_reading_order
from kdnet_docs.checks.figures.totals import totals
from kdnet_docs.checks.packages.bilag_twice import bilag_twice
from kdnet_docs.checks.packages.draft_titles import draft_titles
from kdnet_docs.checks.packages.one_referat import one_referat
from kdnet_docs.checks.packages.points import points
from kdnet_docs.checks.packages.states import states
from kdnet_docs.checks.packages.supplement import supplement
from kdnet_docs.checks.references.empty_goals import empty_goals
from kdnet_docs.checks.references.links import links
from kdnet_docs.checks.subject import Check, Subject
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources, Written

CHECKS: tuple[Check, ...] = (totals, links, empty_goals)
"""Every check of a document, in the order in which they run."""

MeetingCheck: TypeAlias = Callable[[MeetingSources], Iterable[Diagnostic]]

MEETING_CHECKS: tuple[MeetingCheck, ...] = (
    points,
    supplement,
    bilag_twice,
    states,
    draft_titles,
    one_referat,
)
"""Every check of a meeting and what it is made from, in the order in which they run."""


def examine(source: Written | Meeting | MeetingSources) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of a source, with the findings of assembly and of every check.

    Of a meeting it is the dagsorden; one by itself is taken to go on from nothing that was sent.
    """
    if isinstance(source, Meeting):
        source = MeetingSources(meeting=source)
    if isinstance(source, MeetingSources):
        (dagsorden, *_), findings = examine_meeting(source)
        return dagsorden, findings
    assembled = assemble(source)
    subject = Subject(source, assembled.document)
    checked = (finding for run in CHECKS for finding in run(subject))
    return assembled.document, in_reading_order((*assembled.findings, *checked))


def examine_meeting(sources: MeetingSources) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The dagsorden and, once something is decided, the referat, with what assembly and checks find.

    There is one referat of a meeting, and it is made with the newest tillæg.
    """
    findings: list[Diagnostic] = []
    dagsorden = assemble_dagsorden(sources.meeting, sources.sent, findings)
    referat = None if sources.newest else assemble_referat(sources.meeting, sources.sent, findings)
    documents = (dagsorden, referat) if referat else (dagsorden,)
    for document in documents:
        findings.extend(links(Subject(sources.meeting, document)))
    for run in MEETING_CHECKS:
        findings.extend(run(sources))
    return documents, in_reading_order(findings)
