"""`kdnet format`: one layout for all sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.screen import say, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.base.spans import Source
    from kdnet_docs.sources.format import NewId
    from kdnet_docs.sources.project import Project


@click.command(
    "format",
    cls=Command,
    summary=msg(
        "Sets sources up neatly: one layout, and an id for every section, clause and goal that has none. "
        "Not a word changes. Without a file, all sources of the project."
    ),
    examples=(
        ("kdnet format", msg("everything in the project")),
        ("kdnet format contract_sources/meetings/2021-09.yaml", msg("one file")),
    ),
)
@click.argument("files", nargs=-1, metavar=text(msg("[FILE...]")))
@project_option()
def command(files: tuple[str, ...]) -> int:
    """Rewrites the files that are not in the layout yet."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import show_errors

    found = project()
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    names = files or (*found.references(), *found.meetings())
    outcomes = [_format(found, name) for name in dict.fromkeys(names)]
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    show_errors([finding for outcome in refused for finding in outcome.diagnostics], root=found.root)
    if not refused and not any(outcomes):
        say(msg("Nothing to change."))
    return exits.FINDINGS if refused else exits.OK


def _format(project: Project, name: str) -> bool | Refused:
    """Whether the file was changed, or why it cannot be set up."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.base.files import write_all
    from kdnet_docs.cli.findings.page import called_from
    from kdnet_docs.sources.format import format_source

    path = project.path_of(name)
    source = path if isinstance(path, Refused) else project.load(path)
    formatted = source if isinstance(source, Refused) else format_source(source, _new_ids(source))
    if isinstance(path, Refused) or isinstance(source, Refused) or isinstance(formatted, Refused):
        return next(item for item in (path, source, formatted) if isinstance(item, Refused))
    if formatted == source.text:
        return False
    write_all({path: formatted.encode()})
    say(msg("set up: {name}", name=called_from(Path.cwd(), path)))
    return True


def _new_ids(source: Source) -> Iterator[NewId]:
    """The ids that the engine derives for parts without one, so that they stay when a heading is reworded."""
    from kdnet_docs.assembly.plan import Plan
    from kdnet_docs.model.contract import Contract
    from kdnet_docs.sources.format import NewId
    from kdnet_docs.sources.read import read

    contract = read(source)
    if isinstance(contract, Contract):
        for part, after, identity in Plan(contract, []).derived():
            yield NewId(part=part.span.start, after=after, id=identity)
