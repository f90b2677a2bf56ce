"""A command line that was not understood, in words for people."""

from collections.abc import Mapping
from types import MappingProxyType

import click

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.cli.screen import complain

_ALSO_CALLED: Mapping[str, str] = MappingProxyType(
    {
        "--ret": "--fix",
        "--rettelser": "--fix",
        "--hjælp": "--help",
        "--mappe": "--out",
        "--ud": "--out",
        "--svar": "--decisions",
        "--beslutninger": "--decisions",
    }
)
"""What people may type instead, where it is not like it."""


class Misuse(click.UsageError):
    """A word of the command line that does not fit, and perhaps the one that was meant."""

    def __init__(self, wrong: Message, hint: Message | None = None, ctx: click.Context | None = None) -> None:
        super().__init__(str(wrong), ctx)
        self.wrong = wrong
        self.hint = hint


def show_misuse(error: click.UsageError) -> None:
    """Says what was not understood, what may have been meant, and where the help is."""
    command = error.ctx.command_path if error.ctx else "kdnet"
    wrong, hint = _explained(error)
    complain(wrong, hint, msg("`{command} --help` shows how it is used", command=command))


def _explained(error: click.UsageError) -> tuple[Message, Message | None]:
    match error:
        case Misuse():
            return error.wrong, error.hint
        case click.NoSuchOption():
            known = [name for option in _options(error) for name in option.opts]
            meant = _ALSO_CALLED.get(error.option_name)
            hint = (
                msg('did you mean "{name}"?', name=meant)
                if meant in known
                else did_you_mean(error.option_name, known)
            )
            return msg("there is no option {name}", name=error.option_name), hint
        case click.BadOptionUsage():
            wrong = msg("the option {name} is not complete, or has too much", name=error.option_name)
            return wrong, _values_of(error)
        case _:
            return msg("this was not understood: {reason}", reason=error.format_message()), None


def _options(error: click.UsageError) -> list[click.Parameter]:
    return error.ctx.command.get_params(error.ctx) if error.ctx else []


def _values_of(error: click.BadOptionUsage) -> Message | None:
    for option in _options(error):
        if error.option_name in option.opts and error.ctx and option.metavar:
            return msg("it is written {usage}", usage=f"{error.option_name} {option.metavar}")
    return None
