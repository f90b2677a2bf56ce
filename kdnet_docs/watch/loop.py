"""Shows again what has changed, until somebody stops it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from kdnet_docs.sources.project import SOURCES
from kdnet_docs.watch.changes import Watched
from kdnet_docs.watch.preview import preview

if TYPE_CHECKING:
    from collections.abc import Callable

    from kdnet_docs.sources.project import Project
    from kdnet_docs.watch.board import Board
    from kdnet_docs.watch.preview import Preview

Tell: TypeAlias = "Callable[[str, Preview, float], None]"


def watch(project: Project, name: str | None, board: Board, tell: Tell) -> NoReturn:
    """Posts a preview of a document or meeting, or of all there are, and again after every change on disk.

    `tell` hears of each new preview, and of the seconds it took. Ends with an exception alone.
    """
    outside = [Path(name)] if name and Path(name).is_file() else []
    watched = Watched([project.root / SOURCES, project.templates, *outside])
    while True:
        _show(project, (name,) if name else names_in(project), board, tell, watched)
        watched.wait()


def names_in(project: Project) -> tuple[str, ...]:
    """Everything that can be watched: the meetings, and the documents."""
    return (*project.meetings(), *project.references())


def _show(project: Project, names: tuple[str, ...], board: Board, tell: Tell, watched: Watched) -> None:
    """Posts a preview of each name, first of those that somebody looks at; gives way to a newer change."""
    board.keep(names)
    looked_at = board.looked_at()
    for name in sorted(names, key=lambda name: name not in looked_at):
        if watched.changed():
            return
        began = time.perf_counter()
        before = board.of(name)
        made = preview(project, name, before.preview if before else None)
        if before is None or made != before.preview:
            board.post(name, made)
            tell(name, made, time.perf_counter() - began)
