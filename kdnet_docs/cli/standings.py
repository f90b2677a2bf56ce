"""How far documents have come, on the screen: a line for each, or all there is to tell of one."""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from textwrap import wrap

import click

from kdnet_docs.base.diagnostics import Refused, counted
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.times import Day
from kdnet_docs.cli.findings.page import Page, called_from
from kdnet_docs.cli.findings.printable import printable, safe
from kdnet_docs.cli.screen import in_colour, text, width
from kdnet_docs.document.tree import Signatory
from kdnet_docs.final.next_step import next_step
from kdnet_docs.final.standing import Standing
from kdnet_docs.model.life import LIFE
from kdnet_docs.model.parts import State

_GAP = "  "
_NARROWEST = 30
"""Columns that a sentence is given, however narrow the screen is."""


def lines(standings: Mapping[str, Standing | Refused]) -> Iterator[str]:
    """The name, the state and the next step of each document, below one another."""
    names = max(len(safe(name)) for name in standings)
    states = max(map(len, LIFE))
    indent = names + states + 3 * len(_GAP)
    for name, one in standings.items():
        state = None if isinstance(one, Refused) else one.state
        told = wrap(text(_told(name, one)), max(width() - indent, _NARROWEST), break_on_hyphens=False)
        head = f"{_GAP}{safe(name):<{names}}{_GAP}{_padded(state, states)}{_GAP}"
        yield head + f"\n{' ' * indent}".join(told)


def _told(name: str, one: Standing | Refused) -> Message:
    if isinstance(one, Refused):
        return msg("{found}: see `kdnet check {name}`", found=counted(one.diagnostics), name=name)
    return next_step(one, shown=False)


def _padded(state: State | None, columns: int) -> str:
    padded = f"{state or '-':<{columns}}"
    return click.style(padded, fg=_colour(state)) if in_colour(sys.stdout) else padded


def _colour(state: State | None) -> str:
    """Red where something is wrong, yellow while it is a draft, green when nothing is left to do."""
    if state is None:
        return "red"
    if LIFE[state].is_draft:
        return "yellow"
    return "cyan" if LIFE[state].may_become else "green"


# --- one document -------------------------------------------------------------------------------


def page(here: Standing, screen: Page) -> Iterator[str]:
    """The title, and below it a line for each thing there is to tell."""
    title = f"{here.document.title} ({here.name})"
    yield click.style(printable(title), bold=True) if screen.colour else printable(title)
    told = [(label.to(screen.language), words) for label, words in _facts(here, screen)]
    columns = max(len(label) for label, _ in told)
    indent = len(_GAP) * 2 + columns
    for label, words in told:
        folded = wrap(printable(words), max(screen.width - indent, _NARROWEST), break_on_hyphens=False)
        yield f"{_GAP}{label:<{columns}}{_GAP}" + f"\n{' ' * indent}".join(folded)
    if here.final and here.is_out_for_signing:
        file = called_from(screen.here, here.final.path)
        quoted = f'"{file}"' if " " in file else file
        command = (
            f"kdnet sign {quoted} --field {here.missing[0].field} --pkcs12 F.p12"
            if here.missing
            else f"kdnet verify {quoted} --trust CA.pem"
        )
        yield " " * indent + safe(command)


def _facts(here: Standing, screen: Page) -> Iterator[tuple[Message, str]]:
    yield msg("Source"), screen.file(here.model.span)
    yield msg("Status"), _way(here.state)
    if here.adoption:
        yield msg("Adopted"), screen.text(_adopted(here))
    if here.final:
        yield msg("Final file"), called_from(screen.here, here.final.path)
        for one in here.signatories:
            yield msg("Signature"), screen.text(_signature(here, one))
    if here.in_the_way:
        yield msg("In the way"), screen.text(msg("{found}, below", found=counted(here.in_the_way)))
    yield msg("Next step"), screen.text(next_step(here, shown=True))


def _way(state: State) -> str:
    """The states one after the other, with the one it is in picked out."""
    return " → ".join(f"[{one}]" if one == state else one for one in LIFE)


def _adopted(here: Standing) -> Message:
    adoption = here.adoption
    assert adoption  # noqa: S101 - asked only where there is one
    committed = msg(
        "committed on {day} with {commit} ({author}: {subject})",
        day=Day(date.fromisoformat(adoption.day)),
        commit=adoption.commit.short,
        author=adoption.commit.author,
        subject=adoption.commit.subject,
    )
    stated = here.model.adopted
    told = msg("{day}; {committed}", day=Day(stated), committed=committed) if stated else committed
    return (
        msg("{told}, or earlier: the history begins there", told=told) if adoption.is_oldest_known else told
    )


def _signature(here: Standing, one: Signatory) -> Message:
    """What the field of a signatory holds; that the right one signed, only verification can say."""
    field = here.final.fields.get(one.field) if here.final else None
    who = f"{one.name or one.heading} ({one.field})"
    if field is None:
        return msg("{who} has no field in it", who=who)
    if not field.is_signed:
        return msg("{who}: the field is not signed", who=who)
    if not field.signer:
        return msg("{who}: the field is signed; not verified yet", who=who)
    return msg(
        "{who}: the field is signed with the certificate of {signer}; not verified yet",
        who=who,
        signer=safe(field.signer),
    )
