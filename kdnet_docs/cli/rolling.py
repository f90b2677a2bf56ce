"""What `kdnet rollforward` does when all is read: asks, writes, and tells what is different and what not."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.findings.page import called_from
from kdnet_docs.cli.findings.printable import safe
from kdnet_docs.cli.questions import Stopped, questions
from kdnet_docs.cli.screen import heading, say, text, width
from kdnet_docs.cli.show import show_errors
from kdnet_docs.compare.faces.report import counted, title, with_clause
from kdnet_docs.compare.weight import by_weight
from kdnet_docs.compare.wording.values import capital
from kdnet_docs.rollforward.rollforward import decisions_file, roll, write
from kdnet_docs.rollforward.untouched import untouched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kdnet_docs.compare.comparison import Comparison
    from kdnet_docs.rollforward.decisions import Answers
    from kdnet_docs.rollforward.rollforward import Prepared, Rolled
    from kdnet_docs.rollforward.untouched import Untouched

_FIRST_CHANGES = 40


def run(prepared: Prepared) -> int:
    """Asks what is to be decided if somebody is there, and writes the draft."""
    show_errors(prepared.decisions.findings, root=prepared.project.root)
    _tell_beginning(prepared)
    answers: Answers = prepared.decisions.answers
    if sys.stdin.isatty() and sys.stdout.isatty():
        answered = questions(prepared.plan, answers)
        if isinstance(answered, Stopped):
            return _stop(prepared, answered)
        answers = answered
    rolled = roll(prepared, answers)
    if isinstance(rolled, Refused):
        show_errors(rolled.diagnostics, root=prepared.project.root)
        say(msg("Nothing is written."))
        return exits.FINDINGS
    write(prepared, rolled.files)
    _tell(prepared, rolled, answers)
    return exits.OK


def _stop(prepared: Prepared, stopped: Stopped) -> int:
    """Keeps what has been answered so far."""
    files = dict(decisions_file(prepared, stopped.answers))
    write(prepared, files)
    say(msg("Stopped. The answers are in {file}.", file=_called(prepared.decisions_path)))
    say(msg("The draft is not written yet. The same command goes on from here:"))
    click.echo(f"  {_command(prepared)}")
    return exits.INTERRUPTED if stopped.interrupted else exits.FINDINGS


# --- what is told ------------------------------------------------------------------------------


def _tell_beginning(prepared: Prepared) -> None:
    plan = prepared.plan
    file = plan.source.name.rpartition("/")[2]
    new = plan.versions.new.name
    say(msg("From {old} to {new}, with the lines of {file}:", old=plan.reference, new=new, file=file))
    kinds = Counter(item.verdict.kind for item in plan.items)
    counts = msg(
        "{shift} places in the file follow the year, {keep} stay, {ask} are for you to decide.",
        shift=kinds["shift"],
        keep=kinds["keep"],
        ask=kinds["ask"],
    )
    say(counts)
    if prepared.stored is not None:
        say(msg("The decisions in {file} are taken along.", file=_called(prepared.decisions_path)))
        missing = sum(item.place not in prepared.decisions.entries for item in plan.items)
        if missing:
            say(
                msg("1 place has no line in it, and is taken as it was found.")
                if missing == 1
                else msg(
                    "{count} places have no line in it, and are taken as they were found.", count=missing
                )
            )
    elif prepared.decisions_path != prepared.usual_place:
        say(msg("There was no file {file}; it is written now.", file=_called(prepared.decisions_path)))
    if newer := _newer(prepared):
        say(msg("Beware: there is a newer version to go on from, {name}.", name=newer[-1]))


def _newer(prepared: Prepared) -> Sequence[str]:
    """The versions of the document between the one that is gone from and the new one."""
    plan = prepared.plan
    earlier = prepared.project.earlier(f"{plan.reference.partition('@')[0]}@{plan.versions.new.name}")
    return earlier[earlier.index(plan.reference) + 1 :] if plan.reference in earlier else ()


def _tell(prepared: Prepared, rolled: Rolled, answers: Answers) -> None:
    click.echo()
    say(msg("The draft       {file}", file=_called(prepared.path)))
    say(msg("The decisions   {file}", file=_called(prepared.decisions_path)))
    click.echo()
    _tell_changes(rolled.comparison, prepared)
    click.echo()
    _tell_untouched(prepared, rolled, answers)
    _tell_open(prepared, rolled)


def _tell_changes(comparison: Comparison, prepared: Prepared) -> None:
    """The comparison in short sentences, the weightiest first."""
    heading(title(comparison))
    say(msg("On the pages there are {changes}:", changes=counted(comparison.facts)))
    for fact in by_weight(comparison.facts)[:_FIRST_CHANGES]:
        _line(text(with_clause(fact, comparison)))
    if (parameter := "{{ version }}") in prepared.plan.source.text:
        say(
            msg(
                "Here {parameter} counts wherever it stands, and a date that no page shows does not.",
                parameter=parameter,
            )
        )
    new = f"{prepared.plan.reference.partition('@')[0]}@{prepared.plan.versions.new.name}"
    say(msg("See all of it with: {command}", command=f"kdnet compare {prepared.named} {new}"))


def _tell_untouched(prepared: Prepared, rolled: Rolled, answers: Answers) -> None:
    left = tuple(untouched(prepared.plan, answers, rolled.draft))
    heading(msg("Left untouched, with the lines of the draft") if left else msg("Nothing is left untouched."))
    for one in left:
        _line(f"{capital(text(one.reason))}: {_by_words(one)}")


def _by_words(one: Untouched) -> str:
    """The words with the lines that they stand in, the same words once."""
    lines: dict[str, list[str]] = {}
    for line, words in one.places:
        lines.setdefault(words, []).append(str(line))
    told = (
        msg("{words} (line {lines})", words=words, lines=", ".join(dict.fromkeys(its)))
        for words, its in lines.items()
    )
    return "; ".join(map(text, told))


def _tell_open(prepared: Prepared, rolled: Rolled) -> None:
    click.echo()
    count = len(rolled.draft.open)
    if not count:
        say(msg("Everything is decided."))
        return
    say(
        msg('1 question is not answered. It stands in the draft under "unanswered".')
        if count == 1
        else msg(
            '{count} questions are not answered. They stand in the draft under "unanswered".', count=count
        )
    )
    say(msg('Write the answers after "new:" in the decisions, and run the same command again:'))
    click.echo(f"  {_command(prepared)}")
    say(
        msg(
            "Or answer in the draft itself; `kdnet check` shows what is left, and `kdnet final` waits for it."
        )
    )


def _line(words: str) -> None:
    for line in wrap(safe(" ".join(words.split())), width(), initial_indent="  - ", subsequent_indent="    "):
        click.echo(line)


def _called(path: Path) -> str:
    return called_from(Path.cwd(), path)


def _command(prepared: Prepared) -> str:
    """The same command once more."""
    command = f"kdnet rollforward {prepared.named} --to {prepared.plan.versions.new.name}"
    if prepared.decisions_path == prepared.usual_place:
        return command
    return f'{command} --decisions "{_called(prepared.decisions_path)}"'
