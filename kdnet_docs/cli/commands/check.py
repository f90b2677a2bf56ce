"""`kdnet check`: what is wrong with the sources."""

import sys

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.options import Choice, project, project_option
from kdnet_docs.cli.screen import say, text

FACES = ("full", "concise", "json", "github", "sarif")


@click.command(
    "check",
    cls=Command,
    summary=msg(
        "Looks for mistakes in documents and meetings, in all of them if none is named, and makes nothing."
    ),
    examples=(
        ("kdnet check", msg("everything in the project")),
        ("kdnet check erhvervshus-midtjylland@2022", msg("one document")),
        ("kdnet check --output-format concise", msg("a line for each mistake")),
        ("kdnet check --output-format sarif > fund.sarif", msg("for other programs")),
    ),
)
@click.argument("names", nargs=-1, metavar=text(msg("[DOCUMENT|MEETING...]")))
@click.option(
    "--output-format",
    "face",
    type=Choice(FACES),
    metavar="|".join(FACES),
    default="full",
    help=text(msg("how the mistakes are shown (otherwise full)")),
)
@project_option()
def command(names: tuple[str, ...], face: str) -> int:
    """Shows every finding; errors among them are the exit code's matter, warnings are not."""
    from kdnet_docs.base.diagnostics import Refused, is_error
    from kdnet_docs.cli.progress import shown_progress
    from kdnet_docs.cli.show import show
    from kdnet_docs.meeting.check import check

    found = project()
    if isinstance(found, Refused):
        findings = found.diagnostics
    else:
        with shown_progress(sys.stderr) as progress:
            findings = check(found, names, progress)
    if findings or face in ("json", "sarif"):
        root = None if isinstance(found, Refused) else found.root
        show(findings, root=root, face=face, stream=sys.stdout)
    elif face == "full":
        say(msg("No mistakes found."))
    return exits.FINDINGS if any(map(is_error, findings)) else exits.OK
