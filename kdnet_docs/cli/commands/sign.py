"""`kdnet sign`: a signature in one of the fields of a final PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.base.times import DanishTime
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.inputs import InputFile
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.outputs import OutputFile
from kdnet_docs.cli.screen import complain, say, text
from kdnet_docs.cli.signing_keys import Key, key_options, opened, require_one

if TYPE_CHECKING:
    from pathlib import Path

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.signing.making.sign import Signed
    from kdnet_docs.signing.verdict import Level

_FILE = text(msg("FILE"))
_LEVELS = ("B-B", "B-T", "B-LT", "B-LTA")


class LevelOption(click.ParamType[str]):
    """A level of PAdES, however somebody writes it."""

    name = "level"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The level."""
        del param
        word = str(value).strip().upper().removeprefix("PADES-")
        word = word if word.startswith("B-") else f"B-{word}"
        if word in _LEVELS:
            return word
        known = msg("the levels are {levels}", levels=", ".join(_LEVELS))
        raise Misuse(msg('"{text}" is no level of signatures', text=value), known, ctx)


@click.command(
    "sign",
    cls=Command,
    summary=msg(
        "Signs a final PDF in one of its fields, with your certificate. The signature is added to the file "
        "itself, and what was in it stays as it was, so that the next one can sign it after you."
    ),
    examples=(
        ("kdnet sign aftale.pdf --field kkr --pkcs12 mig.p12", msg("the passphrase is asked for")),
        (
            "kdnet sign aftale.pdf --field kkr --pkcs12 mig.p12 --tsa URL",
            msg("with a time-stamp, so that nobody can doubt when it was"),
        ),
        (
            "kdnet sign aftale.pdf --field kkr --pkcs12 mig.p12 --tsa URL --level B-LTA",
            msg("with all that is needed to judge it in ten years"),
        ),
        (
            "kdnet sign aftale.pdf --field kkr --pkcs11 LIB.so --token KORT",
            msg("with a smart card or token"),
        ),
    ),
)
@click.argument("file", required=False, type=InputFile(), metavar=_FILE)
@click.option(
    "--field",
    metavar=text(msg("NAME")),
    help=text(msg("the signature field, by the name that `kdnet final` tells")),
)
@key_options
@click.option(
    "--tsa", metavar=text(msg("URL")), help=text(msg("the time-stamp authority that says when it was signed"))
)
@click.option(
    "--level",
    type=LevelOption(),
    metavar="B-B|B-T|B-LT|B-LTA",
    help=text(
        msg(
            "signed (B-B), time-stamped (B-T), with evidence that the certificate was valid (B-LT), and that "
            "time-stamped too (B-LTA); otherwise B-T with --tsa, and B-B without"
        )
    ),
)
@click.option(
    "--out",
    type=OutputFile(".pdf"),
    metavar=_FILE,
    help=text(msg("where to write the signed file (otherwise FILE itself)")),
)
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    ctx: click.Context,
    /,
    *,
    file: Path | None,
    field: str | None,
    level: Level | None,
    tsa: str | None,
    out: Path | None,
    **key: Any,
) -> int:
    """Signs, writes the file, and tells what is still to be done."""
    if file is None:
        raise Misuse(msg("which file is to be signed?"), msg("`kdnet final DOCUMENT` makes it"), ctx)
    level = level or ("B-T" if tsa else "B-B")
    if level != "B-B" and not tsa:
        wrong = msg("{level} needs a time-stamp, and no authority is named", level=level)
        raise Misuse(wrong, msg("add --tsa URL, or sign with --level B-B"), ctx)
    where = Key(**key)
    require_one(where, ctx)
    _not_there_yet(out, file, ctx)

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import show_errors

    signed = _signed(file, field, where, level, tsa)
    if isinstance(signed, Refused):
        show_errors(signed.diagnostics, root=None)
        return exits.FINDINGS
    if not _write(signed, file, out):
        complain(msg("{file} was changed while you signed it", file=file), msg("look at it, and sign again"))
        return exits.FINDINGS
    _tell(signed, out or file, level)
    return exits.OK


def _signed(file: Path, field: str | None, key: Key, level: Level, tsa: str | None) -> Signed | Refused:
    """The signed file; the file is looked at before anybody is asked for a passphrase."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.signing import clock
    from kdnet_docs.signing.making.sign import for_somebody_else, sign
    from kdnet_docs.signing.making.signable import signable

    moment = clock.now()
    if isinstance(moment, Refused):
        return moment
    there = signable(file.read_bytes(), field, moment)
    if isinstance(there, Refused):
        return there
    with opened(key) as signer:
        if isinstance(signer, Refused):
            return signer
        refused = for_somebody_else(there.field, signer)
        return refused or sign(there, signer, level=level, tsa=tsa, moment=moment)


def _write(signed: Signed, file: Path, out: Path | None) -> bool:
    """Writes the file, unless somebody else has signed it meanwhile."""
    from kdnet_docs.base.files import write_all

    if not signed.pdf.startswith(file.read_bytes()):
        return False
    place = out or file
    # A link stays a link.
    write_all({place.resolve() if place.is_symlink() else place: signed.pdf})
    return True


def _tell(signed: Signed, file: Path, level: Level) -> None:
    """Who signed where and when, who has not signed yet, and what comes next."""
    from kdnet_docs.signing import clock

    say(
        msg(
            "{file}: signed by {signer} in the field {field} ({level})",
            file=file,
            signer=signed.signer,
            field=signed.field.name,
            level=level,
        )
    )
    say(msg("  The field is     {label}", label=signed.field.label))
    if clock.is_set():
        when = DanishTime(signed.moment)
        say(
            msg(
                "  The time is      {time}, as {name} says, and not the clock", time=when, name=clock.VARIABLE
            )
        )
    for field in signed.left:
        say(msg("  Not signed yet   {label} (the field {field})", label=field.label, field=field.name))
    if signed.left:
        say(msg("Send the file to the next one, or sign it here:"))
        click.echo(f"  kdnet sign {_quoted(file)} --field {signed.left[0].name} --pkcs12 F.p12")
    else:
        say(msg("All have signed. See that it holds, with the certificates of those whom you trust:"))
        click.echo(f"  kdnet verify {_quoted(file)} --trust CA.pem")


def _not_there_yet(out: Path | None, file: Path, ctx: click.Context) -> None:
    """Ends the command where something else would be written over."""
    if out and out.exists() and not out.samefile(file):
        hint = msg("move it or call it otherwise, or write elsewhere with --out")
        raise Misuse(msg('"{name}" is there already', name=out), hint, ctx)


def _quoted(file: Path) -> str:
    return f'"{file}"' if " " in str(file) else str(file)
