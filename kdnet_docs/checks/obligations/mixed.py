"""One commitment binds in one way: not "skal/kan", nor "skal" before a list in which an item says "kan"."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.goals import ReadGoal, read_goals
from kdnet_docs.checks.reading.lists import introduced_lists
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.values import Duty

_WORDS = {"skal": "shall", "bør": "should", "kan": "may", "må": "may"}
_ONE = "|".join(_WORDS)
# "skal/kan", "skal eller bør", "bør skal". "Skal eller kan" and "kan og skal" are said of several cases.
_SIDE_BY_SIDE = re.compile(
    rf"(?<![\w/])(?:(?P<one>{_ONE})(?:\s*/\s*|\s+)(?P<other>{_ONE})"
    r"|(?P<firm>skal|bør)\s+(?:og/)?eller\s+(?P<loose>skal|bør))(?![\w/])",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:hvad|hvem|hvordan|hvornår|hvilke[nt]?|hvor|om|at|der|som)\b[^.,;:]*\Z", re.IGNORECASE
)
_LEADS_IN = re.compile(
    rf"\b(?P<duty>{_ONE})(?:\s+(?:også|bl\.\s?a\.|desuden|endvidere|således))?\s*:?\s*\Z", re.IGNORECASE
)
_BEGINS = re.compile(rf"(?P<duty>{_ONE})\b", re.IGNORECASE)


def mixed(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each commitment that is said to bind in two ways."""
    for passage in subject.passages:
        if passage.is_danish:
            yield from _side_by_side(passage)
    for found in introduced_lists(subject):
        lead = _LEADS_IN.search(found.introduction.text) if found.introduction.is_danish else None
        for item in found.items if lead else ():
            match = _BEGINS.match(item.text)
            if lead and match and _force(match["duty"]) != _force(lead["duty"]):
                yield _finding(item, match.start(), match.end(), lead["duty"], match["duty"])
    for goal in read_goals(subject):
        yield from _of_goal(goal)


def _side_by_side(passage: Passage) -> Iterator[Diagnostic]:
    for match in _SIDE_BY_SIDE.finditer(passage.text):
        one, other = match["one"] or match["firm"], match["other"] or match["loose"]
        if _force(one) != _force(other) and not _ASKED.search(passage.text[: match.start()]):
            yield _finding(passage, match.start(), match.end(), one, other)


def _of_goal(goal: ReadGoal) -> Iterator[Diagnostic]:
    """In the words of a goal itself, "bør" beside "skal"."""
    duties = [
        (point, read, read.value)
        for point in goal.points
        for read in (point.reads if point.is_danish else ())
        if isinstance(read.value, Duty) and read.kind == "duty"
    ]
    firm = next((duty for _, _, duty in duties if duty.force == "shall"), None)
    for point, read, duty in duties:
        if firm and duty.force == "should":
            yield _finding(point, read.start, read.end, firm.text, duty.text)


def _force(word: str) -> str:
    return _WORDS[word.lower()]


def _finding(passage: Passage, start: int, end: int, one: str, other: str) -> Diagnostic:
    return Diagnostic(
        code=Code.MIXED_FORCE,
        message=msg('"{one}" and "{other}" are said of one commitment', one=one.lower(), other=other.lower()),
        span=passage.span(start, end),
        hint=msg("choose the one that is meant"),
    )
