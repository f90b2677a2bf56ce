"""Shows findings on the screen."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import reader_language
from kdnet_docs.cli.findings.faces import FACES
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.screen import in_colour, width


def show(findings: Sequence[Diagnostic], *, root: Path | None, face: str, stream: TextIO) -> None:
    """Writes the findings to the stream; `root` is the project's folder, which their file names begin in."""
    page = page_for(stream, root)
    click.echo(FACES[face](findings, page), file=stream, color=page.colour)


def page_for(stream: TextIO, root: Path | None) -> Page:
    """How things are shown to whoever reads the stream; `root` is as above."""
    return Page(
        language=reader_language(), root=root, here=Path.cwd(), width=width(), colour=in_colour(stream)
    )


def show_errors(findings: Sequence[Diagnostic], *, root: Path | None) -> None:
    """Writes the findings beside a command's own output, to the error stream, if there are any."""
    if findings:
        show(findings, root=root, face="full", stream=sys.stderr)
