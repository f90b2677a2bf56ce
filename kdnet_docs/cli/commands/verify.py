"""`kdnet verify`: whether a signed file can be trusted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.screen import text

if TYPE_CHECKING:
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.sources.project import Project


@click.command(
    "verify",
    cls=Command,
    summary=msg(
        "Tells whether a signed PDF can be trusted: who signed it and when, whether it was changed, and "
        "whether its text is the one that was adopted. Whether the package of a meeting is as it was built, "
        "`kdnet build MEETING --verify` tells."
    ),
    examples=(
        ("kdnet verify aftale.pdf --trust rod.pem", msg("with a certificate that you trust")),
        (
            "kdnet verify aftale.pdf --trust a.pem --trust b.pem",
            msg("with several, where the signatures are of different kinds"),
        ),
        ("kdnet verify aftale.pdf --trust rod.pem --json", msg("for other programs")),
    ),
)
@click.argument("names", nargs=-1, metavar=text(msg("FILE")))
@click.option(
    "--trust",
    "trusted",
    multiple=True,
    metavar=text(msg("CERTIFICATE")),
    help=text(msg("a certificate that you trust (PEM or DER); nothing is trusted of itself")),
)
@click.option("--json", "as_json", is_flag=True, help=text(msg("tell it to another program")))
@project_option()
@click.pass_context
def command(ctx: click.Context, *, names: tuple[str, ...], trusted: tuple[str, ...], as_json: bool) -> int:
    """Verifies one file; ends well only if all of it holds."""
    name = _one(names, ctx)

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import page_for, show_errors
    from kdnet_docs.cli.verified_files import read_file, read_trusted
    from kdnet_docs.signing.clock import now

    file, roots = read_file(name), read_trusted(trusted)
    moment = now()
    refused = [one for read in (file, roots, moment) if isinstance(read, Refused) for one in read.diagnostics]
    if isinstance(file, Refused) or isinstance(roots, Refused) or isinstance(moment, Refused):
        show_errors(refused, root=None)
        return exits.USAGE
    there = _project(name)
    if isinstance(there, Refused):
        show_errors(there.diagnostics, root=None)
        return exits.USAGE

    from kdnet_docs.cli.verifications import render
    from kdnet_docs.signing.verifying.as_json import write_json
    from kdnet_docs.signing.verifying.verify import verify

    verification = verify(file, name, roots=roots, moment=moment, project=there)
    if as_json:
        click.echo(write_json(verification), nl=False)
    else:
        page = page_for(sys.stdout, None)
        click.echo(render(verification, page), color=page.colour)
    return exits.OK if verification.holds else exits.FINDINGS


def _one(names: tuple[str, ...], ctx: click.Context) -> str:
    """The one file that is named."""
    match names:
        case (name,) if Path(name).is_file():
            return name
        case (name,):
            wrong = msg('there is no file "{name}"', name=name)
            if Path(name).is_dir():
                wrong = msg('"{name}" is a folder; a file belongs here', name=name)
            elif Path(name).exists():
                wrong = msg('"{name}" is not a file on the disk', name=name)
            raise Misuse(wrong, _instead(name), ctx)
        case ():
            raise Misuse(msg("which file is to be verified?"), _instead(""), ctx)
        case _:
            wrong = msg('"{text}" is one word too many', text=names[1])
            hint = msg("one file at a time; a name with spaces in it belongs in quotation marks")
            raise Misuse(wrong, hint, ctx)


def _instead(name: str) -> Message:
    if name == "-":
        return msg("save the file first, and name it")
    if "@" in name:
        return msg("name the file: `kdnet final {name}` puts it into build/final/", name=name)
    if name and (Path(name).is_dir() or name[:4].isdigit()):
        return msg("the package of a meeting is looked at with `kdnet build MEETING --verify`")
    return msg("name the signed PDF, such as build/final/aftale-2022-vedtaget.pdf")


def _project(name: str) -> Project | Refused | None:
    """The project that was named, or the one around this folder or the file; None where there is none."""
    from kdnet_docs.base.diagnostics import Refused

    found = project(name)
    was_named = click.get_current_context().find_root().obj is not None
    return None if isinstance(found, Refused) and not was_named else found
