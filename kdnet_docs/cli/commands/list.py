"""`kdnet list`: the documents and meetings of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.screen import say, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kdnet_docs.sources.project import Project

_Entry = tuple[str, str, str]
"""Name, state and title."""


@click.command(
    "list",
    cls=Command,
    summary=msg("Shows the documents and meetings of the project, with their state and title."),
    examples=(
        ("kdnet list", msg("the names that `kdnet build` takes")),
        ("kdnet --project ../andet list", msg("those of another project")),
    ),
)
@project_option()
def command() -> int:
    """A line for each source; one that cannot be read is shown as such."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import show_errors

    found = project()
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    documents = [_entry(found, name) for name in found.references()]
    meetings = [_entry(found, name) for name in found.meetings()]
    _show(msg("Documents"), documents, widths := _widths([*documents, *meetings]))
    _show(msg("Meetings"), meetings, widths)
    if not documents and not meetings:
        say(msg("There are no documents and no meetings in the project yet."))
    show_errors(found.misnamed(), root=found.root)
    return exits.OK


def _entry(project: Project, name: str) -> _Entry:
    from kdnet_docs.base.diagnostics import Refused, is_error
    from kdnet_docs.meeting.check import inspect
    from kdnet_docs.sources.bilag import with_bilag

    source = next(with_bilag(project, (name,)))
    if isinstance(source, Refused):
        return name, "-", _mistakes(len(source.diagnostics))
    (document, *_), findings = inspect(source, project)
    errors = sum(map(is_error, findings))
    title = f"{document.title} ({_mistakes(errors)})" if errors else document.title
    return name, getattr(source, "status", ""), title


def _mistakes(count: int) -> str:
    counted = msg("{count} errors", count=count) if count != 1 else msg("1 error")
    return text(msg("{found}: see `kdnet check`", found=counted))


def _widths(entries: Sequence[_Entry]) -> tuple[int, int]:
    names, states, _ = zip(("", "", ""), *entries, strict=True)
    return max(map(len, names)), max(map(len, states))


def _show(heading: Message, entries: Sequence[_Entry], widths: tuple[int, int]) -> None:
    from kdnet_docs.cli.findings.printable import printable, safe

    if not entries:
        return
    say(heading)
    for name, state, title in entries:
        click.echo(f"  {safe(name):<{widths[0]}}  {state:<{widths[1]}}  {printable(title)}".rstrip())
