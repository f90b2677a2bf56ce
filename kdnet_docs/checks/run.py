"""Runs every check on sources."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.assembly.referat import assemble_referat
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order
from kdnet_docs.base.progress import Progress, silent
from kdnet_docs.checks.bilag_twice import bilag_twice
from kdnet_docs.checks.empty_goals import empty_goals
from kdnet_docs.checks.links import links
from kdnet_docs.checks.points import points
from kdnet_docs.checks.states import states
from kdnet_docs.checks.subject import Check, Subject
from kdnet_docs.checks.supplement import supplement
from kdnet_docs.checks.totals import totals
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources, Written, with_bilag
from kdnet_docs.sources.project import Project

CHECKS: tuple[Check, ...] = (totals, links, empty_goals)
"""Every check of a document, in the order in which they run."""

MeetingCheck: TypeAlias = Callable[[MeetingSources], Iterable[Diagnostic]]

MEETING_CHECKS: tuple[MeetingCheck, ...] = (points, supplement, bilag_twice, states)
"""Every check of a meeting and what it is made from, in the order in which they run."""


def check(project: Project, names: Sequence[str], progress: Progress = silent) -> tuple[Diagnostic, ...]:
    """What is found in the named sources and the bilag of meetings, or in every source of the project."""
    findings: list[Diagnostic] = []
    for source in with_bilag(project, names or (*project.references(), *project.meetings())):
        findings.extend(source.diagnostics if isinstance(source, Refused) else examine(source)[1])
        if isinstance(source, MeetingSources):
            findings.extend(_of_attachments(project, source.meeting, progress))
    return in_reading_order(findings)


def _of_attachments(project: Project, meeting: Meeting, progress: Progress) -> Iterator[Diagnostic]:
    if not any(bilag.file for item in meeting.agenda for bilag in item.bilag):
        return
    # Reading PDFs loads a heavy library.
    from kdnet_docs.checks.attachments import attachments

    for _, examined in attachments(project, meeting, progress):
        yield from examined.diagnostics if isinstance(examined, Refused) else examined.findings


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
    """The dagsorden and, once something is decided, the referat, with what assembly and checks find."""
    findings: list[Diagnostic] = []
    dagsorden = assemble_dagsorden(sources.meeting, sources.sent, findings)
    referat = assemble_referat(sources.meeting, sources.sent, findings)
    documents = (dagsorden, referat) if referat else (dagsorden,)
    for document in documents:
        findings.extend(links(Subject(sources.meeting, document)))
    for run in MEETING_CHECKS:
        findings.extend(run(sources))
    return documents, in_reading_order(findings)
