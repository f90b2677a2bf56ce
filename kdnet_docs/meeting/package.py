"""What a build consists of: a document alone, or a meeting with all that belongs to it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from kdnet_docs.assembly.bilag import numbered_bilag
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.base.progress import Progress, silent
from kdnet_docs.checks.attachments import Examined, attachments
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.check import inspect
from kdnet_docs.sources.bilag import MeetingSources, Written, with_bilag
from kdnet_docs.sources.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The documents of a build; `findings` are warnings.

    A meeting has its `front`, which is the dagsorden, and its `referat` once something is decided.
    `compared` are the versions that bilag are compared with, `attachments` the files of others by the key of
    their bilag.
    """

    meeting: MeetingSources | None = None
    front: Document | None = None
    referat: Document | None = None
    documents: tuple[Document, ...] = ()
    compared: tuple[Document, ...] = ()
    attachments: Mapping[str, Examined] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()

    def document(self, reference: str) -> Document:
        """The document with this ID@VERSION."""
        every = (*self.documents, *self.compared)
        return next(one for one in every if f"{one.id}@{one.version}" == reference)


Look: TypeAlias = Callable[
    [Written | MeetingSources, Project], tuple[tuple[Document, ...], tuple[Diagnostic, ...]]
]


def plan(project: Project, name: str, progress: Progress = silent, look: Look = inspect) -> Package | Refused:
    """The package of a meeting or a single document, or everything that stands in its way.

    `look` makes the documents of a source, and says what is to be told of them.
    """
    meeting: MeetingSources | None = None
    fronts: tuple[Document, ...] = ()
    documents: list[Document] = []
    compared: list[Document] = []
    findings: list[Diagnostic] = []
    for source in with_bilag(project, (name,)):
        if isinstance(source, Refused):
            findings.extend(source.diagnostics)
            continue
        made, found = look(source, project)
        findings.extend(found)
        if isinstance(source, MeetingSources):
            meeting, fronts = source, made
            for one in source.compared.values():
                others, found = inspect(one, project)
                findings.extend(found)
                compared.extend(others)
        else:
            documents.extend(made)
    examined = dict(_attachments(project, meeting, progress)) if meeting else {}
    for file in examined.values():
        findings.extend(file.diagnostics if isinstance(file, Refused) else file.findings)
    ordered = in_reading_order(findings)
    if any(map(is_error, ordered)):
        return Refused(ordered)
    return Package(
        meeting=meeting,
        front=fronts[0] if fronts else None,
        referat=fronts[1] if len(fronts) > 1 else None,
        documents=tuple(documents),
        compared=tuple(compared),
        attachments={key: one for key, one in examined.items() if not isinstance(one, Refused)},
        findings=ordered,
    )


def _attachments(
    project: Project, sources: MeetingSources, progress: Progress
) -> Iterator[tuple[str, Examined | Refused]]:
    """What is found in the files of others, by the key of their bilag."""
    keys = {id(one.bilag): one.key for one in numbered_bilag(sources.meeting, sources.sent)}
    for bilag, examined in attachments(project, sources.meeting, progress):
        yield keys[id(bilag)], examined


def file_name(name: str) -> str:
    """The name without what would lead elsewhere: a file outside the project may call itself anything."""
    return re.sub(r"[/\\:]", "_", name)
