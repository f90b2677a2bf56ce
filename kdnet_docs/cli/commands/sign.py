"""`kdnet sign`: a signature in one of the fields of a final PDF."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.outputs import OutputFile
from kdnet_docs.cli.passphrase import passphrase
from kdnet_docs.cli.screen import complain, say, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyhanko.sign.signers import Signer

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.signing.sign import Signed
    from kdnet_docs.signing.verdict import Level

_FILE = text(msg("FILE"))
_LEVELS = ("B-B", "B-T", "B-LT", "B-LTA")


class InputFile(click.ParamType[Path]):
    """A file that is there."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The file's path."""
        del param
        path = Path(value)
        if path.is_dir():
            raise Misuse(msg('"{name}" is a folder; a file belongs here', name=value), None, ctx)
        # Shells hand over what a program says under a name that is no file's: <(pass show certificate).
        if not path.exists():
            raise Misuse(msg('there is no file "{name}"', name=value), None, ctx)
        return path


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Key:
    """What the command line says of where the key is."""

    pkcs12: Path | None
    passphrase_file: Path | None
    library: str | None
    token: str | None
    key: str | None
    pin_file: Path | None


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
@click.option(
    "--pkcs12", type=InputFile(), metavar=_FILE, help=text(msg("your key and certificate (.p12 or .pfx)"))
)
@click.option(
    "--passphrase-file",
    type=InputFile(),
    metavar=_FILE,
    help=text(msg("a file with the passphrase of --pkcs12 (otherwise it is asked for, or KDNET_PASSPHRASE)")),
)
@click.option(
    "--pkcs11",
    "library",
    metavar=text(msg("LIBRARY")),
    help=text(msg("the PKCS#11 library of your smart card or token, in place of --pkcs12")),
)
@click.option("--token", metavar=text(msg("NAME")), help=text(msg("what the token is called")))
@click.option(
    "--key", metavar=text(msg("NAME")), help=text(msg("what the key is called, if the token has several"))
)
@click.option(
    "--pin-file",
    type=InputFile(),
    metavar=_FILE,
    help=text(msg("a file with the PIN of the token (otherwise it is asked for)")),
)
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
        raise Misuse(msg("which file is to be signed?"), msg("`kdnet final REF` makes it"), ctx)
    level = level or ("B-T" if tsa else "B-B")
    if level != "B-B" and not tsa:
        wrong = msg("{level} needs a time-stamp, and no authority is named", level=level)
        raise Misuse(wrong, msg("add --tsa URL, or sign with --level B-B"), ctx)
    where = _Key(**key)
    _one_key(where, ctx)

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


def _one_key(key: _Key, ctx: click.Context) -> None:
    """Ends the command where it is not clear whose key is meant, or an option has nothing to go with."""
    if key.pkcs12 and key.library:
        raise Misuse(msg("--pkcs12 and --pkcs11 are two different keys"), msg("leave one of them out"), ctx)
    if not (key.pkcs12 or key.library):
        hint = msg("add --pkcs12 F.p12, or --pkcs11 LIBRARY --token NAME for a smart card")
        raise Misuse(msg("with whose key is it to be signed?"), hint, ctx)
    if key.library and not key.token:
        raise Misuse(msg("which token is it?"), msg("add --token NAME"), ctx)
    of_token = {"--token": key.token, "--key": key.key, "--pin-file": key.pin_file}
    others = {"--passphrase-file": key.passphrase_file} if key.library else of_token
    for option, given in others.items():
        if given:
            with_which = "--pkcs12" if key.library else "--pkcs11"
            raise Misuse(msg("{name} goes with {other}", name=option, other=with_which), None, ctx)


def _signed(file: Path, field: str | None, key: _Key, level: Level, tsa: str | None) -> Signed | Refused:
    """The signed file; the file is looked at before anybody is asked for a passphrase."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.signing import clock
    from kdnet_docs.signing.sign import sign
    from kdnet_docs.signing.signable import signable

    pdf, moment = file.read_bytes(), clock.now()
    there = signable(pdf, field, moment)
    if isinstance(there, Refused):
        return there
    with _signer(key) as signer:
        if isinstance(signer, Refused):
            return signer
        return sign(pdf, there.field.name, signer, level=level, tsa=tsa, moment=moment)


@contextmanager
def _signer(key: _Key) -> Iterator[Signer | Refused]:
    """Whoever the key belongs to, for as long as a token is open."""
    from kdnet_docs.base.diagnostics import Refused

    if key.library:
        from kdnet_docs.signing.pkcs11 import opened_token

        question = msg("PIN of {name}", name=key.token)
        pin = passphrase(key.pin_file, question, "--pin-file", variable=None)
        if isinstance(pin, Refused):
            yield pin
            return
        with opened_token(key.library, key.token or "", pin, key.key) as signer:
            yield signer
    elif key.pkcs12:
        yield _of_pkcs12(key.pkcs12, key.passphrase_file)


def _of_pkcs12(file: Path, passphrase_file: Path | None) -> Signer | Refused:
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.signing.pkcs12 import is_pkcs12, open_pkcs12, opens

    content = file.read_bytes()
    # A file that is none, or that is open to all, is not worth a question.
    if not is_pkcs12(content) or opens(content, ""):
        return open_pkcs12(content, "", file.name)
    word = passphrase(passphrase_file, msg("Passphrase of {name}", name=file.name), "--passphrase-file")
    return word if isinstance(word, Refused) else open_pkcs12(content, word, file.name)


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
    """Who signed where, who has not signed yet, and what comes next."""
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
