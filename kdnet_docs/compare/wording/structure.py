"""What happened to goals, clauses, tables, footnotes and passages, in a sentence."""

from collections.abc import Callable
from decimal import Decimal

from kdnet_docs.base.messages import Message, Spoken, msg
from kdnet_docs.compare.fact import ByYears, Fact, Kind
from kdnet_docs.compare.wording.figures import about, said
from kdnet_docs.compare.wording.values import Number, shortened


def outline(fact: Fact) -> Message:
    """A goal, section, clause or heading."""
    subject, old, new = fact.subject, said(fact.old), said(fact.new)
    match fact.kind:
        case Kind.GOAL_ADDED | Kind.GOAL_DROPPED:
            return _goal(fact)
        case Kind.GOAL_RENUMBERED:
            return renumbered(fact, lambda one, two: msg("Goal {old} is now goal {new}", old=one, new=two))
        case Kind.CLAUSE_ADDED:
            return msg("“{name}” has been added", name=new or subject)
        case Kind.CLAUSE_DROPPED:
            return msg("“{name}” has been dropped", name=old or subject)
        case Kind.CLAUSE_MOVED:
            return _moved(subject, old, new)
        case Kind.CLAUSE_RENUMBERED:
            return _renumbered_clauses(fact)
        case _:
            return msg("The heading “{old}” is now “{new}”", old=old, new=new)


def _renumbered_clauses(fact: Fact) -> Message:
    """One clause by its heading, several by their numbers below the heading above them."""
    subject, old, new = fact.subject, said(fact.old), said(fact.new)
    if len(fact.places) == 1 and subject:
        return msg("“{subject}” has gone from no. {old} to no. {new}", subject=subject, old=old, new=new)
    if not subject:
        return renumbered(fact, lambda one, two: msg("No. {old} is now no. {new}", old=one, new=two))
    told = renumbered(fact, lambda one, two: msg("no. {old} is now no. {new}", old=one, new=two))
    return msg("Below “{subject}” {told}", subject=subject, told=told)


def renumbered(fact: Fact, first: Callable[[str, str], Message]) -> Message:
    """Each number beside what it is now; `first` says it of the first pair."""
    old, new = ((value.text if value else "").split(", ") for value in (fact.old, fact.new))
    pairs = tuple(zip(old, new, strict=False))
    told = first(*pairs[0])
    for one, other in pairs[1:]:
        told = msg("{told}; {old} is now {new}", told=told, old=one, new=other)
    return told


def _goal(fact: Fact) -> Message:
    """A goal that came or went; one without a title is called by its number."""
    value, came = fact.new or fact.old, fact.kind is Kind.GOAL_ADDED
    name = said(value) or fact.subject
    if value and fact.subject == value.text:
        return (
            msg("A goal without a title has been added: {name}", name=name)
            if came
            else msg("A goal without a title has been dropped: {name}", name=name)
        )
    return (
        msg("A goal has been added: {name}", name=name)
        if came
        else msg("A goal has been dropped: {name}", name=name)
    )


def _moved(subject: str, old: Spoken | str, new: Spoken | str) -> Message:
    """With numbers or headings from and to, or with what the part stands after now."""
    if isinstance(old, str) and old.isdigit():
        return msg("“{subject}” has moved from no. {old} to no. {new}", subject=subject, old=old, new=new)
    if old:
        return msg("“{subject}” has moved from {old} to {new}", subject=subject, old=old, new=new)
    if new:
        return msg("“{subject}” has moved and now stands after “{new}”", subject=subject, new=new)
    return msg("“{subject}” has moved", subject=subject)


def table(fact: Fact) -> Message:
    """A table or a column."""
    subject = shortened(fact.subject)
    match fact.kind:
        case Kind.TABLE_ADDED:
            return msg("The table “{subject}” has been added", subject=subject)
        case Kind.TABLE_REMOVED:
            return msg("The table “{subject}” has been removed", subject=subject)
        case Kind.COLUMN_ADDED:
            return msg("The column “{subject}” has been added", subject=subject)
        case _:
            return msg("The column “{subject}” has been removed", subject=subject)


def row(fact: Fact) -> Message:
    """A row of a table."""
    subject, old, new = shortened(fact.subject), said(fact.old), said(fact.new)
    match fact.kind:
        case Kind.ROW_ADDED if new:
            return msg("The row “{subject}” has been added: {new}", subject=subject, new=new)
        case Kind.ROW_ADDED:
            return msg("The row “{subject}” has been added", subject=subject)
        case Kind.ROW_REMOVED if old:
            return msg("The row “{subject}” has been removed: {old}", subject=subject, old=old)
        case Kind.ROW_REMOVED:
            return msg("The row “{subject}” has been removed", subject=subject)
        case Kind.ROW_MOVED:
            return msg("The row “{subject}” has moved", subject=subject)
        case _:
            return now_says(fact)


