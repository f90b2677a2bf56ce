"""`kdnet history`: the life of a document, a clause, a target or a row through git."""

import sys

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.screen import text


@click.command(
    "history",
    cls=Command,
    summary=msg(
        "Tells the life of a document through git, the last change first: when, who, which commit, and what "
        "was changed. With #ID that of one clause, goal, target, table or row (#TABLE/ROW). Earlier versions "
        "of the document belong to it."
    ),
    examples=(
        ("kdnet history erhvervshus-midtjylland@2022", msg("the whole document")),
        ("kdnet history erhvervshus-midtjylland@2022#kendskab", msg("one goal")),
        ("kdnet history erhvervshus-midtjylland@2022#fordeling/aarhus", msg("one row of a table")),
        ("kdnet history 2021-09", msg("a meeting")),
    ),
)
@click.argument("reference", required=False, metavar=text(msg("DOCUMENT|MEETING[#ID]")))
@project_option()
@click.pass_context
def command(ctx: click.Context, reference: str | None) -> int:
    """Tells it, or why it cannot be told."""
    if reference is None:
        hint = msg("`kdnet list` shows the documents and meetings there are")
        raise Misuse(msg("whose history is to be told?"), hint, ctx)

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.lifetimes import render
    from kdnet_docs.cli.progress import shown_progress
    from kdnet_docs.cli.show import page_for, show_errors
    from kdnet_docs.compare.history import life, split_part

    found = project(reference)
    with shown_progress(sys.stderr) as progress:
        told = found if isinstance(found, Refused) else life(found, *split_part(reference), progress)
    if isinstance(found, Refused) or isinstance(told, Refused):
        refused = next(one for one in (found, told) if isinstance(one, Refused))
        show_errors(refused.diagnostics, root=None if isinstance(found, Refused) else found.root)
        return exits.FINDINGS
    page = page_for(sys.stdout, found.root)
    click.echo(render(told, page), color=page.colour)
    return exits.OK
