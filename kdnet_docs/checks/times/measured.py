"""A goal is measured when it is to be reached, and before it is reported on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.ahead import ahead
from kdnet_docs.checks.reading.term import Time, sentence_around, times, times_in
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.stated import StatedTarget

_SOON = timedelta(days=180)
"""How long after its time a goal may be measured."""

_ROW = re.compile(r"(?P<goal>.+)/(?P<row>maal|metode|afrapportering)/(?!note-)[^/]+")
_MEASURES = re.compile(
    r"(?<!\w)(?:måle[rs]|måling(?:en)?|opgøres?|opgørelsen?|udsende[rs]|undersøge[rs]|undersøgelsen?|evaluere[rs]|"
    r"evalueringen?|gennemføre[rs]|indsamle[rs]|(?:ud|ad|be)?spørge[rs]|bliver\s+(?:ud|ad)?spurgt|interviewe[rs]|"
    r"\w*(?:måling|undersøgelse)(?:en|er|erne)?|spørgeskema(?:et|er)?)(?!\w)",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"(?<!\w)(?:afr[ae]p+orter|rapporter|fremlægge|forelægge|orientere|redegør|"
    r"(?:giver|gives|får|modtager|sender|sendes|udarbejde[rs])\s+(?:\w+\s+){0,3}?(?:status|rapport|resultat)|"
    r"resultat(?:et|er|erne)\s+(?:sendes|meddeles|gives))",
    re.IGNORECASE,
)
# What those are asked about ("der har modtaget vejledning i 2021"), and what is compared with.
_LOOKS_BACK = re.compile(
    r"(?<!\w)(?:har|havde|er|blev|siden|fra|i forhold til|ift\.|sammenlignet med|end)(?!\w)[^,;]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A time and where it is named."""

    time: Time
    span: Span | None


@dataclass(slots=True)
class _Goal:
    """When a goal is to be reached, is measured and is reported on."""

    due: list[_Named] = field(default_factory=list)
    measured: list[_Named] = field(default_factory=list)
    reported: list[_Named] = field(default_factory=list)


def measured(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for a goal that is measured long after its time, and for a report before the measurement."""
    for goal in _goals(subject):
        if goal.measured:
            first = min(goal.measured, key=lambda one: one.time.first)
            yield from _late(goal.due, first)
            yield from _early(goal.reported, first)


def _late(due: Sequence[_Named], measured: _Named) -> Iterator[Diagnostic]:
    missed = [one for one in due if measured.time.first > one.time.last + _SOON]
    if missed:
        yield Diagnostic(
            code=Code.MEASURED_LATE,
            message=msg(
                'the goal is to be reached "{due}", and is not measured before "{measured}"',
                due=missed[0].time.words,
                measured=measured.time.words,
            ),
            span=measured.span,
            hint=msg("measure it when it is to be reached"),
            labels=labelled(missed[0].span, msg("it is to be reached here")),
        )


def _early(reported: Sequence[_Named], measured: _Named) -> Iterator[Diagnostic]:
    for one in reported:
        if one.time.last < measured.time.first:
            yield Diagnostic(
                code=Code.MEASURED_AFTER_REPORT,
                message=msg(
                    'the report is for "{reported}", and nothing is measured before "{measured}"',
                    reported=one.time.words,
                    measured=measured.time.words,
                ),
                span=one.span,
                hint=msg("let the report come after what it reports"),
                labels=labelled(measured.span, msg("it is measured here")),
            )


def _goals(subject: Subject) -> Iterator[_Goal]:
    """The goals of a document in Danish with their times; what targets state goes before what is written."""
    goals: dict[str, _Goal] = defaultdict(_Goal)
    for target in subject.anatomy.stated(StatedTarget):
        goals[target.goal].due += (_Named(time, target.span) for time in times_in(target.due, subject))
    stated = {name for name, goal in goals.items() if goal.due}
    for passage in subject.passages:
        match = _ROW.fullmatch(passage.leaf.id) if passage.leaf.kind in ("cell", "item") else None
        if match is None or not passage.is_danish:
            continue
        goal = goals[match["goal"]]
        if match["row"] == "maal" and match["goal"] not in stated:
            goal.due += _named(passage, (one for one in times(passage.reads) if ahead(passage, one)))
        elif match["row"] == "metode":
            goal.measured += _named(passage, _said(passage, _MEASURES))
        elif match["row"] == "afrapportering":
            goal.reported += _named(passage, _said(passage, _REPORTS))
    return iter(goals.values())


def _said(passage: Passage, what: re.Pattern[str]) -> Iterator[Time]:
    """The times of a passage in sentences that say this, without those that are looked back to."""
    for time in times(passage.reads):
        begin, end = sentence_around(passage, time.read.start)
        if what.search(passage.text, begin, end) and not _LOOKS_BACK.search(
            passage.text[begin : time.read.start]
        ):
            yield time


def _named(passage: Passage, found: Iterable[Time]) -> Iterator[_Named]:
    return (_Named(time, passage.span(time.read.start, time.read.end)) for time in found)
