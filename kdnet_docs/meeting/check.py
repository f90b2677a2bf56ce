"""Everything that is wrong with sources, found without making anything of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kdnet_docs.assembly.bilag import numbered_bilag
from kdnet_docs.base.diagnostics import Diagnostic, Refused, heard, in_reading_order, is_error
from kdnet_docs.base.progress import Progress, silent
from kdnet_docs.checks.dictionary.speller import find_speller
from kdnet_docs.checks.life import life
from kdnet_docs.checks.proofreading import proofread
from kdnet_docs.checks.run import examine, examine_meeting
from kdnet_docs.checks.signed_file import signed_file
from kdnet_docs.checks.silence import silenced
from kdnet_docs.compare.documents import other_document
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.leaks.proof import undecided
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.render.pdf.glyphs import missing_in_house, missing_in_words
from kdnet_docs.sources.adoption import past
from kdnet_docs.sources.bilag import MeetingSources, Written, with_bilag
from kdnet_docs.sources.earlier import earlier_version
from kdnet_docs.sources.project import Project


def check(project: Project, names: Sequence[str], progress: Progress = silent) -> tuple[Diagnostic, ...]:
    """What is found in the named sources and the bilag of meetings, or in every source of the project."""
    return heard(check_all(project, names, progress))


def check_all(project: Project, names: Sequence[str], progress: Progress = silent) -> tuple[Diagnostic, ...]:
    """The same, with what the authors of the sources have silenced."""
    findings: list[Diagnostic] = [] if names else [*project.misnamed()]
    names = names or (*project.references(), *project.meetings())
    for source in with_bilag(project, names):
        findings.extend(
            source.diagnostics if isinstance(source, Refused) else look_through(source, project, progress)[1]
        )
        if isinstance(source, MeetingSources):
            findings.extend(found for one in source.compared.values() for found in inspect(one, project)[1])
        elif not isinstance(source, Refused):
            findings.extend(signed_file(source, project.root))
    findings.extend(found for name in names for found in undecided(project, name))
    return in_reading_order(findings)


def look_through(
    source: Written | MeetingSources, project: Project, progress: Progress = silent
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The documents of a source with what every check finds, and whoever reads the words, silenced or not."""
    documents, findings = _inspected(source, project)
    meeting = source.meeting if isinstance(source, MeetingSources) else None
    files = _of_attachments(project, meeting, progress) if meeting else ()
    covered, idle = silenced(source, (*findings, *_read(source, documents, findings, project), *files))
    # Beside an error not everything is read, and what seems to silence nothing may do so again.
    return documents, covered if any(map(is_error, findings)) else (*covered, *idle)


def _read(
    source: Written | MeetingSources,
    documents: Sequence[Document],
    found: Sequence[Diagnostic],
    project: Project,
) -> tuple[Diagnostic, ...]:
    """What proofreading finds in the documents of a source, beside what was `found` already."""
    return proofread(
        source,
        documents,
        lambda: None if isinstance(source, MeetingSources) else earlier_version(project, source),
        lambda: find_speller(project),
        tuple(filter(is_error, found)),
    )


def inspect(
    source: Written | MeetingSources, project: Project
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The documents of a source with what the checks before a build find, and what the fonts cannot show.

    Of a meeting they are the dagsorden and, once something is decided, the referat. What git has of a
    document is looked at too: an adopted text stays as it was.
    """
    documents, findings = _inspected(source, project)
    return documents, heard(silenced(source, findings)[0])


def _inspected(
    source: Written | MeetingSources, project: Project
) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    if isinstance(source, MeetingSources):
        documents, findings = examine_meeting(source)
    else:
        document, found = examine(source)
        documents, findings = (document,), (*found, *_of_its_life(source, project))
    unshown = (finding for document in documents for finding in missing_in_house(document, project.templates))
    own = _of_bilag(source, project) if isinstance(source, MeetingSources) else ()
    return documents, in_reading_order((*findings, *unshown, *own))


def _of_its_life(source: Written, project: Project) -> Iterator[Diagnostic]:
    """What was adopted is the whole text, whatever part of it the readers may see."""
    unseen = replace(project, view=None)
    whole = unseen.read(f"{source.id}@{source.version}") if project.view else source
    if isinstance(whole, Written):
        yield from life(whole, past(unseen, whole.span.source))


def _of_bilag(sources: MeetingSources, project: Project) -> Iterator[Diagnostic]:
    for bilag in (bilag for item in sources.meeting.agenda for bilag in item.bilag):
        old, new = bilag.compare_with, bilag.document
        if old and new and old in sources.compared and old.partition("@")[0] != new.partition("@")[0]:
            yield other_document(old, new, bilag.span_of("compare-with"))
        if bilag.watermark:
            yield from missing_in_words(bilag.watermark, bilag.span_of("watermark"), project.templates)


def _of_attachments(project: Project, meeting: Meeting, progress: Progress) -> Iterator[Diagnostic]:
    if not any(bilag.file for item in meeting.agenda for bilag in item.bilag):
        return
    # Reading PDFs loads a heavy library.
    from kdnet_docs.checks.attachments import attachments
    from kdnet_docs.meeting.read_attachments import proofread_attachment

    closed = {one.bilag.span for one in numbered_bilag(meeting) if one.is_closed}
    for bilag, examined in attachments(project, meeting, progress):
        if isinstance(examined, Refused):
            yield from examined.diagnostics
        else:
            yield from examined.findings
            is_closed = bilag.span in closed
            yield from proofread_attachment(bilag, examined, meeting.date, is_closed=is_closed)
