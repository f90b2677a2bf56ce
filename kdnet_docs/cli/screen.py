"""What is said to the person at the keyboard, in their language."""

import os
import shutil
import sys
from io import TextIOWrapper
from typing import TextIO

import click

from kdnet_docs.base.messages import Message, msg, reader_language

_NARROW, _NOT_A_SCREEN = 40, 100


def use_utf8() -> None:
    """Writes UTF-8 whatever the locale says; what cannot be written is shown as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def text(message: Message) -> str:
    """The message in the reader's language."""
    return message.to(reader_language())


def say(message: Message) -> None:
    """A line on the screen."""
    click.echo(text(message))


def heading(message: Message) -> None:
    """A line above others, bold where the screen shows it."""
    words = text(message)
    click.echo(click.style(words, bold=True) if in_colour(sys.stdout) else words)


def complain(message: Message, *hints: Message | None) -> None:
    """An error that no source is to blame for, with what to do about it."""
    colour = in_colour(sys.stderr)
    title = click.style(text(msg("error")), fg="red", bold=True) if colour else text(msg("error"))
    click.echo(f"{title}: {text(message)}", err=True, color=colour)
    for hint in filter(None, hints):
        click.echo(f"  = {text(msg('hint'))}: {text(hint)}", err=True, color=colour)


def in_colour(stream: TextIO) -> bool:
    """Whether the stream is a screen that shows colours and nobody asked for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """How many columns the screen has."""
    return max(shutil.get_terminal_size((_NOT_A_SCREEN, 24)).columns, _NARROW)
