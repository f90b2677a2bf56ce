"""`kdnet rollforward`: next year's draft from this year's version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.outputs import OutputFile, not_below
from kdnet_docs.cli.screen import text

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "rollforward",
    cls=Command,
    summary=msg(
        "Writes the draft of the next version: finds every year, date, period and target, and moves it, "
        "keeps it or asks about it, each with the reason. At a keyboard it asks; else, and for what is left "
        "open, the answers are written in a file of decisions, and the same command takes them from there."
    ),
    examples=(
        ("kdnet rollforward erhvervshus-midtjylland@2022 --to 2023", msg("next year's contract")),
        (
            "kdnet rollforward erhvervshus-midtjylland@2022 --to 2023 --decisions svar.yaml",
            msg("with the decisions in a file of your own"),
        ),
        ("kdnet rollforward erhvervshus-midtjylland@2022:v1 --to 2023", msg("from a tag or commit in git")),
        (
            "kdnet rollforward naere-psykiatri@2021-09 --to 2021-12",
            msg("a status table for the next meeting"),
        ),
    ),
)
@click.argument("names", nargs=-1, metavar=text(msg("DOCUMENT")))
@click.option("--to", metavar=text(msg("VERSION")), help=text(msg("the version to write, such as 2023")))
@click.option(
    "--decisions",
    type=OutputFile(".yaml", ".yml"),
    metavar=text(msg("FILE")),
    help=text(msg("where the decisions are (otherwise in contract_sources/rollforward/)")),
)
@project_option()
@click.pass_context
def command(ctx: click.Context, *, names: tuple[str, ...], to: str | None, decisions: Path | None) -> int:
    """Reads, asks, writes and tells; or says why nothing can be written."""
    name = _one(names, ctx)
    if not (to or "").strip():
        hint = msg("add --to and the version, such as: kdnet rollforward {name} --to 2023", name=name)
        raise Misuse(msg("which version is to be written?"), hint, ctx)

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.rolling import run
    from kdnet_docs.cli.show import show_errors
    from kdnet_docs.rollforward.rollforward import prepare
    from kdnet_docs.sources.project import SOURCES

    found = project(name)
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    sources = found.root / SOURCES
    not_below(
        (sources / "contracts", sources / "status", sources / "meetings", found.templates),
        {"--decisions": decisions},
        ctx,
    )
    prepared = prepare(found, name, to or "", decisions)
    if isinstance(prepared, Refused):
        show_errors(prepared.diagnostics, root=found.root)
        return exits.FINDINGS
    return run(prepared)


def _one(names: tuple[str, ...], ctx: click.Context) -> str:
    match names:
        case (name,):
            return name
        case ():
            hint = msg("`kdnet list` shows the documents and meetings there are")
            raise Misuse(msg("which document is to be rolled forward?"), hint, ctx)
        case _:
            wrong = msg('"{text}" is one word too many', text=names[1])
            raise Misuse(wrong, msg("the new version stands after --to; one document at a time"), ctx)
