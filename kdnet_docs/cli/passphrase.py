"""Where a passphrase comes from: a file, the environment or the keyboard; never the command line itself.

What stands on a command line can be read by everybody on the machine while it runs, and stays in the
shell's history.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.cli.screen import text

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "KDNET_PASSPHRASE"


def passphrase(
    file: Path | None, question: Message, option: str, variable: str | None = VARIABLE
) -> str | Refused:
    """The passphrase: of the file that `option` names, else of the environment, else as somebody types it."""
    if file is not None:
        return _in_file(file)
    if variable and os.environ.get(variable):
        return os.environ[variable]
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        other = (
            msg(
                "give it in a file, {option} FILE, or in the environment as {variable}",
                option=option,
                variable=variable,
            )
            if variable
            else msg("give it in a file: {option} FILE", option=option)
        )
        return _refused(msg("there is nobody at a keyboard to ask for the passphrase"), other)
    return str(click.prompt(text(question), hide_input=True, err=True, default="", show_default=False))


def _in_file(file: Path) -> str | Refused:
    """The only line of the file; editors end it with a line break that does not count."""
    content = file.read_bytes()
    try:
        line = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        line = content.decode("latin-1")
    line = line.removesuffix("\n").removesuffix("\r")
    if not line:
        wrong = msg('"{name}" is empty; the passphrase belongs there', name=file)
        return _refused(wrong, msg("write it there on one line, or leave the option out to be asked"))
    return line


def _refused(message: Message, hint: Message) -> Refused:
    return Refused((Diagnostic(code=Code.KEY, message=message, hint=hint),))
