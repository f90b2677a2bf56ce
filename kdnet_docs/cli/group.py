"""The commands of `kdnet`, each loaded when it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

import kdnet_docs
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.cli.help import Helpful
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import project_option
from kdnet_docs.cli.screen import text

COMMANDS: Mapping[str, Message] = MappingProxyType(
    {
        "build": msg("make Word and PDF files of documents and meetings"),
        "check": msg("look for mistakes, and make nothing"),
        "watch": msg("show a document or meeting in the browser as you write"),
        "compare": msg("tell what is different between two versions"),
        "history": msg("tell the life of a document or a clause through git"),
        "trace": msg("lead from words on a page to the line of their source"),
        "install-git": msg("have git show changes as clauses in this repository"),
        "rollforward": msg("write the draft of next year's version"),
        "status": msg("show how far each document has come, and what to do next"),
        "final": msg("make the file that is signed, of an adopted document"),
        "sign": msg("sign a final PDF with your certificate"),
        "verify": msg("tell whether a signed PDF can be trusted"),
        "list": msg("show the documents and meetings there are"),
        "explain": msg("tell more about a finding, such as KD201"),
        "format": msg("set the sources up neatly"),
        "schema": msg("describe the sources for editors (JSON Schema)"),
    }
)
"""Each command with what it does; the command itself stands in `commands/NAME.py`."""

CALLED_BY_GIT = ("git-textconv", "git-difftool")
"""Commands that nobody types: `kdnet install-git` has git call them."""

_ALSO_CALLED: Mapping[str, str] = MappingProxyType(
    {
        "byg": "build",
        "dan": "build",
        "lav": "build",
        "make": "build",
        "tjek": "check",
        "kontroller": "check",
        "valider": "check",
        "validate": "check",
        "overvåg": "watch",
        "følg": "watch",
        "preview": "watch",
        "serve": "watch",
        "sammenlign": "compare",
        "sammenlikn": "compare",
        "forskel": "compare",
        "ændringer": "compare",
        "diff": "compare",
        "historik": "history",
        "historie": "history",
        "log": "history",
        "blame": "history",
        "spor": "trace",
        "find": "trace",
        "hvor": "trace",
        "kilde": "trace",
        "git": "install-git",
        "installer-git": "install-git",
        "opsæt-git": "install-git",
        "setup-git": "install-git",
        "fremskriv": "rollforward",
        "rulfrem": "rollforward",
        "næste": "rollforward",
        "roll-forward": "rollforward",
        "endelig": "final",
        "endeligt": "final",
        "slutversion": "final",
        "liste": "list",
        "vis": "list",
        "ls": "list",
        "formater": "format",
        "skema": "schema",
        "verificer": "verify",
        "verificér": "verify",
        "efterprøv": "verify",
        "underskriv": "sign",
        "signer": "sign",
        "signér": "sign",
        "forklar": "explain",
        "hjælp": "--help",
        "help": "--help",
    }
)
"""What people may type instead, Danish words above all."""


class _Commands(Helpful, click.Group):
    """The group, which knows its commands by name and imports one of them at most."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in (*COMMANDS, *CALLED_BY_GIT):
            return None
        command = import_module(f"kdnet_docs.cli.commands.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)  # noqa: S101 - the table and the folder belong together
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name in (*COMMANDS, *CALLED_BY_GIT):
            return super().resolve_command(ctx, args)
        meant = _ALSO_CALLED.get(name.lower())
        hint = msg('did you mean "{name}"?', name=meant) if meant else did_you_mean(name, COMMANDS)
        known = msg("the commands are {names}", names=", ".join(COMMANDS))
        raise Misuse(msg('there is no command "{name}"', name=name), hint or known, ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(text(msg("Commands"))):
            formatter.write_dl([(name, text(does)) for name, does in COMMANDS.items()])
        super().format_options(ctx, formatter)


def _show_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click calls it so
    if wanted:
        click.echo(f"kdnet {kdnet_docs.__version__}")
        ctx.exit()


@click.command(
    "kdnet",
    cls=_Commands,
    summary=msg("Contracts, status tables and meetings: from text files to Word and PDF."),
    examples=(
        ("kdnet build 2021-09", msg("the package of the meeting in September 2021")),
        ("kdnet check", msg("look for mistakes in all of it")),
        ("kdnet build --help", msg("more about one command")),
    ),
    subcommand_metavar=text(msg("COMMAND [...]")),
)
@project_option(hidden=False)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=text(msg("show the program's version")),
)
def kdnet() -> None:
    """What all commands share is done by its options."""
