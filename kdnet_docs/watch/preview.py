"""A document or a meeting as it is to be seen: its documents as HTML, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order
from kdnet_docs.meeting.package import plan
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.watch.changes import State, state_of

if TYPE_CHECKING:
    from kdnet_docs.document.tree import Document
    from kdnet_docs.meeting.package import Package
    from kdnet_docs.sources.project import Project
    from kdnet_docs.watch.readings import Readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document of a preview, and its HTML file."""

    document: Document
    html: bytes

    @property
    def key(self) -> str:
        """What it is called in an address: "erhvervshus@2022"."""
        return "@".join(filter(None, (self.document.id, self.document.version)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """`sheets` are from before the errors among `findings`, if there are any: then it is not `current`.

    `templates` is how the templates were.
    """

    sheets: tuple[Sheet, ...]
    current: bool
    findings: tuple[Diagnostic, ...]
    templates: State = field(compare=False)


def preview(project: Project, name: str, before: Preview | None, readings: Readings) -> Preview:
    """The preview of a document or meeting as the sources are now; what has not changed is taken over."""
    templates = state_of([project.templates])
    package = plan(project, name, look=readings.look)
    kept = before.sheets if before else ()
    if isinstance(package, Refused):
        return Preview(sheets=kept, current=False, findings=package.diagnostics, templates=templates)
    reusable = kept if before and before.templates == templates else ()
    made = [_sheet(document, project, reusable) for document in _documents(package)]
    sheets = tuple(sheet for sheet in made if isinstance(sheet, Sheet))
    refused = [finding for sheet in made if isinstance(sheet, Refused) for finding in sheet.diagnostics]
    return Preview(
        sheets=kept if refused else sheets,
        current=not refused,
        findings=in_reading_order((*package.findings, *refused)),
        templates=templates,
    )


def _documents(package: Package) -> tuple[Document, ...]:
    """All documents in the order of the package: what is decided of a meeting, and then its bilag."""
    return (*filter(None, (package.front, package.referat)), *package.documents)


def _sheet(document: Document, project: Project, reusable: tuple[Sheet, ...]) -> Sheet | Refused:
    for sheet in reusable:
        if sheet.document == document:
            return sheet
    html = WRITERS["html"](document, project.templates)
    return html if isinstance(html, Refused) else Sheet(document=document, html=html)
