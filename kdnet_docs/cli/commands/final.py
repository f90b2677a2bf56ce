"""`kdnet final`: what signatories receive of an adopted document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import Folder, project, project_option
from kdnet_docs.cli.screen import say, text

if TYPE_CHECKING:
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.final.make import Final
    from kdnet_docs.sources.project import Project


@click.command(
    "final",
    cls=Command,
    summary=msg(
        "Makes the file that signatories receive of an adopted document, and a Word copy of it; "
        "tells all that is unfinished while there is anything."
    ),
    examples=(
        ("kdnet final erhvervshus-midtjylland@2021", msg("what is to be signed")),
        ("kdnet final erhvervshus-midtjylland@2021:v1", msg("as it was at a tag or commit in git")),
        ("kdnet status", msg("how far each document has come")),
    ),
)
@click.argument("names", nargs=-1, metavar=text(msg("DOCUMENT...")))
@click.option(
    "--out",
    type=Folder(),
    metavar=text(msg("FOLDER")),
    help=text(msg("where to write (otherwise build/final/ in the project)")),
)
@project_option()
@click.pass_context
def command(ctx: click.Context, *, names: tuple[str, ...], out: Path | None) -> int:
    """Makes one document after the other; one that is refused does not stop the rest."""
    if not names:
        raise Misuse(
            msg("which document is to be made final?"), msg("`kdnet status` shows the adopted ones"), ctx
        )

    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.show import show_errors

    found = project(*names)
    if isinstance(found, Refused):
        show_errors(found.diagnostics, root=None)
        return exits.FINDINGS
    outcomes = [_final(found, name, out) for name in dict.fromkeys(names)]
    return exits.OK if all(outcomes) else exits.FINDINGS


def _final(project: Project, name: str, out: Path | None) -> bool:
    """Makes the files and tells what was found, or where they are, who is to sign, and what comes next."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.in_states import in_state
    from kdnet_docs.cli.show import show_errors
    from kdnet_docs.cli.written_over import write_over
    from kdnet_docs.final.in_the_way import in_the_way
    from kdnet_docs.sources.revisions import split_reference

    at = split_reference(name)[1]
    made = _made(project, name, at)
    folder = out or project.root / "build" / "final"
    refused = made if isinstance(made, Refused) else in_the_way(made.files, folder)
    if isinstance(made, Refused) or refused:
        show_errors(in_state(refused.diagnostics if refused else (), at), root=project.root)
        say(msg("{name}: not made; put the errors above right and try again", name=name))
        return False
    files = {folder / file: content for file, content in made.files.items()}
    warnings = write_over(files, made.document.language, folder / ".kdnet" / "final.json")
    show_errors(warnings, root=project.root)
    _tell(made, name, folder)
    return True


def _made(project: Project, name: str, at: str | None) -> Final | Refused:
    """The final files of now, or of a state in git."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.final.make import make_final
    from kdnet_docs.sources.revisions import split_reference
    from kdnet_docs.sources.states import as_of, name_in

    with as_of(project, at) as there:
        if isinstance(there, Refused):
            return there
        called = name if at is None else name_in(there, project, split_reference(name)[0])
        return called if isinstance(called, Refused) else make_final(there, called)


def _tell(made: Final, name: str, folder: Path) -> None:
    pdf, *copies = (_called(folder / file) for file in made.files)
    say(msg("{name}: final, of commit {commit}", name=name, commit=made.origin.commit[:9]))
    say(
        msg("  To be signed   {file}", file=pdf)
        if made.signatories
        else msg("  Final file     {file}", file=pdf)
    )
    for copy in copies:
        say(msg("  Word copy      {file}", file=copy))
    if made.is_closed:
        say(msg("  CLOSED         it has parts that are closed; do not publish it"))
    for signatory in made.signatories:
        say(
            msg(
                "  Signs          {name}, {title} (the field {field})",
                name=signatory.name,
                title=signatory.title,
                field=signatory.field,
            )
            if signatory.title
            else msg(
                "  Signs          {name} (the field {field})", name=signatory.name, field=signatory.field
            )
        )
    if not made.signatories:
        say(msg("It has no signature block: send it as it is."))
        return
    say(msg("Send the PDF to those who sign, one after the other, or sign it here:"))
    first = made.signatories[0].field
    click.echo(f"  kdnet sign {_quoted(pdf)} --field {first} --pkcs12 F.p12")


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path


def _called(path: Path) -> str:
    from kdnet_docs.cli.findings.page import called_from

    return called_from(Path.cwd(), path)
