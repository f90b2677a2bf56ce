"""One is not spoken of as several, nor several as one: "følgende målepunkt" before three."""

import re
from collections.abc import Iterator

from kdnet_docs.assembly.plan import parts_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.goals import ReadGoal, read_goals
from kdnet_docs.checks.reading.lists import introduced_lists
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.goals import GoalGroup
from kdnet_docs.reading.values import Duty

# Nouns, and the ends of compounds with them, whose plural is another word.
_NOUNS = (
    "punkt|opgave|betingelse|indsats|område|aktivitet|emne|tema|kriterium|initiativ|part|princip|ydelse|"
    "leverance|fase|projekt|anbefaling|dokument|oplysning|gruppe|forpligtelse|aftale|kommune|tiltag|person"
)
_FOLLOWING = re.compile(
    rf"\b(?:følgende|nedenstående)\s+(?:\w+[et]\s+){{0,3}}?(?P<noun>\w*?(?:{_NOUNS}))"
    r"(?P<several>er|r|per|ser)?(?=\s*(?:\S\s*)?:|\s*\Z)",
    re.IGNORECASE,
)
_SAME_IN_BOTH = re.compile(r"tiltag\Z", re.IGNORECASE)
_MEASURE = re.compile(r"\bfølgende\s+(?:\w+e\s+)?(?P<noun>målepunkt)(?P<several>er)?\b", re.IGNORECASE)
# A paragraph that goes on about the one before it sets no target of its own.
_GOES_ON = re.compile(r"(?:Målet|Målene|Målepunktet|Det|Dette|De|Disse|Heraf|Herunder|Herved|Hermed|Dog)\b")


def one_or_several(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each noun in the singular before several, and in the plural before one."""
    for found in introduced_lists(subject):
        introduction = found.introduction
        if introduction.is_danish and (match := _FOLLOWING.search(introduction.text)):
            yield from _unlike(introduction, match, len(found.items))
    for goal in read_goals(subject):
        yield from _of_measures(goal)
    yield from _of_groups(subject)


def _of_measures(goal: ReadGoal) -> Iterator[Diagnostic]:
    """Of "følgende målepunkt", the points are the paragraphs of the goal itself."""
    points = [point for point in goal.points if _sets_a_target(point)]
    for passage in goal.text if points else ():
        match = _MEASURE.search(passage.text)
        if match and passage.is_danish:
            measures = len({target.measure for target in goal.goal.targets})
            yield from _unlike(
                passage, match, len(points) if not match["several"] else max(len(points), measures)
            )


def _sets_a_target(point: Passage) -> bool:
    """Whether a paragraph of a goal says something new that is to be done, not only what may be."""
    duty = next((read.value for read in point.reads if isinstance(read.value, Duty)), None)
    return not _GOES_ON.match(point.text) and (duty is None or duty.force != "may")


def _unlike(passage: Passage, match: re.Match[str], number: int) -> Iterator[Diagnostic]:
    if _SAME_IN_BOTH.search(match["noun"]) or bool(match["several"]) == (number > 1):
        return
    start, end = match.start("noun"), match.end()
    yield Diagnostic(
        code=Code.ONE_OR_SEVERAL,
        message=msg('"{words}" is one, but {count} follow', words=passage.text[start:end], count=number)
        if number > 1
        else msg('"{words}" are several, but one follows', words=passage.text[start:end]),
        span=passage.span(start, end),
        hint=msg("write it in the plural, or leave out what is too much")
        if number > 1
        else msg("write it in the singular, or add what is missing"),
    )


def _of_groups(subject: Subject) -> Iterator[Diagnostic]:
    """Of "de lokale mål", there are as many as the group has goals with a title."""
    if not isinstance(subject.model, Contract) or subject.model.language != "da":
        return
    for group in (part for part in parts_of(subject.model) if isinstance(part, GoalGroup)):
        name = group.group.text.lower().split()
        goals = [goal for goal in group.goals if goal.title is not None]
        if len(goals) != 1 or len(name) < len(("lokale", "mål")):
            continue
        several = re.compile(
            rf"\bde\s+(?:\w+\s+)?{re.escape(name[0][:5])}\w*e\s+{re.escape(name[-1])}\b", re.IGNORECASE
        )
        for passage in subject.passages:
            for match in several.finditer(passage.text):
                yield Diagnostic(
                    code=Code.ONE_OR_SEVERAL,
                    message=msg(
                        '"{words}" are several, but there is one: "{title}"',
                        words=match[0],
                        title=goals[0].title.text if goals[0].title else "",
                    ),
                    span=passage.span(*match.span()),
                    hint=msg("write it in the singular, or add what is missing"),
                )
