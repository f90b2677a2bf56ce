"""The documents that are shown, each as the HTML file that a build would write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.watch.changes import State, state_of

if TYPE_CHECKING:
    from kdnet_docs.document.tree import Document
    from kdnet_docs.sources.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document of a preview, and its HTML file."""

    document: Document
    html: bytes

    @property
    def key(self) -> str:
        """What it is called in an address: "erhvervshus@2022"."""
        return key_of(self.document)


class Sheets:
    """Writes each document once for all that show it, until it or the templates change."""

    def __init__(self) -> None:
        self._templates: State = {}
        self._written: dict[str, Sheet] = {}

    def of(self, document: Document, project: Project) -> Sheet | Refused:
        """The sheet of a document, or what is wrong with the templates."""
        written = self._written.get(key_of(document))
        if written is not None and written.document == document:
            return written
        html = WRITERS["html"](document, project.templates)
        if isinstance(html, Refused):
            return html
        sheet = self._written[key_of(document)] = Sheet(document=document, html=html)
        return sheet

    def follow(self, project: Project) -> None:
        """Forgets everything if the templates are others than they were."""
        templates = state_of([project.templates])
        if templates != self._templates:
            self._templates = templates
            self._written.clear()


def key_of(document: Document) -> str:
    """What a document is called among others: "erhvervshus@2022"; a meeting's have no version."""
    return "@".join(filter(None, (document.id, document.version)))