def now_says(fact: Fact) -> Message:
    """A row, an initiative, a point or a bilag of which some words changed."""
    subject, old, new = shortened(fact.subject), said(fact.old), said(fact.new)
    if fact.new and fact.subject == fact.new.text and old:
        return msg("“{old}” is now called “{new}”", old=old, new=new)
    if not old:
        return msg("“{subject}” now also says “{new}”", subject=subject, new=new)
    if not new:
        return msg("“{subject}” no longer says “{old}”", subject=subject, old=old)
    return msg("“{subject}” now says “{new}” instead of “{old}”", subject=subject, old=old, new=new)


def passage(fact: Fact) -> Message:
    """A paragraph or other words."""
    old, new = said(fact.old), said(fact.new)
    text = new or old or shortened(fact.subject)
    match fact.kind:
        case Kind.TEXT_ADDED:
            return msg("New text: “{text}”", text=text)
        case Kind.TEXT_REMOVED:
            return msg("Text removed: “{text}”", text=text)
        case Kind.TEXT_MOVED:
            return msg("Text moved: “{text}”", text=text)
        case Kind.TEXT_SPLIT:
            return msg("The paragraph has been divided: “{text}”", text=text)
        case Kind.TEXT_JOINED:
            return msg("Paragraphs have been joined: “{text}”", text=text)
        case Kind.TYPOGRAPHY:
            return msg("Only spelling or signs are different: {change}", change=became(old, new))
        case _:
            change = became(old, new)
            return _with_others(fact, about(fact, change) if "…" in fact.subject else change)


def _with_others(fact: Fact, sentence: Message) -> Message:
    """The change of a paragraph that is told, and how many it has besides."""
    match len(fact.places) - 1:
        case 0:
            return sentence
        case 1:
            return msg("{sentence} (and one more change in the paragraph)", sentence=sentence)
        case others:
            return msg(
                "{sentence} (and {others} more changes in the paragraph)",
                sentence=sentence,
                others=Number(Decimal(others)),
            )


def became(old: object, new: object) -> Message:
    """Words that took the place of others, came or went."""
    if not old:
        return msg("“{new}” has been added", new=new)
    if not new:
        return msg("“{old}” has been left out", old=old)
    return msg("“{old}” has become “{new}”", old=old, new=new)


def footnote(fact: Fact) -> Message:
    """A footnote."""
    old, new = said(fact.old), said(fact.new)
    match fact.kind:
        case Kind.FOOTNOTE_ADDED:
            return msg("New footnote: “{new}”", new=new)
        case Kind.FOOTNOTE_REMOVED:
            return msg("A footnote has been removed: “{old}”", old=old)
        case _:
            return msg("The footnote “{old}” now reads “{new}”", old=old, new=new)


def reference(fact: Fact) -> Message:
    """A reference; with a subject the reference still points at that, and only its number is another."""
    old, new = said(fact.old), said(fact.new)
    if "…" in fact.subject and old and new:
        return msg(
            "A reference says {new} instead of {old}: “{subject}”", subject=fact.subject, old=old, new=new
        )
    if fact.subject and "…" not in fact.subject:
        return msg(
            "The reference to “{subject}” has followed its number, from {old} to {new}",
            subject=fact.subject,
            old=old,
            new=new,
        )
    if not old:
        return msg("A reference to “{new}” has been added", new=new)
    if not new:
        return msg("A reference to “{old}” has been left out", old=old)
    return msg("A reference now points at “{new}” instead of “{old}”", old=old, new=new)


def definition(fact: Fact) -> Message:
    """What a word means."""
    subject = fact.subject
    if fact.old is None:
        return msg("“{subject}” is now defined: “{new}”", subject=subject, new=said(fact.new))
    if fact.new is None:
        return msg("“{subject}” is no longer defined", subject=subject)
    return msg(
        "“{subject}” is defined otherwise: “{old}” has become “{new}”",
        subject=subject,
        old=said(fact.old),
        new=said(fact.new),
    )


def year(fact: Fact) -> Message:
    """The shift of years, and a year that stayed behind."""
    if fact.kind is Kind.YEAR_KEPT:
        kept = said(fact.new or fact.old)
        return msg("“{kept}” has not followed the shift of years", kept=kept)
    by = fact.difference
    return _shifted(by) if isinstance(by, ByYears) else became(said(fact.old), said(fact.new))


def _shifted(by: ByYears) -> Message:
    """By how many years, and each of the years with the places in which it stood."""
    (year, places), *others = by.places
    which = msg("{old} is now {new}{places}", old=year, new=year + by.years, places=_in_places(places))
    for other, count in others:
        old, new = other, other + by.years
        which = msg("{one}, {old} is {new}{places}", one=which, old=old, new=new, places=_in_places(count))
    match by.years:
        case 1:
            return msg("The years have moved on by one: {which}", which=which)
        case years if years > 0:
            return msg("The years have moved on by {years}: {which}", years=years, which=which)
        case years:
            return msg("The years have moved back by {years}: {which}", years=-years, which=which)


def _in_places(count: int) -> Message:
    return msg(" (1 place)") if count == 1 else msg(" ({count} places)", count=Number(Decimal(count)))
