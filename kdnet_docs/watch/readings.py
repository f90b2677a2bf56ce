"""What was found in documents, kept for as long as nothing changes that it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic, heard
from kdnet_docs.meeting.check import look_through
from kdnet_docs.sources.bilag import MeetingSources
from kdnet_docs.sources.project import SOURCES, version_order
from kdnet_docs.watch.changes import State, state_of

if TYPE_CHECKING:
    from pathlib import Path

    from kdnet_docs.document.tree import Document
    from kdnet_docs.sources.bilag import Written
    from kdnet_docs.sources.project import Project

Looked: TypeAlias = "tuple[tuple[Document, ...], tuple[Diagnostic, ...]]"


@dataclass(frozen=True, slots=True)
class _Kept:
    text: str
    beside: State
    looked: Looked


class Readings:
    """Reads each document through, proofreading too, once for all who show it and until it changes."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def look(self, source: Written | MeetingSources, project: Project) -> Looked:
        """The documents of a source, and what is found in them; a meeting is read again each time."""
        if isinstance(source, MeetingSources):
            return _looked(source, project)
        name, text = source.span.source.name, source.span.source.text
        beside = state_of(_beside(name, project))
        kept = self._kept.get(name)
        if kept is None or (kept.text, kept.beside) != (text, beside):
            kept = self._kept[name] = _Kept(text, beside, _looked(source, project))
        return kept.looked


def _looked(source: Written | MeetingSources, project: Project) -> Looked:
    documents, findings = look_through(source, project)
    return documents, heard(findings)


def _beside(name: str, project: Project) -> list[Path]:
    """What else decides on what is found: earlier versions, the fonts, the project's words, what git has."""
    path, sources = project.root / name, project.root / SOURCES
    own = version_order(path.stem)
    earlier = [one for one in sorted(path.parent.glob("*.yaml")) if version_order(one.stem) < own]
    words = [one for one in sorted(sources.glob("*")) if one.is_file()]
    return [*earlier, project.templates, project.root / ".git/logs/HEAD", *words]
