"""Files that a command line names to be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli.misuse import Misuse


class InputFile(click.ParamType[Path]):
    """A file that is there, or what a shell hands over as one."""

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
