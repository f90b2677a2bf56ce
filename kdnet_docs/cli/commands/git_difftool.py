"""`kdnet git-difftool LOCAL REMOTE NAME`: two versions of a file compared on the screen; git calls it."""

from __future__ import annotations

from pathlib import Path

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command


@click.command(
    "git-difftool",
    cls=Command,
    summary=msg("Compares two versions of a file on the screen; git calls it, see `kdnet install-git`."),
    examples=(("kdnet git-difftool OLD NEW 2022.yaml", msg("two files that git has put down")),),
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.argument("name")
def command(old: Path, new: Path, name: str) -> int:
    """Shows the facts of two sources, and of other files the lines that differ."""
    from kdnet_docs.cli.git_pair import show_pair

    show_pair(old, new, name)
    return exits.OK
