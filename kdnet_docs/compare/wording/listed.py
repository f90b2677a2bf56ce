"""What happened to parties, initiatives, points, bilag and what stands at the top, in a sentence."""

from types import MappingProxyType

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.fact import BETWEEN_STATUSES, Fact, Kind
from kdnet_docs.compare.wording.figures import said
from kdnet_docs.compare.wording.structure import now_says, renumbered
from kdnet_docs.reading.finished import says_finished
from kdnet_docs.reading.values import Value


def party(fact: Fact) -> Message:
    """A party or who signs for it."""
    subject, old, new = fact.subject, said(fact.old), said(fact.new)
    match fact.kind:
        case Kind.PARTY if not old:
            return msg("New party: {new}", new=new)
        case Kind.PARTY if not new:
            return msg("No longer a party: {old}", old=old)
        case Kind.PARTY:
            return msg("The party {old} is now called {new}", old=old, new=new)
        case Kind.SIGNATORY if not old:
            return msg("For {subject} signs: {new}", subject=subject, new=new)
        case Kind.SIGNATORY if not new:
            return msg("No longer signs for {subject}: {old}", subject=subject, old=old)
        case Kind.SIGNATORY if fact.old and fact.new and _name(fact.old) == _name(fact.new):
            return msg(
                "{name}, who signs for {subject}, is now “{new}” instead of “{old}”",
                name=_name(fact.new),
                subject=subject,
                old=_office(fact.old),
                new=_office(fact.new),
            )
        case _:
            return msg("For {subject} now signs {new} instead of {old}", subject=subject, old=old, new=new)


def _name(signs: Value) -> str:
    return signs.text.split(", ", 1)[0]


def _office(signs: Value) -> str:
    return signs.text.partition(", ")[2] or "–"


def initiative(fact: Fact) -> Message:
    """An initiative of a status table."""
    subject, old, new = fact.subject, said(fact.old), said(fact.new)
    match fact.kind:
        case Kind.INITIATIVE_NEW:
            return msg("New initiative: {subject}", subject=subject)
        case Kind.INITIATIVE_FINISHED:
            return _finished(fact)
        case Kind.INITIATIVE_STATUS if not old:
            return msg("New status of “{subject}”: “{new}”", subject=subject, new=new)
        case Kind.INITIATIVE_STATUS if not new:
            return msg("“{subject}” no longer has the status “{old}”", subject=subject, old=old)
        case Kind.INITIATIVE_STATUS:
            return msg(
                "The status of “{subject}” was “{old}” and is “{new}”", subject=subject, old=old, new=new
            )
        case _:
            return now_says(fact)


def _finished(fact: Fact) -> Message:
    """An initiative that is finished, or stands no longer on the list, with what its status was last."""
    subject, old, new = fact.subject, said(fact.old), said(fact.new)
    if new:
        return (
            msg("“{subject}” is finished: “{new}” (before: “{old}”)", subject=subject, new=new, old=old)
            if old
            else msg("“{subject}” is finished: “{new}”", subject=subject, new=new)
        )
    statuses = fact.old.text.split(BETWEEN_STATUSES) if fact.old else ()
    if any(map(says_finished, statuses)):
        return msg("“{subject}” is finished and no longer listed: “{old}”", subject=subject, old=old)
    if old:
        return msg("“{subject}” is no longer listed (last: “{old}”)", subject=subject, old=old)
    return msg("“{subject}” is no longer listed", subject=subject)


def point(fact: Fact) -> Message:
    """A point of a meeting."""
    subject = fact.subject
    match fact.kind:
        case Kind.POINT_ADDED:
            return msg("New point of the agenda: {subject}", subject=subject)
        case Kind.POINT_REMOVED:
            return msg("The point is no longer on the agenda: {subject}", subject=subject)
        case _ if not subject:
            return renumbered(fact, lambda one, two: msg("Point {old} is now point {new}", old=one, new=two))
        case _:
            return now_says(fact)


def decision(fact: Fact) -> Message:
    """What a meeting decided on a point."""
    number, old, new = fact.subject, said(fact.old), said(fact.new)
    if not old:
        return msg("Decision on point {number}: “{new}”", number=number, new=new)
    if not new:
        return msg("The decision on point {number} is gone: “{old}”", number=number, old=old)
    return msg("The decision on point {number} was “{old}” and is “{new}”", number=number, old=old, new=new)


def bilag(fact: Fact) -> Message:
    """A bilag of a meeting."""
    subject, old, new = fact.subject, said(fact.old), said(fact.new)
    match fact.kind:
        case Kind.BILAG_ADDED:
            return msg("New bilag: {subject}", subject=subject)
        case Kind.BILAG_REMOVED:
            return msg("The bilag is gone: {subject}", subject=subject)
        case Kind.BILAG_REPLACED:
            return msg(
                "The bilag “{subject}” has been replaced: {new} instead of {old}",
                subject=subject,
                old=old,
                new=new,
            )
        case _ if not subject:
            return renumbered(fact, lambda one, two: msg("Bilag {old} is now bilag {new}", old=one, new=two))
        case _:
            return now_says(fact)


def prop(fact: Fact) -> Message:
    """A value at the top of the source, its key in words."""
    name = _PROPERTIES.get(fact.subject, fact.subject)
    old, new = said(fact.old), said(fact.new)
    if fact.subject == "remark" and not new:
        return msg("The remark “{old}” has been left out", old=old)
    if fact.subject == "keywords" and old and new:
        return msg("The keywords have been changed from “{old}” to “{new}”", old=old, new=new)
    if not old:
        return msg("{name}: “{new}” (not stated before)", name=name, new=new)
    if not new:
        return msg("{name}: no longer stated (was “{old}”)", name=name, old=old)
    return msg("{name}: “{old}” has become “{new}”", name=name, old=old, new=new)


_PROPERTIES = MappingProxyType(
    {
        "title": msg("Title"),
        "version": msg("Version"),
        "status": msg("Status"),
        "effective": msg("Takes effect"),
        "date": msg("Date of the document"),
        "language": msg("Language"),
        "author": msg("Author"),
        "subject": msg("Subject"),
        "keywords": msg("Keywords"),
        "remark": msg("Remark"),
        "watermark": msg("Watermark"),
        "adopted": msg("Adopted"),
        "organisation": msg("Organisation"),
    }
)
