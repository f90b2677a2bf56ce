"""Files that a command line names to be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli.misuse import Misuse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STDOUT = Path("-")
"""Stands for the screen, or whatever our output goes to."""


class OutputFile(click.ParamType[Path]):
    """A file to be written, whose name has one of these endings; `-` is the screen where that is text."""

    name = "file"

    def __init__(self, *endings: str, text: bool = False) -> None:
        self.endings = endings
        self.text = text

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The file's path."""
        option = param.opts[0] if param else ""
        path = Path(value)
        if path == STDOUT and self.text:
            return path
        example = msg("write {example}", example=f"{option} F{self.endings[0]}")
        if not str(value).strip():
            raise Misuse(msg("the name of the file is missing after {option}", option=option), example, ctx)
        if path.is_dir():
            raise Misuse(msg('"{name}" is a folder; a file belongs here', name=value), example, ctx)
        if path.suffix.lower() not in self.endings:
            raise Misuse(
                msg('"{name}" is no name for {option}', name=value, option=option),
                msg("it must end in {endings}", endings=" / ".join(self.endings)),
                ctx,
            )
        if not path.absolute().parent.is_dir():
            wrong = msg('there is no folder "{name}"', name=path.parent)
            raise Misuse(wrong, msg("make the folder first, or write elsewhere"), ctx)
        return path


def no_file_twice(files: Mapping[str, Path | None], ctx: click.Context) -> None:
    """Ends the command where two options, the names of `files`, name one file."""
    given: dict[str, str] = {}
    for option, path in files.items():
        if path is None:
            continue
        # Windows and macOS take names for the same that differ in upper and lower case.
        place = str(path if path == STDOUT else path.resolve()).casefold()
        if place in given:
            wrong = msg(
                '{first} and {second} both name "{name}"', first=given[place], second=option, name=path
            )
            raise Misuse(wrong, msg("give each its own name"), ctx)
        given[place] = option


def not_below(folders: Sequence[Path], files: Mapping[str, Path | None], ctx: click.Context) -> None:
    """Ends the command where a file would be written among what is made by hand."""
    for path in files.values():
        if path is None or path == STDOUT:
            continue
        for folder in folders:
            if folder.resolve() in path.resolve().parents:
                raise Misuse(
                    msg('"{name}" lies among the sources or templates', name=path),
                    msg("write it elsewhere, such as in build/"),
                    ctx,
                )
