"""Shows again what has changed, until somebody stops it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

from kdnet_docs.sources.project import SOURCES
from kdnet_docs.watch.changes import Watched
from kdnet_docs.watch.preview import preview
from kdnet_docs.watch.readings import Readings
from kdnet_docs.watch.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Callable

    from kdnet_docs.sources.project import Project
    from kdnet_docs.watch.board import Board
    from kdnet_docs.watch.preview import Preview


class Listener(Protocol):
    """Whoever is told how it goes."""

    def began(self) -> None:
        """Something has changed, and everything is read again."""

    def shown(self, name: str, preview: Preview, before: Preview | None, seconds: float) -> None:
        """A new preview of a document or meeting is up in place of the one before, after so many seconds."""

    def done(self, seconds: float) -> None:
        """Everything is up as it stands on disk."""


def watch(project: Project, name: str | None, board: Board, listener: Listener) -> NoReturn:
    """Posts a preview of a document or meeting, or of all there are, and again after every change on disk.

    Ends with an exception alone.
    """
    watched = Watched(sources_of(project, name))
    readings, sheets = Readings(), Sheets()

    def make(one: str, before: Preview | None) -> Preview:
        return preview(project, one, before, readings, sheets)

    while True:
        began = time.perf_counter()
        listener.began()
        for one in _in_order((name,) if name else names_in(project), board):
            if watched.changed():
                break
            _show(one, board, listener, make)
        else:
            listener.done(time.perf_counter() - began)
        watched.wait()


def sources_of(project: Project, name: str | None) -> list[Path]:
    """Where everything lies that a preview is made from, a source outside the project too."""
    outside = [Path(name)] if name and Path(name).is_file() else []
    return [project.root / SOURCES, project.templates, *outside]


def names_in(project: Project) -> tuple[str, ...]:
    """Everything that can be watched: the meetings, and the documents."""
    return (*project.meetings(), *project.references())


def _in_order(names: tuple[str, ...], board: Board) -> list[str]:
    """The names, first those that somebody looks at; what is called otherwise is taken down."""
    board.keep(names)
    looked_at = board.looked_at()
    return sorted(names, key=lambda name: name not in looked_at)


def _show(
    name: str, board: Board, listener: Listener, make: Callable[[str, Preview | None], Preview]
) -> None:
    """Posts a preview, if it is another one than before."""
    began = time.perf_counter()
    posted = board.of(name)
    before = posted.preview if posted else None
    made = make(name, before)
    if made != before:
        board.post(name, made)
        listener.shown(name, made, before, time.perf_counter() - began)
