"""A document or a meeting as it is to be seen: its documents as HTML, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order
from kdnet_docs.meeting.package import plan
from kdnet_docs.watch.sheets import Sheet

if TYPE_CHECKING:
    from kdnet_docs.document.tree import Document
    from kdnet_docs.meeting.package import Package
    from kdnet_docs.sources.project import Project
    from kdnet_docs.watch.readings import Readings
    from kdnet_docs.watch.sheets import Sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """`sheets` are from before the errors among `findings`, if there are any: then it is not `current`."""

    sheets: tuple[Sheet, ...]
    current: bool
    findings: tuple[Diagnostic, ...]


def preview(
    project: Project, name: str, before: Preview | None, readings: Readings, sheets: Sheets
) -> Preview:
    """The preview of a document or meeting as the sources are now; what has not changed is taken over."""
    sheets.follow(project)
    package = plan(project, name, look=readings.look)
    kept = before.sheets if before else ()
    if isinstance(package, Refused):
        return Preview(sheets=kept, current=False, findings=package.diagnostics)
    made = [sheets.of(document, project) for document in _documents(package)]
    refused = [finding for sheet in made if isinstance(sheet, Refused) for finding in sheet.diagnostics]
    return Preview(
        sheets=kept if refused else tuple(sheet for sheet in made if isinstance(sheet, Sheet)),
        current=not refused,
        findings=in_reading_order((*package.findings, *refused)),
    )


def _documents(package: Package) -> tuple[Document, ...]:
    """All documents in the order of the package: what is decided of a meeting, and then its bilag."""
    return (*filter(None, (package.front, package.referat)), *package.documents)
