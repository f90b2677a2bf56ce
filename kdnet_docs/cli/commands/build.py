"""`kdnet build`: documents and meetings to Word and PDF."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import Choice, Choices, Folder, project, project_option
from kdnet_docs.cli.screen import say, text
from kdnet_docs.meeting.engines import AUDIENCES, PDF_ENGINES, Audience, PdfEngine, Wish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kdnet_docs.base.diagnostics import Diagnostic, Refused
    from kdnet_docs.meeting.build import Built
    from kdnet_docs.meeting.record import Summary
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
        ("kdnet build 2021-09 --audience open", msg("only the package that everybody may see")),
        ("kdnet build 2021-09 --verify", msg("is the package still as it was built?")),
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
@click.option(
    "--audience",
    type=Choice(AUDIENCES),
    metavar="|".join(AUDIENCES),
    default=None,
    help=text(msg("where something is closed: the package without it, or the one with it (otherwise both)")),
)
@click.option(
    "--verify",
    "verifies",
    is_flag=True,
    help=text(
        msg(
            "make nothing; tell whether a package, a folder or a zip, is as it was built "
            "(`kdnet verify` is for signed files)"
        )
    ),
)
@project_option()
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    ctx: click.Context,
    *,
    names: tuple[str, ...],
    out: Path | None,
    formats: tuple[str, ...],
    engine: PdfEngine,
    audience: Audience | None,
    verifies: bool,
) -> int:
    """Builds one name after the other; one that is refused does not stop the rest."""
    if not names:
        hint = msg("`kdnet list` shows the documents and meetings there are")
        raise Misuse(msg("what is to be built?"), hint, ctx)
    if verifies:
        return _verify(ctx, names, out)

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import show_errors

    found = project()
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    wishes = [
        Wish(name=name, formats=formats, engine=engine, audience=audience) for name in dict.fromkeys(names)
    ]
    outcomes = [outcome for wish in wishes for outcome in _build(found, wish, out)]
    return exits.FINDINGS if any(isinstance(outcome, Refused) for outcome in outcomes) else exits.OK


def _verify(ctx: click.Context, names: tuple[str, ...], out: Path | None) -> int:
    from kdnet_docs.cli.verifying import verify_one

    for option, given in (("--format", "formats"), ("--pdf-engine", "engine"), ("--audience", "audience")):
        if ctx.get_parameter_source(given) is ParameterSource.COMMANDLINE:
            raise Misuse(
                msg("{name} does not go with --verify, which makes nothing", name=option),
                msg("leave {name} out", name=option),
                ctx,
            )
    return max(verify_one(name, out) for name in dict.fromkeys(names))


def _build(project: Project, wish: Wish, out: Path | None) -> Iterator[Built | Refused]:
    """Builds for each audience there is, and tells of each at once."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.sources.revisions import split_reference

    at = split_reference(wish.name)[1]
    shown: set[Diagnostic] = set()
    made: list[Built] = []
    for built, earlier in _built(project, wish, out, at):
        yield built
        is_made = _tell(built, project, at, shown)
        if isinstance(built, Refused):
            _tell_of_refusal(wish.name, made)
        else:
            made.append(built)
        for path in earlier:
            say(
                msg("  Delete         {path}: it is from before anything was closed", path=_called(path))
                if is_made
                else msg("  Do not send    {path}: it is of an earlier build", path=_called(path))
            )
        if not is_made:
            return
    _tell_how_to_go_on(made)
    if at is None and not isinstance(built, Refused):
        _tell_of_states(project, built)


def _tell_of_states(project: Project, built: Built) -> None:
    """What the one who sends the files should know; nothing is looked up anew where nothing was made."""
    from kdnet_docs.cli.of_states import before_adoption, found_in_the_words, not_the_signed_file

    for message in not_the_signed_file(project, built.name):
        say(message)
    if not built.unchanged:
        for message in (*found_in_the_words(project, built), *before_adoption(project, [built.name])):
            say(message)


