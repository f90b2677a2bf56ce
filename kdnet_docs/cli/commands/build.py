"""`kdnet build`: documents and meetings to Word and PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import Choice, Choices, Folder, project, project_option
from kdnet_docs.cli.screen import say, text
from kdnet_docs.meeting.engines import PDF_ENGINES, PdfEngine

if TYPE_CHECKING:
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.meeting.build import Built
    from kdnet_docs.sources.project import Project

FORMATS = ("docx", "pdf", "html", "txt")


@click.command(
    "build",
    cls=Command,
    summary=msg(
        "Makes Word and PDF files of documents, or the whole package of a meeting. "
        "What has not changed since the last time is not made again."
    ),
    examples=(
        ("kdnet build 2021-09", msg("the package of a meeting")),
        ("kdnet build erhvervshus-midtjylland@2022", msg("one document")),
        ("kdnet build 2021-09 --format pdf", msg("the PDF files alone")),
        ("kdnet list", msg("what there is to build")),
    ),
)
@click.argument("names", nargs=-1, metavar=text(msg("DOCUMENT|MEETING...")))
@click.option(
    "--out",
    type=Folder(),
    metavar=text(msg("FOLDER")),
    help=text(msg("where to write (otherwise build/ in the project)")),
)
@click.option(
    "--format",
    "formats",
    type=Choices(FORMATS),
    metavar=",".join(FORMATS),
    default="docx,pdf",
    help=text(msg("which files to make, with commas between (otherwise docx,pdf)")),
)
@click.option(
    "--pdf-engine",
    "engine",
    type=Choice(PDF_ENGINES),
    metavar="|".join(PDF_ENGINES),
    default="typst",
    help=text(msg("what makes the PDF: typst, or the Word file as LibreOffice prints it")),
)
@project_option()
@click.pass_context
def command(
    ctx: click.Context,
    names: tuple[str, ...],
    out: Path | None,
    formats: tuple[str, ...],
    engine: PdfEngine,
) -> int:
    """Builds one name after the other; one that is refused does not stop the rest."""
    if not names:
        hint = msg("`kdnet list` shows the documents and meetings there are")
        raise Misuse(msg("what is to be built?"), hint, ctx)

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import show_errors
    from kdnet_docs.meeting.build import Built

    found = project()
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    outcomes = [
        _build(found, name, out or found.root / "build", formats, engine) for name in dict.fromkeys(names)
    ]
    if any(isinstance(outcome, Built) and not outcome.unchanged for outcome in outcomes):
        say(msg("Read the files through; if something is wrong, change the source and build again."))
    return exits.FINDINGS if any(isinstance(outcome, Refused) for outcome in outcomes) else exits.OK


def _build(
    project: Project, name: str, out: Path, formats: tuple[str, ...], engine: PdfEngine
) -> Built | Refused:
    """Builds, and tells at once what was found, and what was made and where."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.findings.page import called_from
    from kdnet_docs.cli.show import show_errors
    from kdnet_docs.meeting.build import build

    built = build(project, name, out, formats, engine)
    if isinstance(built, Refused):
        show_errors(built.diagnostics, root=project.root)
        say(msg("{name}: not built; put the errors above right and try again", name=name))
        return built
    show_errors(built.findings, root=project.root)
    say(
        msg("{name}: unchanged since the last build", name=name)
        if built.unchanged
        else msg("{name}: built", name=name)
    )
    for file in built.files:
        click.echo(f"  {called_from(Path.cwd(), file)}")
    return built
