"""Options and values that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.screen import text

F = TypeVar("F", bound="Callable[..., Any]")

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.sources.project import Project


class Choice(click.ParamType[str]):
    """One of a few words, in whatever case; a word that is none of them may be nearly one."""

    name = "choice"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, or what may have been meant."""
        word = str(value).strip().lower()
        if word in self.choices:
            return word
        known = msg("the choices are {choices}", choices=", ".join(self.choices))
        wrong = (
            msg('"{text}" is not one of the choices for {name}', text=value, name=param.opts[0])
            if isinstance(param, click.Option)
            else msg('"{text}" is not one of the choices', text=value)
        )
        raise Misuse(wrong, did_you_mean(word, self.choices) or known, ctx)


class Choices(click.ParamType[tuple[str, ...]]):
    """Several such words with commas between them."""

    name = "choices"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choice = Choice(choices)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The words in the order in which they were given, each once."""
        words = [word for word in str(value).split(",") if word.strip()]
        return tuple(dict.fromkeys(self.choice.convert(word, param, ctx) for word in words or [value]))


class Folder(click.ParamType[Path]):
    """A folder; one that must be there already if `existing`."""

    name = "folder"

    def __init__(self, *, existing: bool = False) -> None:
        self.existing = existing

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The folder's path."""
        del param
        if not str(value).strip():
            raise Misuse(msg("the name of the folder is missing"), msg("write . for this folder"), ctx)
        path = Path(value)
        if path.exists() and not path.is_dir():
            raise Misuse(msg('"{name}" is a file; a folder belongs here', name=value), None, ctx)
        if self.existing and not path.exists():
            raise Misuse(msg('there is no folder "{name}"', name=value), None, ctx)
        return path


def project_option(*, hidden: bool = True) -> Callable[[F], F]:
    """`--project DIR`, before the command or after it; only the first place is shown in the help."""

    def note(ctx: click.Context, _option: click.Parameter, folder: Path | None) -> None:
        if folder is not None:
            ctx.find_root().obj = folder

    return click.option(
        "--project",
        type=Folder(existing=True),
        metavar=text(msg("FOLDER")),
        expose_value=False,
        callback=note,
        hidden=hidden,
        help=text(msg("the folder with contract_sources/ (otherwise this one, or one above it)")),
    )


def project(*references: str) -> Project | Refused:
    """The project that was named, or the one that the current folder lies in; or that there is none.

    Where these lie in none, it is that of the first of the references which is a file of a project.
    """
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.sources.project import find_project, project_in
    from kdnet_docs.sources.revisions import nearest_folder, split_reference

    named = click.get_current_context().find_root().obj
    if named is not None:
        return project_in(named)
    here = find_project(Path.cwd())
    if not isinstance(here, Refused):
        return here
    files = (split_reference(reference)[0] for reference in references)
    around = (find_project(nearest_folder(Path(file))) for file in files)
    return next((found for found in around if not isinstance(found, Refused)), here)