def _tell(built: Built | Refused, project: Project, at: str | None, shown: set[Diagnostic]) -> bool:
    """Tells of a build; what is in `shown` has been told already. False where nothing was made."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.in_states import in_state
    from kdnet_docs.cli.show import show_errors

    told = built.diagnostics if isinstance(built, Refused) else built.findings
    findings = [one for one in told if one not in shown]
    shown.update(findings)
    show_errors(in_state(findings, at), root=project.root)
    if isinstance(built, Refused):
        return False
    if built.folder:
        _tell_of_package(built, built.folder)
    else:
        _tell_of_files(built)
    return True


def _tell_of_refusal(name: str, made: Sequence[Built]) -> None:
    """What was not made; where something is closed, what was."""
    if not made:
        say(msg("{name}: not built; put the errors above right and try again", name=name))
        return
    what = msg("the closed package") if made[0].folder else msg("the closed file")
    say(
        msg(
            "{name}: {what} is made, the open one is not; put the errors above right and try again",
            name=name,
            what=what,
        )
    )


def _tell_how_to_go_on(made: Sequence[Built]) -> None:
    """Once, whatever was made: both packages are of one source."""
    new = [built for built in made if not built.unchanged]
    if new:
        say(
            msg("If something is wrong, change the source and build again.")
            if new[0].folder
            else msg("Read the files through; if something is wrong, change the source and build again.")
        )


def _built(
    project: Project, wish: Wish, out: Path | None, at: str | None
) -> Iterator[tuple[Built | Refused, tuple[Path, ...]]]:
    """What is built of the project, or of a state of it in git: that goes into a folder of its own.

    Beside each is what earlier builds left that may show too much: an open package where there is no new
    one, and a package from before anything was closed.
    """
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.progress import shown_progress
    from kdnet_docs.meeting.audiences import audiences
    from kdnet_docs.meeting.build import build
    from kdnet_docs.meeting.since import left_by_builds
    from kdnet_docs.sources.revisions import split_reference
    from kdnet_docs.sources.states import as_of, name_in

    with as_of(project, at) as there:
        if isinstance(there, Refused):
            yield there, ()
            return
        name = wish.name if at is None else name_in(there, project, split_reference(wish.name)[0])
        if isinstance(name, Refused):
            yield name, ()
            return
        place = out or project.root / "build" / (there.commit[:9] if at else "")
        for audience in audiences(there, name, wish.audience):
            with shown_progress(sys.stderr) as progress:
                built = build(
                    there, name, place, wish.formats, wish.engine, audience=audience, progress=progress
                )
            refused = isinstance(built, Refused)
            older: Audience | None = "open" if refused else None
            tells = audience == ("open" if refused else "closed")
            yield built, left_by_builds(there.called(name), older, place) if tells else ()


def _tell_of_files(built: Built) -> None:
    say(
        msg("{name}: unchanged since the last build", name=built.name)
        if built.unchanged
        else msg("{name}: built", name=built.name)
    )
    _tell_of_audience(built)
    for file in built.files:
        click.echo(f"  {_called(file)}")


def _tell_of_package(built: Built, folder: Path) -> None:
    """Where the package is and how much it is; and what comes next: to read it, and to send it."""
    content = _counted(built)
    say(
        msg("{folder}: unchanged since the last build, {content}", folder=_called(folder), content=content)
        if built.unchanged
        else msg("{folder}: {content}", folder=_called(folder), content=content)
    )
    _tell_of_audience(built)
    if built.summary.first:
        say(msg("  Read through   {name}", name=PurePath(built.summary.first).name))
        say(_standards(built.summary))
    say(msg("  Send           {name}, or the whole folder", name=f"{folder.name}.zip"))


def _tell_of_audience(built: Built) -> None:
    """Who may have it, where something in it is closed."""
    match built.audience:
        case "open":
            say(
                msg("  Open           everybody may see this, once you have read the warnings above")
                if any(one.code is Code.CLOSED_ORDINARY for one in built.findings)
                else msg(
                    "  Open           everybody may see this; nothing that is closed was found in the files"
                )
            )
        case "closed":
            say(msg("  CLOSED         only for those who may see what is closed; do not publish it"))
        case None:
            pass


def _standards(summary: Summary) -> Message:
    """What the combined PDF calls itself; an archive, and one who has it read out, rely on that."""
    level = summary.pdf_a
    match bool(level), summary.pdf_ua:
        case True, True:
            return msg("  Standards      PDF/A-{level} (archives) and PDF/UA-1 (accessibility)", level=level)
        case True, _:
            return msg(
                "  Standards      PDF/A-{level} (archives), but not PDF/UA-1 (accessibility)", level=level
            )
        case _, True:
            return msg("  Standards      PDF/UA-1 (accessibility), but not PDF/A (archives)")
        case _:
            return msg("  Standards      neither PDF/A (archives) nor PDF/UA-1 (accessibility)")


def _counted(built: Built) -> Message:
    """How many documents and pages there are."""
    documents, pages = built.summary.documents, built.summary.pages
    counted = msg("{count} documents", count=documents) if documents != 1 else msg("1 document")
    if not pages:
        return counted
    return msg(
        "{documents}, {pages}",
        documents=counted,
        pages=msg("{count} pages in all", count=pages) if pages != 1 else msg("1 page"),
    )


def _called(path: Path) -> str:
    from kdnet_docs.cli.findings.page import called_from

    return called_from(Path.cwd(), path)
