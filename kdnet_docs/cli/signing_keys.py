"""The key that `kdnet sign` signs with: where the command line says that it is, and opening it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli.inputs import InputFile
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.passphrase import passphrase
from kdnet_docs.cli.screen import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pyhanko.sign.signers import Signer

    from kdnet_docs.base.diagnostics import Refused

_FILE = text(msg("FILE"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What the command line says of where the key is."""

    pkcs12: Path | None
    passphrase_file: Path | None
    library: str | None
    token: str | None
    key: str | None
    pin_file: Path | None


def key_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options that make a `Key`."""
    options = (
        click.option(
            "--pkcs12",
            type=InputFile(),
            metavar=_FILE,
            help=text(msg("your key and certificate (.p12 or .pfx)")),
        ),
        click.option(
            "--passphrase-file",
            type=InputFile(),
            metavar=_FILE,
            help=text(
                msg("a file with the passphrase of --pkcs12 (otherwise it is asked for, or KDNET_PASSPHRASE)")
            ),
        ),
        click.option(
            "--pkcs11",
            "library",
            metavar=text(msg("LIBRARY")),
            help=text(msg("the PKCS#11 library of your smart card or token, in place of --pkcs12")),
        ),
        click.option("--token", metavar=text(msg("NAME")), help=text(msg("what the token is called"))),
        click.option(
            "--key",
            metavar=text(msg("NAME")),
            help=text(msg("what the key is called, if the token has several")),
        ),
        click.option(
            "--pin-file",
            type=InputFile(),
            metavar=_FILE,
            help=text(msg("a file with the PIN of the token (otherwise it is asked for)")),
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def require_one(key: Key, ctx: click.Context) -> None:
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


@contextmanager
def opened(key: Key) -> Iterator[Signer | Refused]:
    """Whoever the key belongs to, for as long as a token is open."""
    from kdnet_docs.base.diagnostics import Refused

    if key.library:
        from kdnet_docs.signing.making.pkcs11 import opened_token

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
    from kdnet_docs.signing.making.pkcs12 import is_pkcs12, open_pkcs12, opens

    content = file.read_bytes()
    # A file that is none, or that is open to all, is not worth a question.
    if not is_pkcs12(content) or opens(content, ""):
        return open_pkcs12(content, "", file.name)
    word = passphrase(passphrase_file, msg("Passphrase of {name}", name=file.name), "--passphrase-file")
    return word if isinstance(word, Refused) else open_pkcs12(content, word, file.name)
