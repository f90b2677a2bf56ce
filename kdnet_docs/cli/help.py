"""Commands whose `--help` is in the reader's language and ends with examples."""

from collections.abc import Sequence
from typing import Any

import click

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.screen import text

Example = tuple[str, Message]
"""A command line, and what it does."""


class Helpful(click.Command):
    """A command with examples; `summary` says in a sentence or two what it does."""

    def __init__(self, *, summary: Message, examples: Sequence[Example], **settings: Any) -> None:
        # click would take the function's docstring, which is for programmers.
        settings |= {
            "help": text(summary),
            "add_help_option": False,
            "options_metavar": text(msg("[OPTIONS]")),
        }
        super().__init__(**settings)
        self.params.append(_help_option())
        self.examples = examples

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{text(msg('Usage'))}: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with a line or two."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(text(msg("Options"))):
            formatter.write_dl([record for option in options if (record := option.get_help_record(ctx))])

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        with formatter.section(text(msg("Examples"))):
            formatter.write_dl([(line, text(does)) for line, does in self.examples], col_max=46)


class Command(Helpful):
    """One command of `kdnet`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, context_settings={"allow_extra_args": True})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with words of ours for what is left over."""
        try:
            left_over = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if left_over:
            raise Misuse(msg('"{text}" is one word too many', text=left_over[0]), ctx=ctx)
        return left_over


def _help_option() -> click.Option:
    def show(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click calls it so
        if wanted and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=text(msg("show this help")),
    )
