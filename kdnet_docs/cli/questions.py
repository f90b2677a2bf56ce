"""The questions that a draft for the next year leaves, put to whoever sits at the keyboard."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli.findings.printable import safe
from kdnet_docs.cli.screen import in_colour, say, text, width
from kdnet_docs.rollforward.decisions import Answer
from kdnet_docs.rollforward.draft import spoils

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kdnet_docs.rollforward.decisions import Answers
    from kdnet_docs.rollforward.item import Item
    from kdnet_docs.rollforward.plan import Plan

_AS_IT_IS, _LATER, _STOP = "=", "?", ("q", "s", "stop", "slut", "quit")


@dataclass(frozen=True, slots=True)
class Stopped:
    """That somebody stopped, and what was answered before."""

    answers: Answers


def questions(plan: Plan, known: Answers) -> Answers | Stopped:
    """Shows what is certain, and asks about the rest; what is known already is not asked again."""
    answers = dict(known)
    try:
        certain = [item for item in plan.items if item.verdict.kind != "ask"]
        wrong = () if known else _table(certain)
        asked = [item for item in plan.asked if item.place not in answers]
        groups = [*([item] for item in wrong), *_alike(asked)]
        if groups:
            _how()
        for number, items in enumerate(groups, start=1):
            click.echo()
            say(msg("Question {number} of {count}", number=number, count=len(groups)))
            words = _answer(plan, items)
            if words is not None:
                answers.update({item.place: Answer(words=words) for item in items})
    except (_Stop, click.Abort):
        click.echo()
        return Stopped(answers)
    return answers


class _Stop(Exception):  # noqa: N818 - no error
    """Somebody has had enough for now."""


def _alike(items: Sequence[Item]) -> list[list[Item]]:
    """The items, those together that are the same question in several places."""
    first: dict[tuple[object, ...], int] = {}
    for at, item in enumerate(items):
        first.setdefault(_question(item), at)
    ordered = sorted(items, key=lambda item: first[_question(item)])
    return [list(group) for _, group in groupby(ordered, key=_question)]


def _question(item: Item) -> tuple[object, ...]:
    is_figure = item.is_whole
    return (item.words, item.verdict.new, item.verdict.reason, item.part if is_figure else "")


# --- what is certain ---------------------------------------------------------------------------


def _table(items: Sequence[Item]) -> tuple[Item, ...]:
    """Shows what was found and what becomes of it; gives what somebody wants to decide otherwise."""
    shown: list[Item] = []
    for kind, heading in (("shift", msg("Follows the year")), ("keep", msg("Stays as it is"))):
        click.echo()
        click.echo(click.style(text(heading), bold=in_colour(sys.stdout) or None))
        of_kind = [item for item in items if item.verdict.kind == kind]
        for reason in dict.fromkeys(item.verdict.reason for item in of_kind):
            _wrapped(f"{text(reason)}:", "  ")
            for item in of_kind:
                if item.verdict.reason == reason:
                    shown.append(item)
                    _row(item, len(shown))
    click.echo()
    return _to_decide(shown)


def _row(item: Item, number: int) -> None:
    moved = item.verdict.new if item.verdict.new != item.words else None
    words = item.words if moved is None else f"{item.words} → {moved or '–'}"
    place = text(msg("line {line}", line=item.span.line))
    click.echo(f"  {number:4}  {place:10}  {safe(words)}  ({safe(item.part)})")


def _to_decide(items: Sequence[Item]) -> tuple[Item, ...]:
    asked = text(msg("Is any of it wrong? Write the numbers (Enter: no)"))
    while True:
        said = _prompt(asked)
        numbers = said.replace(",", " ").split()
        if all(number.isdecimal() and 1 <= int(number) <= len(items) for number in numbers):
            chosen = (items[int(number) - 1] for number in dict.fromkeys(numbers))
            return tuple(item for item in chosen if not item.is_fixed)
        say(msg("write numbers from 1 to {count} with spaces between them", count=len(items)))


# --- one question ------------------------------------------------------------------------------


def _how() -> None:
    click.echo()
    say(
        msg(
            "Enter takes what stands in brackets. Write = to keep the old words, "
            "? to leave the question open,"
        )
    )
    say(msg("and q to stop: the answers are kept, and the same command goes on from there."))


def _answer(plan: Plan, items: Sequence[Item]) -> str | None:
    """What is to stand in these places, or None where somebody leaves that open."""
    item = items[0]
    _wrapped(item.sentence, "    ")
    places = ", ".join(str(one.span.line) for one in items)
    _wrapped(f"{_place(item, places)} {_capital(text(item.verdict.reason))}", "  ")
    proposal = item.verdict.new
    while True:
        brackets = proposal if proposal is not None else _LATER
        said = _prompt(text(msg("  was {old}, becomes [{proposal}]", old=item.words, proposal=brackets)))
        if said == _LATER or (not said and proposal is None):
            return None
        words = item.words if said == _AS_IT_IS else said or proposal or ""
        wrong = next(filter(None, (spoils(plan, one, Answer(words=words)) for one in items)), None)
        if wrong is None:
            return words
        _wrapped(text(wrong.message), "  ")
        if wrong.hint:
            _wrapped(text(wrong.hint), "  ")


def _place(item: Item, lines: str) -> str:
    return text(msg("{part}, line {lines}:", part=item.part, lines=lines))


def _prompt(question: str) -> str:
    said = str(click.prompt(safe(question), default="", show_default=False, prompt_suffix=": "))
    words = " ".join(said.split())
    if words.lower() in _STOP:
        raise _Stop
    return words


def _wrapped(words: str, indent: str) -> None:
    for line in wrap(safe(words), width(), initial_indent=indent, subsequent_indent=indent):
        click.echo(line)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
