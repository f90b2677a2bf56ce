"""`kdnet status`: how far each document has come, and what stands between it and the next state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.screen import say, text

if TYPE_CHECKING:
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.final.standing import Standing
    from kdnet_docs.sources.project import Project


@click.command(
    "status",
    cls=Command,
    summary=msg(
        "Shows how far each document has come, from udkast to underskrevet, and what to do next; of one "
        "document more: when it was adopted, what stands in its way, and who has signed."
    ),
    examples=(
        ("kdnet status", msg("every document")),
        ("kdnet status erhvervshus-midtjylland@2022", msg("all there is to know of one")),
        ("kdnet status 2021-09", msg("the documents of a meeting")),
    ),
)
@click.argument("reference", required=False, metavar=text(msg("[DOCUMENT|MEETING]")))
@project_option()
@click.pass_context
def command(ctx: click.Context, reference: str | None) -> int:
    """A line for each document, or a page of one; errors in the sources are the exit code's matter."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import show_errors
    from kdnet_docs.final.standing import names_in
    from kdnet_docs.sources.revisions import split_reference

    if reference and split_reference(reference)[1] is not None:
        name = split_reference(reference)[0]
        raise Misuse(
            msg("how far a document has come is told of now, not of a state in git"),
            msg("`kdnet history {name}` tells what became of it, and when", name=name),
            ctx,
        )
    found = project(*filter(None, (reference,)))
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    names = names_in(found, reference) if reference else found.references()
    return _show_one(found, names[0]) if names == (found.called(reference or ""),) else _show(found, names)


def _show(project: Project, names: tuple[str, ...]) -> int:
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.standings import lines
    from kdnet_docs.final.standing import standing

    if not names:
        say(msg("There are no documents to tell of."))
        return exits.OK
    standings: dict[str, Standing | Refused] = {name: standing(project, name) for name in names}
    for line in lines(standings):
        click.echo(line)
    wrong = (one for one in standings.values() if isinstance(one, Refused) or one.has_errors)
    return exits.FINDINGS if any(True for _ in wrong) else exits.OK


def _show_one(project: Project, name: str) -> int:
    import sys

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import page_for, show, show_errors
    from kdnet_docs.cli.standings import page
    from kdnet_docs.final.standing import standing

    here = standing(project, name)
    if isinstance(here, Refused):
        show_errors(here.diagnostics, root=project.root)
        return exits.FINDINGS
    click.echo("\n".join(page(here, page_for(sys.stdout, project.root))))
    if here.found:
        click.echo()
        show(here.found, root=project.root, face="full", stream=sys.stdout)
    return exits.FINDINGS if here.has_errors else exits.OK
