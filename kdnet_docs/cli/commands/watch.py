"""`kdnet watch`: a document or a meeting in the browser, shown again on each save."""

from __future__ import annotations

import errno
import os
import re
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from kdnet_docs.base.messages import msg, reader_language
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import Choice, project, project_option
from kdnet_docs.cli.screen import say, text, width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markupsafe import Markup

    from kdnet_docs.base.diagnostics import Diagnostic, Refused
    from kdnet_docs.sources.project import Project
    from kdnet_docs.watch.board import Board, Files
    from kdnet_docs.watch.builds import Builds
    from kdnet_docs.watch.server import Server

_FIRST, _LAST = 1024, 65535
FACES = ("concise", "editor")


class Port(click.ParamType[int]):
    """The number of a port that one may listen on without being an administrator; 0 is any that is free."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        del param
        if re.fullmatch("[0-9]{1,5}", value) and (int(value) == 0 or _FIRST <= int(value) <= _LAST):
            return int(value)
        wrong = msg('"{text}" is no port', text=value)
        raise Misuse(wrong, msg("a port is a number from {first} to {last}", first=_FIRST, last=_LAST), ctx)


@click.command(
    "watch",
    cls=Command,
    summary=msg(
        "Shows a document or a meeting in the browser, and shows it again each time you save, with the "
        "mistakes. Then it makes the Word and PDF files. Without a name it shows everything, and makes "
        "nothing."
    ),
    examples=(
        ("kdnet watch erhvervshus-midtjylland@2022", msg("one document")),
        ("kdnet watch 2021-09", msg("a meeting and its bilag")),
        ("kdnet watch", msg("everything in the project")),
    ),
)
@click.argument("name", required=False, metavar=text(msg("[DOCUMENT|MEETING]")))
@click.option(
    "--port",
    type=Port(),
    default="0",
    metavar=text(msg("NUMBER")),
    help=text(msg("the port on this machine (otherwise any that is free)")),
)
@click.option("--no-browser", is_flag=True, help=text(msg("say the address, and open no browser")))
@click.option(
    "--output-format",
    "face",
    type=Choice(FACES),
    metavar="|".join(FACES),
    default="concise",
    help=text(msg("for whom the terminal says what is found: people (concise), or an editor")),
)
@project_option()
def command(name: str | None, port: int, *, no_browser: bool, face: str) -> int:
    """Watches until Ctrl-C, which is how it ends when all is well."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import show_errors
    from kdnet_docs.watch.board import Board

    found = project()
    there = found if isinstance(found, Refused) else _there(found, name)
    if isinstance(found, Refused) or isinstance(there, Refused):
        refused = next(item for item in (found, there) if isinstance(item, Refused))
        show_errors(refused.diagnostics, root=None)
        return exits.FINDINGS
    board = Board()
    server = _server(found, board, port)
    if isinstance(server, Refused):
        show_errors(server.diagnostics, root=None)
        return exits.FINDINGS
    _open(server, there or None, browser=not no_browser)
    return _watch(found, there or None, board, editor=face == "editor")


def _there(project: Project, name: str | None) -> str | Refused:
    """What is to be watched by its own name, if it is there; the only one if none is named, "" for all."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.watch.loop import names_in

    if name is None:
        only = names_in(project)
        return only[0] if len(only) == 1 else ""
    called = project.called(name)
    path = project.path_of(called)
    return path if isinstance(path, Refused) else called


def _server(project: Project, board: Board, port: int) -> Server | Refused:
    from kdnet_docs.base.codes import Code
    from kdnet_docs.base.diagnostics import Diagnostic, Refused
    from kdnet_docs.watch.server import Server
    from kdnet_docs.watch.site import Site

    try:
        return Server(Site(board, _findings_as_html(project)), port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
    return Refused(
        (
            Diagnostic(
                code=Code.PORT_TAKEN,
                message=msg("port {port} is taken by another program", port=port),
                hint=msg("name another one with --port, or leave it out"),
            ),
        )
    )


def _open(server: Server, name: str | None, *, browser: bool) -> None:
    address = server.address("show", name) if name else server.address()
    server.start()
    say(msg("shown at {address} (Ctrl-C stops)", address=address))
    if browser and _has_screen():
        webbrowser.open(address)


def _watch(project: Project, name: str | None, board: Board, *, editor: bool) -> NoReturn:
    from kdnet_docs.cli.watched import ToEditor, ToPeople
    from kdnet_docs.watch.loop import watch

    builds = _builds(project, name, board, quiet=editor) if name else None
    watch(project, name, board, ToEditor(project, builds) if editor else ToPeople(project, builds))


def _builds(project: Project, name: str, board: Board, *, quiet: bool) -> Builds:
    """What makes the files of a name, and tells the page of it, and the terminal."""
    from kdnet_docs.cli.watched import say_of_files
    from kdnet_docs.watch.builds import Builds
    from kdnet_docs.watch.loop import sources_of

    def tell(files: Files) -> None:
        board.post_files(name, files)
        posted = board.of(name)
        # What stands in the way of what cannot be shown has been told of already.
        if not quiet and posted and posted.preview.current:
            say_of_files(name, files)

    builds = Builds(_build_command(project, name), sources_of(project, name), tell)
    builds.start()
    return builds


def _build_command(project: Project, name: str) -> tuple[str, ...]:
    """The same as `kdnet build NAME`, whichever way we were started ourselves."""
    return (sys.executable, "-m", "kdnet_docs", "--project", str(project.root), "build", name)


def _has_screen() -> bool:
    """Whether a browser would open in a window of its own, and not in this terminal."""
    windows_or_mac = sys.platform in ("win32", "darwin")
    return windows_or_mac or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _findings_as_html(project: Project) -> Callable[[Sequence[Diagnostic]], Markup]:
    from kdnet_docs.cli.findings import html
    from kdnet_docs.cli.findings.page import Page

    page = Page(language=reader_language(), root=project.root, here=Path.cwd(), width=width(), colour=False)
    return lambda findings: html.render(findings, page)
