"""`kdnet trace`: from words on a page of a built file to where they stand in the source."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.inputs import InputFile
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.screen import text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kdnet_docs.tracing.trace import File

_ENDINGS = (".pdf", ".docx")
_ZIP = b"PK"
"""What a Word file begins with."""


class PageNumber(click.ParamType[int]):
    """The number of a page, from 1; "side 4" is understood too."""

    name = "page"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        del param
        match = re.fullmatch(r"\D*?0*([1-9]\d{0,5})\.?", str(value).strip())
        if not match or "-" in str(value):
            raise Misuse(msg('"{text}" is no page', text=value), msg("pages are numbered from 1"), ctx)
        return int(match[1])


@click.command(
    "trace",
    cls=Command,
    summary=msg(
        "Leads from words on a page of a built PDF or Word file to the line of the source that they come "
        "from, in the commit that the file was made from."
    ),
    examples=(
        ('kdnet trace aftale.pdf --page 4 --text "45 pct."', msg("words on page 4")),
        ('kdnet trace aftale.docx --text "inden den 1. marts"', msg("wherever they stand, in a Word file")),
    ),
)
@click.argument("file", required=False, type=InputFile(), metavar=text(msg("FILE")))
@click.option(
    "--page",
    type=PageNumber(),
    metavar="N",
    help=text(msg("the page, counted through the whole file as a PDF reader does (otherwise all pages)")),
)
@click.option(
    "--text", "words", metavar=text(msg("WORDS")), help=text(msg("words as they stand on the page"))
)
@click.option("--json", "as_json", is_flag=True, help=text(msg("for other programs")))
@project_option()
@click.pass_context
def command(
    ctx: click.Context, *, file: Path | None, page: int | None, words: str | None, as_json: bool
) -> int:
    """Shows each place with its line, or why there is none."""
    path = _built(file, ctx)
    if words is None or not words.strip():
        raise Misuse(
            msg("which words are to be traced?"), msg('write them so: --text "{words}"', words="45 pct."), ctx
        )

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import page_for, show_errors
    from kdnet_docs.cli.tracing import as_data, render
    from kdnet_docs.tracing.trace import Asked, open_file, trace

    found = project(str(path))
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    opened = open_file(found, _read(path))
    traced = opened if isinstance(opened, Refused) else trace(opened, Asked(words=words, page=page))
    screen = page_for(sys.stdout, found.root)
    if as_json:
        click.echo(as_data(traced, screen))
    elif not isinstance(traced, Refused):
        click.echo(render(traced, screen), color=screen.colour)
    findings = traced.diagnostics if isinstance(traced, Refused) else traced.findings
    if not as_json:
        show_errors(findings, root=found.root)
    return exits.FINDINGS if isinstance(traced, Refused) else exits.OK


def _built(path: Path | None, ctx: click.Context) -> Path:
    hint = msg("name a .pdf or .docx that `kdnet build` or `kdnet final` has made")
    if path is None:
        raise Misuse(msg("in which file do the words stand?"), hint, ctx)
    if path.suffix.lower() not in _ENDINGS:
        raise Misuse(msg('"{name}" is no PDF and no Word file', name=str(path)), hint, ctx)
    return path


def _read(path: Path) -> File:
    """The file with the commit that it states, if it is a final one."""
    from kdnet_docs.final.origin import Origin
    from kdnet_docs.tracing.trace import File

    content = path.read_bytes()
    stated = _stated_in_word(content) if content.startswith(_ZIP) else _stated_in_pdf(content)
    origin = Origin.from_properties(stated)
    return File(name=str(path), content=content, commit=origin.commit if origin else "")


def _stated_in_pdf(content: bytes) -> Mapping[str, str]:
    from kdnet_docs.final.origin import NAMESPACE
    from kdnet_docs.tagged_pdf.properties import read_properties
    from kdnet_docs.tagged_pdf.verdicts import Unusable

    stated = read_properties(content, NAMESPACE)
    return {} if isinstance(stated, Unusable) else stated


def _stated_in_word(content: bytes) -> Mapping[str, str]:
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.final.origin import IN_WORD
    from kdnet_docs.ooxml.properties import read_custom
    from kdnet_docs.ooxml.received import read_received

    parts = read_received(content)
    custom = {} if isinstance(parts, Refused) else read_custom(parts)
    return {name.removeprefix(IN_WORD): value for name, value in custom.items()}
