"""The questions that a draft for the next year leaves, put to whoever sits at the keyboard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli.findings.printable import safe
from kdnet_docs.cli.screen import heading, say, text, width
from kdnet_docs.compare.faces.report import shortened
from kdnet_docs.compare.wording.values import capital
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.rollforward.decisions import Answer, decided
from kdnet_docs.rollforward.draft import spoils

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kdnet_docs.base.messages import Message
    from kdnet_docs.rollforward.decisions import Answers
    from kdnet_docs.rollforward.item import Item
    from kdnet_docs.rollforward.plan import Plan

_AROUND = 32
"""So many characters on each side of words tell what they speak of."""

_CUT_BEFORE = re.compile(r"(?s).*\n[ \t]*\n|\A[^{]*\}\}")
_CUT_AFTER = re.compile(r"(?s)\n[ \t]*\n.*|\{\{[^}]*\Z")
_AS_IT_IS, _LATER, _STOP = "=", "?", ("q", "s", "stop", "slut", "quit")


@dataclass(frozen=True, slots=True)
class Stopped:
    """That somebody stopped, and what was answered before; `interrupted` with Ctrl-C."""

    answers: Answers
    interrupted: bool


def questions(plan: Plan, known: Answers) -> Answers | Stopped:
    """Shows what is certain, and asks about the rest; what is known already is not asked again."""
    answers = dict(known)
    try:
        certain = [item for item in plan.items if item.verdict.kind != "ask"]
        wrong = () if known else _table(certain)
        open_items = [item for item in plan.items if decided(item, answers) is None]
        groups = [*([item] for item in wrong), *_alike(open_items)]
        if groups:
            _tell_count(sum(map(len, groups)), len(groups))
            _how()
        for number, items in enumerate(groups, start=1):
            click.echo()
            say(msg("Question {number} of {count}", number=number, count=len(groups)))
            words = _answer(plan, items)
            answers.update({item.place: Answer(words=words) for item in items})
    except (_Stop, click.Abort) as stop:
        click.echo()
        # click makes the same of Ctrl-C and of the end of what is typed.
        return Stopped(answers, interrupted=isinstance(stop.__context__, KeyboardInterrupt))
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
    # What is over may be done in one sentence and hold in another; a period is the same wherever it stands.
    is_alone = item.is_whole or (item.verdict.new is None and len(YEAR.findall(item.words)) == 1)
    return (item.words, item.verdict.new, item.verdict.reason, item.place if is_alone else ())


# --- what is certain ---------------------------------------------------------------------------


def _table(items: Sequence[Item]) -> tuple[Item, ...]:
    """Shows what was found and what becomes of it; gives what somebody wants to decide otherwise."""
    shown: list[Item] = []
    for kind, words in (("shift", msg("Follows the year")), ("keep", msg("Stays as it is"))):
        click.echo()
        heading(words)
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
    lead = f"  {number:4}  {place:10}  "
    _wrapped(_in_its_sentence(words, item), lead, " " * len(lead))


def _in_its_sentence(words: str, item: Item) -> str:
    """The words with what stands around them, so that somebody sees what they speak of."""
    if item.is_whole:
        said = item.sentence.removesuffix(item.words).rstrip(", ")
        return f"[{words}]  {item.part}" + (f": {shortened(said, _AROUND)}" if said else "")
    whole = item.wording.text
    # What is cut off in the middle of a word or a parameter is left out, and so is another paragraph.
    before = _CUT_BEFORE.sub("", whole[max(0, item.start - _AROUND - 1) : item.start])
    after = _CUT_AFTER.sub("", whole[item.end : item.end + _AROUND + 1])
    before = before.partition(" ")[2] if len(before) > _AROUND else before
    after = after.rpartition(" ")[0] if len(after) > _AROUND else after
    return " ".join(f"{before}[{words}]{after}".split())


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


def _tell_count(places: int, count: int) -> None:
    """Why there are fewer questions than places."""
    if count < places:
        click.echo()
        say(
            msg(
                "The {places} places are {count} questions: the same question is asked once for all of them.",
                places=places,
                count=count,
            )
        )


def _how() -> None:
    click.echo()
    say(
        msg(
            "Enter takes what stands in brackets. Write = to keep the old words, "
            "? to leave the question open,"
        )
    )
    say(msg("and q to stop: the answers are kept, and the same command goes on from there."))


def _answer(plan: Plan, items: Sequence[Item]) -> str:
    """What is to stand in these places, or nothing where somebody leaves that open."""
    item = items[0]
    _wrapped(item.sentence, "    ")
    places = ", ".join(dict.fromkeys(str(one.span.line) for one in items))
    _wrapped(f"{_place(item, places)} {capital(text(item.question))}", "  ")
    proposal, doubted = item.verdict.new, None
    while True:
        brackets = proposal if proposal is not None else _LATER
        said = _prompt(text(msg("  was {old}, becomes [{proposal}]", old=item.words, proposal=brackets)))
        if said == _LATER or (not said and proposal is None):
            return ""
        words = item.words if said == _AS_IT_IS else said or proposal or ""
        wrong = _wrong(plan, items, words)
        if not wrong and (words == doubted or not _is_no_time(words, item)):
            return words
        doubted = words
        for message in wrong or (_really(words, item),):
            _wrapped(text(message), "  ")


def _wrong(plan: Plan, items: Sequence[Item], words: str) -> Sequence[Message]:
    """Why the words cannot stand in these places, and what to do about it."""
    wrong = next(filter(None, (spoils(plan, one, Answer(words=words)) for one in items)), None)
    return tuple(filter(None, (wrong.message, wrong.hint))) if wrong else ()


def _is_no_time(words: str, item: Item) -> bool:
    """Whether an answer such as "ja" or "ved ikke" may be none: there was a year, and it has none."""
    return YEAR.search(item.words) is not None and YEAR.search(words) is None


def _really(words: str, item: Item) -> Message:
    return msg(
        'write what is to stand in place of "{old}"; if that is "{words}", write it once more',
        old=item.words,
        words=words,
    )


def _place(item: Item, lines: str) -> str:
    return text(msg("{part}, line {lines}:", part=item.part, lines=lines))


def _prompt(question: str) -> str:
    said = str(click.prompt(safe(question), default="", show_default=False, prompt_suffix=": "))
    words = " ".join(said.split())
    if words.lower() in _STOP:
        raise _Stop
    return words


def _wrapped(words: str, first: str, others: str | None = None) -> None:
    indent = first if others is None else others
    for line in wrap(safe(words), width(), initial_indent=first, subsequent_indent=indent):
        click.echo(line)
