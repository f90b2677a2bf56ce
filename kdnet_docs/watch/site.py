"""What stands at each address of the watch page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kdnet_docs.watch.page import Findings, asset, overview_page, show_page
from kdnet_docs.watch.server import Answer, Events, Resource, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kdnet_docs.watch.board import Board, Posted

_STILL_HERE = 10.0
"""Seconds after which a page hears from us though nothing has changed."""

_FIRST_PREVIEW = 10.0
"""Seconds that the first preview of a large package may take."""

_NOTHING = "default-src 'none'"
_PAGE_POLICY = (
    f"{_NOTHING}; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Our page runs and asks for what this server sends as such, and nothing that stands in a page itself."""

_SHEET_POLICY = f"{_NOTHING}; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
"""A sheet is the file that `kdnet build` writes: it styles itself, and can do nothing else."""


@dataclass(frozen=True, slots=True)
class Site:
    """The pages over a board; `findings` shows findings as HTML."""

    board: Board
    findings: Findings

    def __call__(self, visit: Visit) -> Answer | None:
        """The answer to a visit, or None where nothing stands."""
        match visit.parts:
            case ():
                return _page(overview_page(*self.board.all(), visit))
            case ("frame.css",):
                return Resource(content=asset("frame.css"), kind="text/css", policy=_NOTHING)
            case ("frame.js",):
                return Resource(content=asset("frame.js"), kind="text/javascript", policy=_NOTHING)
            case ("events",):
                return Events(self._numbers(None))
            # A browser may come before the first preview is made.
            case (where, name, *key) if posted := self.board.of(name, _FIRST_PREVIEW):
                return self._of(posted, where, "".join(key), visit)
            case _:
                return None

    def _of(self, posted: Posted, where: str, key: str, visit: Visit) -> Answer | None:
        if where == "show":
            alone = len(self.board.all()[1]) == 1
            return _page(show_page(posted, key, self.findings, visit, alone=alone))
        if where == "events":
            return Events(self._numbers_for_reader(posted.name))
        if where == "sheet":
            found = (sheet for sheet in posted.preview.sheets if sheet.key == key)
            return next((_html(sheet.html, _SHEET_POLICY) for sheet in found), None)
        return None

    def _numbers_for_reader(self, name: str) -> Iterator[int | None]:
        with self.board.reader(name):
            yield from self._numbers(name)

    def _numbers(self, name: str | None) -> Iterator[int | None]:
        """The number of a name, or of everything, each time it is another."""
        number = -1
        while True:
            newest = self.board.newer(name, number, _STILL_HERE)
            yield newest if newest != number else None
            number = newest


def _page(content: bytes) -> Resource:
    return _html(content, _PAGE_POLICY)


def _html(content: bytes, policy: str) -> Resource:
    return Resource(content=content, kind="text/html; charset=utf-8", policy=policy)
