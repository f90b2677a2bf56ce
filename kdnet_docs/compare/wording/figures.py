"""What happened to a target, an amount, a date or an obligation, in a sentence."""

import re

from kdnet_docs.base.messages import Message, Spoken, msg
from kdnet_docs.compare.fact import ByDays, ByNumber, Fact, Kind
from kdnet_docs.compare.wording.values import (
    apart,
    capital,
    difference,
    how_often,
    is_frequency,
    not_whole_months,
    spoken,
)
from kdnet_docs.reading.values import Duty, Figure, Period, Value


def target(fact: Fact) -> Message:
    """A target that was raised or lowered, came or went: "Målet for kendskab er hævet fra ..."."""
    subject = _closed(fact.subject)
    if isinstance(fact.new, Figure) and fact.old is None:
        return msg("New target: {subject}, {figure}", subject=fact.subject, figure=_due(fact.new))
    if isinstance(fact.old, Figure) and fact.new is None:
        return msg("The target is gone: {subject}, {figure}", subject=fact.subject, figure=_due(fact.old))
    old, new, by = said(fact.old), said(fact.new), _by(fact)
    match fact.direction:
        case "raised":
            return msg(
                "The target for {subject} has been raised from {old} to {new}{by}",
                subject=subject,
                old=old,
                new=new,
                by=by,
            )
        case "lowered":
            return msg(
                "The target for {subject} has been lowered from {old} to {new}{by}",
                subject=subject,
                old=old,
                new=new,
                by=by,
            )
        case _:
            return msg(
                "The target for {subject} has been changed from {old} to {new}{by}",
                subject=subject,
                old=old,
                new=new,
                by=by,
            )


def _closed(subject: str) -> str:
    """A subject with a clause of its own ends in a comma: "virksomheder, der er nye,"."""
    return f"{subject}," if ", " in subject else subject


def _due(figure: Figure) -> Spoken | str:
    text = said(figure)
    return msg("{figure} ({due})", figure=text, due=figure.due) if figure.due else text


def figure(fact: Fact) -> Message:
    """An amount, another figure, a date, a deadline or a period."""
    if isinstance(fact.old, Figure) and isinstance(fact.new, Figure) and fact.subject == fact.new.unit != "":
        return msg(
            "The number of {what} has been changed from {old} to {new}",
            what=fact.subject,
            old=fact.old.text,
            new=fact.new.text,
        )
    if fact.kind is Kind.DEADLINE and (fact.old is None or fact.new is None):
        return about(fact, _deadline_alone(fact))
    if fact.old is None:
        return about(fact, msg("{new} has been added", new=said(fact.new)))
    if fact.new is None:
        return about(fact, msg("{old} has been left out", old=said(fact.old)))
    return about(fact, _changed(fact))


def _deadline_alone(fact: Fact) -> Message:
    """A deadline, or the day on which something ends, that came or went."""
    value = fact.new or fact.old
    text = value.text if value else ""
    if last := _ENDS.match(text):
        day = text[last.end() :]
        return (
            msg("The last day, {day}, has been added", day=day)
            if fact.new
            else msg("The last day, {day}, has been left out", day=day)
        )
    if fact.old is None:
        return msg("The deadline “{new}” has been added", new=said(fact.new))
    return msg("The deadline “{old}” has been left out", old=said(fact.old))


_ENDS = re.compile(r"(?:til og med|until|through)\s+(?:den\s+|d\.\s*)?", re.IGNORECASE)


def _changed(fact: Fact) -> Message:
    if fact.kind is Kind.QUANTITY and isinstance(fact.old, Figure) and isinstance(fact.new, Figure):
        return _quantity(fact, fact.old, fact.new)
    old, new, by = said(fact.old), said(fact.new), _by(fact)
    match fact.kind, fact.direction:
        case Kind.AMOUNT, "raised":
            return msg("The amount has been raised from {old} to {new}{by}", old=old, new=new, by=by)
        case Kind.AMOUNT, "lowered":
            return msg("The amount has been lowered from {old} to {new}{by}", old=old, new=new, by=by)
        case Kind.AMOUNT, _:
            return msg("The amount has been changed from {old} to {new}{by}", old=old, new=new, by=by)
        case Kind.DATE, _:
            return msg("The date has been changed from {old} to {new}{by}", old=old, new=new, by=by)
        case Kind.DEADLINE, _ if isinstance(fact.old, Period) and isinstance(fact.new, Period):
            return msg("The time has been changed from {old} to {new}{by}", old=old, new=new, by=by)
        case Kind.DEADLINE, _ if not by:
            return msg("The deadline has been changed from {old} to {new}", old=old, new=new)
        case Kind.DEADLINE, _:
            return msg("The deadline has been moved from {old} to {new}{by}", old=old, new=new, by=by)
        case Kind.PERIOD, _:
            return msg("The period has been changed from {old} to {new}{by}", old=old, new=new, by=by)
        case _:
            return msg("The figure has been changed from {old} to {new}{by}", old=old, new=new, by=by)


