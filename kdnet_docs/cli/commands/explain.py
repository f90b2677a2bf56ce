"""`kdnet explain`: the page on a finding."""

import click

from kdnet_docs.base.codes import Code, code_called
from kdnet_docs.base.messages import msg, reader_language
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.cli import exits
from kdnet_docs.cli.explanations import explanation
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.screen import text


@click.command(
    "explain",
    cls=Command,
    summary=msg(
        "Tells what a finding means, why it matters and what to do; without a code it lists them all."
    ),
    examples=(
        ("kdnet explain KD201", msg("the page on one finding")),
        ("kdnet explain", msg("all codes")),
    ),
)
@click.argument("codes", nargs=-1, metavar=text(msg("[CODE]")))
@click.pass_context
def command(ctx: click.Context, codes: tuple[str, ...]) -> int:
    """Shows a page for each code."""
    language = reader_language()
    if not codes:
        for code in Code:
            click.echo(f"{code.value}  {explanation(code, language).title}")
        return exits.OK
    pages = [explanation(_code(ctx, written), language).text for written in codes]
    click.echo("\n\n".join(map(_for_the_screen, pages)))
    return exits.OK


def _code(ctx: click.Context, written: str) -> Code:
    if code := code_called(written):
        return code
    known = (code.value.removeprefix("KD") for code in Code)
    hint = did_you_mean(written.upper().removeprefix("KD"), known) or msg("`kdnet explain` lists all codes")
    raise Misuse(msg('there is no code "{code}"', code=written), hint, ctx)


def _for_the_screen(page: str) -> str:
    """The page without its Markdown: examples are indented, and everything else reads as it is."""
    lines, example = [], False
    for line in page.removeprefix("# ").splitlines():
        if line.startswith("```"):
            example = not example
        elif line or not example:
            lines.append(f"    {line}" if example else line)
    return "\n".join(lines)
