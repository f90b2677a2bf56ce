"""`kdnet check`: what is wrong with the sources."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.misuse import Misuse
from kdnet_docs.cli.options import Choice, project, project_option
from kdnet_docs.cli.outputs import OutputFile, not_below
from kdnet_docs.cli.screen import say, text

if TYPE_CHECKING:
    from pathlib import Path

    from kdnet_docs.base.diagnostics import Diagnostic
    from kdnet_docs.sources.project import Project

FACES = ("full", "concise", "editor", "json", "github", "sarif")

_TURNS = 5
"""How often `--fix` looks again, for one fix may lie in the way of another."""


@click.command(
    "check",
    cls=Command,
    summary=msg(
        "Looks for mistakes in documents and meetings, in all of them if none is named, and makes nothing."
    ),
    examples=(
        ("kdnet check", msg("everything in the project")),
        ("kdnet check erhvervshus-midtjylland@2022", msg("one document")),
        ("kdnet check --output-format concise", msg("a line for each mistake")),
        ("kdnet check --fix", msg("and what can be put right without asking is put right")),
        (
            "kdnet check erhvervshus-midtjylland@2022 --word fund.docx",
            msg("for a colleague who works in Word"),
        ),
        ("kdnet check --output-format sarif > fund.sarif", msg("for other programs")),
    ),
)
@click.argument("names", nargs=-1, metavar=text(msg("[DOCUMENT|MEETING...]")))
@click.option(
    "--output-format",
    "face",
    type=Choice(FACES),
    metavar="|".join(FACES),
    default="full",
    help=text(msg("how the mistakes are shown (otherwise full)")),
)
@click.option(
    "--fix",
    "fixes",
    is_flag=True,
    help=text(msg("put right in the files what can be put right without asking, and show the rest")),
)
@click.option(
    "--word",
    type=OutputFile(".docx"),
    metavar=text(msg("FILE")),
    help=text(msg("a copy in Word too, with what was found as comments at the words")),
)
@project_option()
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], face: str, *, fixes: bool, word: Path | None) -> int:
    """Shows every finding; errors among them are the exit code's matter, warnings are not."""
    from kdnet_docs.base.diagnostics import Refused, heard, is_error
    from kdnet_docs.cli.show import show

    found = project()
    if word and not isinstance(found, Refused):
        _is_of_one(names, word, found, ctx)
    if isinstance(found, Refused):
        findings = found.diagnostics
    else:
        everything = _fix(found, names, face) if fixes else _check(found, names)
        # Other programs are told what is silenced as well, and why.
        findings = everything if face in ("json", "sarif") else heard(everything)
    if findings or face in ("json", "sarif"):
        root = None if isinstance(found, Refused) else found.root
        show(findings, root=root, face=face, stream=sys.stdout)
    elif face == "full":
        say(msg("No mistakes found."))
    if face == "full" and not isinstance(found, Refused):
        _tell_before_adoption(found, names)
    is_written = word is None or isinstance(found, Refused) or _write_word(found, names[0], word, face)
    return exits.OK if is_written and not any(map(is_error, findings)) else exits.FINDINGS


def _is_of_one(names: tuple[str, ...], word: Path, project: Project, ctx: click.Context) -> None:
    """Ends the command where it is not one document of which a copy is wanted, or it would lie in the way."""
    from kdnet_docs.sources.project import SOURCES

    if len(names) != 1:
        wrong = msg("--word is for one document or meeting")
        raise Misuse(wrong, msg("name it: kdnet check X@2022 --word {file}", file=word.name), ctx)
    not_below((project.root / SOURCES, project.templates), {"--word": word}, ctx)


def _write_word(project: Project, name: str, word: Path, face: str) -> bool:
    from kdnet_docs.cli.commented import write_word_copy

    return write_word_copy(project, name, word, sys.stdout if face == "full" else sys.stderr)


def _fix(project: Project, names: tuple[str, ...], face: str) -> tuple[Diagnostic, ...]:
    """What is found when everything that can be has been put right; a state in git cannot be changed."""
    from kdnet_docs.base.diagnostics import Refused, heard
    from kdnet_docs.cli.fixing import fix
    from kdnet_docs.sources.revisions import split_reference

    stored = (project.path_of(name) for name in names if split_reference(name)[1] is not None)
    refused = tuple(found for one in stored if isinstance(one, Refused) for found in one.diagnostics)
    if refused:
        return refused
    findings = _check(project, names)
    # What other programs read on stdout has room for findings alone.
    stream = sys.stdout if face == "full" else sys.stderr
    for turn in range(_TURNS):
        if not fix(project, heard(findings), stream, again=turn > 0):
            break
        findings = _check(project, names)
    if face == "full":
        click.echo()
    return findings


def _tell_before_adoption(project: Project, names: tuple[str, ...]) -> None:
    """Tells it of documents as they are now; a state in git is past that."""
    from kdnet_docs.cli.of_states import before_adoption
    from kdnet_docs.sources.revisions import split_reference

    of_now = [name for name in names if split_reference(name)[1] is None]
    for message in before_adoption(project, of_now if names else project.references()):
        say(message)


def _check(project: Project, names: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """All that is found in the sources of these names, each in the state in git that it is named in."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.in_states import in_state
    from kdnet_docs.cli.progress import shown_progress
    from kdnet_docs.meeting.check import check_all
    from kdnet_docs.sources.revisions import split_reference
    from kdnet_docs.sources.states import as_of, name_in

    parts = [split_reference(name) for name in names]
    findings: list[Diagnostic] = []
    with shown_progress(sys.stderr) as progress:
        for at in dict.fromkeys(at for _, at in parts) or (None,):
            with as_of(project, at) as there:
                if isinstance(there, Refused):
                    findings.extend(there.diagnostics)
                    continue
                called = [name_in(there, project, name) for name, state in parts if state == at]
                findings.extend(
                    found for one in called if isinstance(one, Refused) for found in one.diagnostics
                )
                own = [one for one in called if isinstance(one, str)]
                if own or not names:
                    findings.extend(in_state(check_all(there, own, progress), at))
    return tuple(findings)
