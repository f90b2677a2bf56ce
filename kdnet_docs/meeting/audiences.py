"""For whom a meeting or a document is made: where something is closed there are two packages of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.sources.project import SOURCES, Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kdnet_docs.meeting.engines import Audience
    from kdnet_docs.sources.read import Authored

_MARK = re.compile(rb"\bclosed\b|\\[xuU]")
"""The key, or an escape by which YAML could spell it otherwise."""


def for_audience(project: Project, audience: Audience | None) -> Project:
    """The project as its readers may see it."""
    if audience != "open":
        return project
    from kdnet_docs.assembly.closing.open_version import open_version

    return replace(project, view=open_version)


def audiences(project: Project, name: str, wished: Audience | None) -> tuple[Audience | None, ...]:
    """For whom it is to be built: the one that is wished for, or both where anything is closed.

    Nothing is called open or closed where nothing is closed.
    """
    if not is_closed(project, name):
        return (None,)
    return (wished,) if wished else ("closed", "open")


def is_closed(project: Project, name: str) -> bool:
    """Whether anything is closed in a meeting or a document, or in what the meeting is made of."""
    # Most projects close nothing, and need not be read to see that.
    files = sorted((project.root / SOURCES).rglob("*.yaml"))
    outside = project.called(name)
    places = [*files, *([project.root / outside] if outside.endswith((".yaml", ".yml")) else [])]
    if not any(_MARK.search(file.read_bytes()) for file in places if file.is_file()):
        return False
    from kdnet_docs.assembly.closing.closed_parts import has_closed_parts

    return any(map(has_closed_parts, sources_of(project, name)))


def sources_of(project: Project, name: str) -> Iterator[Authored]:
    """All that a meeting or a document is made of, as far as it can be read."""
    from kdnet_docs.sources.bilag import MeetingSources, with_bilag

    for source in with_bilag(project, (name,)):
        match source:
            case Refused():
                pass
            case MeetingSources():
                yield source.meeting
                yield from source.sent
                yield from source.compared.values()
            case _:
                yield source