def _quantity(fact: Fact, old: Figure, new: Figure) -> Message:
    """How many, how often, or another figure."""
    before, after = said(old), said(new)
    if is_frequency(old) and is_frequency(new):
        return msg(
            "The frequency has been changed from {old} to {new}", old=how_often(old), new=how_often(new)
        )
    if not any(re.search(r"\d", one.text) for one in (old, new)):
        # From "tre" to "fire" one counts oneself.
        return msg("The figure has been changed from “{old}” to “{new}”", old=before, new=after)
    return msg("The figure has been changed from {old} to {new}{by}", old=before, new=after, by=_by(fact))


def total(fact: Fact) -> Message:
    """A stated total, and whether the rows still add up to it."""
    match fact.agrees:
        case (True, True):
            sums = msg("and the rows still add up to it")
        case (True, False):
            sums = msg("and the rows no longer add up to it")
        case (False, True):
            sums = msg("and now the rows add up to it")
        case _:
            sums = msg("and the rows do not add up to it")
    if fact.old is None or fact.new is None:
        return about(fact, msg("{figure}, {sums}", figure=said(fact.new or fact.old), sums=sums))
    old, new, by = said(fact.old), said(fact.new), _by(fact)
    if fact.old == fact.new:
        return about(fact, msg("The total is still {new}, {sums}", new=new, sums=sums))
    return about(
        fact,
        msg("The total has gone from {old} to {new}{by}, {sums}", old=old, new=new, by=by, sums=sums),
    )


def obligation(fact: Fact) -> Message:
    """How far something binds: "Forpligtelsen er løsnet fra ”skal” til ”kan”"."""
    match fact.direction:
        case "stricter":
            change = msg("The obligation has been tightened")
        case "looser":
            change = msg("The obligation has been loosened")
        case _:
            change = msg("The obligation has been changed")
    told = _obligation(fact, change)
    if "…" in fact.subject:
        return msg("{sentence}: “{subject}”", subject=_in_place(fact), sentence=told)
    return about(fact, told)


def _obligation(fact: Fact, change: Message) -> Message:
    old, new = said(fact.old), said(fact.new)
    if fact.old is None and _denies(fact.new):
        return msg("A negation has been added, “{new}”", new=new)
    if fact.new is None and _denies(fact.old):
        return msg("A negation has been left out, “{old}”", old=old)
    if fact.old is None:
        return msg("{change}, as “{new}” has been added", change=change, new=new)
    if fact.new is None:
        return msg("{change}, as “{old}” has been left out", change=change, old=old)
    return msg("{change} from “{old}” to “{new}”", change=change, old=old, new=new)


def _in_place(fact: Fact) -> str:
    """The part of the sentence around the words that bind, with them; "… " before what begins inside it."""
    value = fact.new or fact.old
    part = fact.subject.replace("…", value.text if value else "", 1)
    return f"… {part}" if part[:1].islower() else part


def _denies(value: Value | None) -> bool:
    return isinstance(value, Duty) and value.force == "none"


def said(value: Value | None) -> Spoken | str:
    """A value as a sentence says it, nothing where there is none."""
    return "" if value is None else spoken(value)


def about(fact: Fact, sentence: Message) -> Message:
    """A sentence with what it speaks of: a name before it, or after it the words around the change."""
    if "…" in fact.subject:
        return msg("{sentence}: “{subject}”", subject=fact.subject, sentence=sentence)
    if not fact.subject:
        return sentence
    return msg("{subject}: {sentence}", subject=capital(fact.subject), sentence=sentence)


def _by(fact: Fact) -> Message | str:
    by = fact.difference
    if fact.kind is Kind.QUANTITY and isinstance(by, ByNumber):
        # The figure says what it counts.
        by = ByNumber(amount=by.amount, unit="")
    if by is None or (isinstance(by, ByDays) and not_whole_months(fact.old, fact.new)):
        return ""
    told = apart(by, fact.old, fact.new) if isinstance(by, ByDays) else difference(by)
    return msg(" ({difference})", difference=told)
