"""A target is better than what it starts from."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.direction import less_is_better
from kdnet_docs.checks.reading.goals import ReadGoal, read_goals
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.goals import Target
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

_UP = r"øge\w*|stige\w*|hæve\w*|forbedre\w*|vokse\w*|løfte\w*|forhøje\w*|styrke\w*"
_DOWN = r"sænke\w*|reducere\w*|falde\w*|nedbringe\w*|mindske\w*|nedsætte\w*|begrænse\w*"
_MOVED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;:]{{0,80}}?\bfra\s+(?=\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\s+[^\W\d]+\.?){0,6}?\s+(?:\d{4}\s+)?til\s+(?:mindst\s+|højst\s+)?")
_FORMERLY = re.compile(
    r"\b(?:var|viste|lå|udgjorde|baseline\w*|udgangspunkt\w*|nulpunkt\w*|i\s+dag|aktuelt|nuværende|hidtil)\b"
    r"|(?:måling|undersøgelse|opgørelse)\w*\s+(?:i|fra)\s",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-ZÆØÅ]\w+(?:-[A-ZÆØÅ]\w+)*")
_LONG = 5
_REACH = 120


def below_baseline(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each target that is worse than where it starts, or moves the wrong way."""
    for passage in subject.passages:
        if passage.is_danish and "fra " in passage.text:
            yield from _wrong_ways(passage)
    for goal in read_goals(subject):
        for target in goal.goal.targets:
            yield from _below(goal, target)


def _wrong_ways(passage: Passage) -> Iterator[Diagnostic]:
    """Of "skal øges fra 60 pct. til 55 pct." the second is the smaller one."""
    for match in _MOVED.finditer(passage.text):
        found = passage.reads_in(match.end(), match.end() + _REACH)
        figures = [read for read in found if _figure(read)]
        if len(figures) < len(("one", "other")) or figures[0].start != match.end():
            continue
        one, other = figures[:2]
        if not _BETWEEN.fullmatch(passage.text, one.end, other.start):
            continue
        before, after = _figure(one), _figure(other)
        if not before or not after or (before.unit != after.unit and before.unit and after.unit):
            continue
        if after.number < before.number if match["up"] else after.number > before.number:
            yield Diagnostic(
                code=Code.BELOW_BASELINE,
                message=msg(
                    '"{words}" goes the other way',
                    words=" ".join(passage.text[one.start - len("fra ") : other.end].split()),
                ),
                span=passage.span(one.start, other.end),
                hint=msg("correct one of the figures, or the word that says which way it goes"),
            )


def _below(goal: ReadGoal, target: Target) -> Iterator[Diagnostic]:
    less = less_is_better(target.measure)
    for passage, baseline in _baselines(goal, target):
        figure = _figure(baseline)
        if figure and (figure.number < target.value.value if less else figure.number > target.value.value):
            span = passage.span(baseline.start, baseline.end)
            yield Diagnostic(
                code=Code.BELOW_BASELINE,
                message=msg(
                    "the target {target} is worse than what it starts from: {baseline}",
                    target=f"{target.span_of('value').text} {target.unit}".strip(),
                    baseline=passage.text[baseline.start : baseline.end],
                ),
                span=target.span_of("value"),
                hint=msg("correct the target or where it starts"),
                labels=labelled(span, msg("where it starts")),
            )
            return


def _baselines(goal: ReadGoal, target: Target) -> Iterator[tuple[Passage, Read]]:
    """Each figure of the goal's words that says how it was, of what the target measures."""
    if target.unit != "pct.":
        return
    measured = _stems(target.measure)
    names = set(_NAME.findall(target.measure))
    for passage in goal.passages:
        for start, end in _units(passage) if passage.is_danish else ():
            said = passage.text[start:end]
            if not _FORMERLY.search(said) or not measured & _stems(said):
                continue
            found = [
                read
                for read in passage.reads_in(start, end)
                if (figure := _figure(read)) and figure.unit == target.unit
            ]
            if len(found) > 1:
                found = [read for read in found if set(passage.text[start : read.start].split()[-1:]) & names]
            if len(found) == 1:
                yield passage, found[0]


def _units(passage: Passage) -> tuple[tuple[int, int], ...]:
    """The sentences of a passage; a footnote is one, however it is punctuated."""
    return ((0, len(passage.text)),) if "/note-" in passage.leaf.id else passage.sentences


def _stems(words: str) -> set[str]:
    """The beginnings of the long words that are no names: "kendskabet" and "kendskab" are one."""
    return {word[:7] for word in re.findall(r"\b[a-zæøå]+", words) if len(word) >= _LONG}


def _figure(read: Read) -> Figure | None:
    is_figure = read.kind in ("quantity", "amount") and isinstance(read.value, Figure)
    return read.value if is_figure and isinstance(read.value, Figure) and read.value.upto is None else None
