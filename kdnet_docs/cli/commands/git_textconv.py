"""`kdnet git-textconv FILE`: what git compares in place of a source or a Word file; git calls it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command


@click.command(
    "git-textconv",
    cls=Command,
    summary=msg("Writes a source or a Word file as plain lines; git calls it, see `kdnet install-git`."),
    examples=(("kdnet git-textconv 2022.yaml", msg("the clauses as lines")),),
)
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> int:
    """Writes the lines, or the file as it is where it is none of ours."""
    from kdnet_docs.cli.git_lines import converted

    sys.stdout.buffer.write(converted(file, file.name))
    return exits.OK
