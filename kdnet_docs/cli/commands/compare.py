"""`kdnet compare`: what is different between two versions, on the screen or in files to pass on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.outputs import OutputFile, no_file_twice, not_below
from kdnet_docs.cli.screen import text
from kdnet_docs.sources.revisions import split_reference

if TYPE_CHECKING:
    from pathlib import Path

_FILE = text(msg("FILE"))
_OF_OTHER_KINDS = (".docx", ".doc", ".docm", ".odt", ".rtf", ".pdf")


class Moment(click.ParamType[datetime]):
    """A day, or a day and a time, as ISO 8601 writes them; without a zone it is UTC."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment."""
        del param
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            wrong = msg('"{text}" is no date', text=value)
            raise Misuse(wrong, msg("write it so: 2022-01-31, or 2022-01-31T14:30"), ctx) from None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@click.command(
    "compare",
    cls=Command,
    summary=msg(
        "Tells what is different between two versions: on the screen, or in files to pass on. A version is "
        "a document (ID@VERSION), a meeting, or the path of a source; :REV after it is its state in git."
    ),
    examples=(
        (
            "kdnet compare erhvervshus-midtjylland@2021 erhvervshus-midtjylland@2022",
            msg("last year's and this year's, on the screen"),
        ),
        ("kdnet compare 2021-09:HEAD~3 2021-09", msg("what the last three commits changed")),
        ("kdnet compare 2021-09:HEAD~1 2021-09 --redline rettelser.docx", msg("as tracked changes in Word")),
        ("kdnet compare 2021-09:HEAD~1 2021-09 --html rapport.html", msg("as a page for the browser")),
        ("kdnet compare 2021-09:HEAD~1 2021-09 --json -", msg("for other programs")),
    ),
)
@click.argument("names", nargs=-1, metavar=text(msg("OLD NEW")))
@click.option(
    "--redline",
    type=OutputFile(".docx"),
    metavar=_FILE,
    help=text(msg("the new version in Word, with tracked changes from the old one")),
)
@click.option(
    "--with-facts",
    "with_facts",
    is_flag=True,
    help=text(msg("sum the changes up in a comment on the first page of the redline")),
)
@click.option(
    "--html", type=OutputFile(".html", ".htm"), metavar=_FILE, help=text(msg("a report for the browser"))
)
@click.option("--pdf", type=OutputFile(".pdf"), metavar=_FILE, help=text(msg("the same report as PDF")))
@click.option(
    "--summary",
    type=OutputFile(".docx", ".pdf"),
    metavar=_FILE,
    help=text(msg("one page for the minutes, in Word or PDF")),
)
@click.option(
    "--json",
    "as_json",
    type=OutputFile(".json", text=True),
    metavar=_FILE,
    help=text(msg("for other programs (- for the screen)")),
)
@click.option(
    "--markdown",
    type=OutputFile(".md", ".markdown", text=True),
    metavar=_FILE,
    help=text(msg("for a pull request (- for the screen)")),
)
@click.option(
    "--author",
    metavar=text(msg("NAME")),
    help=text(msg("who the tracked changes are by (otherwise the document's author)")),
)
@click.option(
    "--date",
    "moment",
    type=Moment(),
    metavar=text(msg("DATE")),
    help=text(msg("when the tracked changes were made (otherwise the new version's date)")),
)
@project_option()
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    ctx: click.Context,
    *,
    names: tuple[str, ...],
    redline: Path | None,
    with_facts: bool,
    html: Path | None,
    pdf: Path | None,
    summary: Path | None,
    as_json: Path | None,
    markdown: Path | None,
    author: str | None,
    moment: datetime | None,
) -> int:
    """Compares, tells, and writes all that was asked for, or nothing."""
    files = {
        "--redline": redline,
        "--html": html,
        "--pdf": pdf,
        "--summary": summary,
        "--json": as_json,
        "--markdown": markdown,
    }
    old, new = _two(names, ctx)
    _can_be_compared((old, new), ctx)
    no_file_twice(files, ctx)
    _goes_with_a_redline(ctx, redline)

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.comparing import Asked, compare_two
    from kdnet_docs.cli.show import show_errors
    from kdnet_docs.sources.project import SOURCES

    found = project(old, new)
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    not_below((found.root / SOURCES, found.templates), files, ctx)
    wanted = {option: path for option, path in files.items() if path is not None}
    asked = Asked(files=wanted, author=author or "", moment=moment, with_facts=with_facts)
    return compare_two(found, old, new, asked)


def _two(names: tuple[str, ...], ctx: click.Context) -> tuple[str, str]:
    match names:
        case (old, new):
            return old, new
        case (name,):
            wrong = msg('what is "{name}" to be compared with?', name=name)
        case ():
            wrong = msg("which two versions are to be compared?")
        case _:
            wrong = msg('"{text}" is one word too many', text=names[2])
    hint = msg("name two, the old one first: kdnet compare X@2021 X@2022; `kdnet list` shows what there is")
    raise Misuse(wrong, hint, ctx)


def _can_be_compared(names: tuple[str, str], ctx: click.Context) -> None:
    for name in names:
        file, _ = split_reference(name)
        if file.lower().endswith(_OF_OTHER_KINDS):
            wrong = msg('"{name}" cannot be compared: files of Word and PDF cannot be yet', name=name)
            raise Misuse(
                wrong, msg("documents (ID@VERSION), meetings and sources (.yaml) can be compared"), ctx
            )


def _goes_with_a_redline(ctx: click.Context, redline: Path | None) -> None:
    for option, given in (("--with-facts", "with_facts"), ("--author", "author"), ("--date", "moment")):
        if redline is None and ctx.get_parameter_source(given) is ParameterSource.COMMANDLINE:
            wrong = msg("{name} is for a redline, and none is asked for", name=option)
            raise Misuse(wrong, msg("add --redline FILE.docx, or leave {name} out", name=option), ctx)
