"""A law or an agreement has one date: whoever cites it twice gives the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.dates import days

_KIND = (
    r"(?<!\w)(?P<kind>lovbekendtgørelse|lbk|lov|bekendtgørelse|cirkulære|forordning|direktiv|protokol|"
    r"[^\W\d_]{0,30}?(?:aftale|kontrakt|overenskomst))(?:n|en|t|et)?"
)
_NUMBER = r"(?:\s+nr\.?\s*(?P<number>\d+))?"
_AROUND = 240
# What stands before the "af" of a date: "aftale om TITLE", "lov nr. 1518", "lov om TITLE (lov nr. 1518".
_BEFORE = re.compile(
    rf"{_KIND}(?:\s+om\s+(?P<title>[^.;()\n]{{4,160}}?))?(?:,?\s+\(?(?:lov|lovbekendtgørelse|lbk|bekendtgørelse))?"
    rf"{_NUMBER},?\s+af\s+(?:den\s+|d\.\s*)?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+om\s+(?P<title>[^.,;:()\n]{4,160})")
_TOLD_APART = re.compile(r"(?<!\w)(?:ophæv|erstat|afløs|ændr|tidligere|hidtidig|senest)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """What is cited, by its title and by its number in a year, and from what day it is said to be."""

    whats: tuple[str, ...]
    day: date
    span: Span | None


def cited_dates(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each date that a law or an agreement has here, and another elsewhere."""
    known: dict[str, _Cited] = {}
    for passage in subject.passages:
        for one in _cited(passage) if passage.is_danish else ():
            before = {what: known.setdefault(what, one) for what in one.whats}
            for what, first in before.items():
                if first.day != one.day:
                    yield _finding(one, what, first)
                    break


def _finding(one: _Cited, what: str, first: _Cited) -> Diagnostic:
    return Diagnostic(
        code=Code.CITED_DATES,
        message=msg('"{what}" is cited with another date elsewhere', what=what),
        span=one.span,
        hint=msg("look up the date, and give the same throughout"),
        labels=labelled(first.span, msg("here with this date")),
    )


def _cited(passage: Passage) -> Iterator[_Cited]:
    text = passage.text
    for day in days(text, "da", 0):
        before = _BEFORE.search(text[max(0, day.start - _AROUND) : day.start])
        if before and not day.yearless:
            after = _AFTER.match(text, day.end, day.end + _AROUND)
            title = before["title"] or (after["title"] if after else None)
            span = passage.span(day.start, day.end)
            yield _Cited(whats=tuple(_whats(before, title, day.day.year)), day=day.day, span=span)


def _whats(cited: re.Match[str], title: str | None, year: int) -> Iterator[str]:
    """What is cited: "lov om erhvervsfremme", "lov nr. 1518"; every year begins with a number 1."""
    kind = cited["kind"].lower()
    if title and not _TOLD_APART.search(cited.string):
        yield f"{kind} om {_plain(title)}"
    if cited["number"]:
        yield f"{kind} nr. {cited['number']} ({year})"


def _plain(title: str) -> str:
    return " ".join(re.sub('["”“»«]', "", title).lower().split())
