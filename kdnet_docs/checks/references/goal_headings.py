"""The headings above goals agree with the goals: their numbers, how many there are, what they are called."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kdnet_docs.assembly.plan import goals_of, parts_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.suggest import nearest
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.tree import Heading
from kdnet_docs.document.walk import blocks_within
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.goals import GoalGroup

_TYPED = re.compile(
    r"\s*(?:(?:mål|goal|pkt\.?|punkt)\s+)?(\d{1,2})(?:\.\s*|\s*[–:-]\s+)(?=[^\W\d])", re.IGNORECASE
)
_ONE = re.compile(r"\b(?:[^\W\d]+t\s+mål|målet)\b(?!\s+(?:for|om|med)\b)", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:[^\W\d]+e\s+mål|målene)\b", re.IGNORECASE)
_ALIKE = 82.0
"""How much like a goal's title an item must be, in per cent, to be a slip of it."""
_SHORTEST = 12


def goal_headings(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each heading and each item of a list that does not agree with the goals."""
    yield from _typed_numbers(subject)
    if isinstance(subject.model, Contract):
        if subject.model.language == "da":
            yield from _counts(subject, subject.model)
        yield from _listed(subject, subject.model)


def _typed_numbers(subject: Subject) -> Iterator[Diagnostic]:
    """The program writes the number of a goal, a clause and a point before its title."""
    passages = {passage.leaf.id: passage for passage in subject.passages}
    for block in blocks_within(subject.document.blocks):
        if not isinstance(block, Heading) or not block.number or block.id not in passages:
            continue
        passage = passages[block.id]
        if match := _TYPED.match(passage.text):
            is_right = match[1] == str(block.number.value)
            yield Diagnostic(
                code=Code.GOAL_HEADING,
                message=msg(
                    'the heading becomes "{label} {title}"', label=block.number.label, title=passage.text
                ),
                span=passage.span(0, len(match[0].rstrip())),
                hint=msg("leave the number out; it is counted"),
                fix=passage.edit(0, match.end() + 1, passage.text[match.end()]) if is_right else (),
            )


def _counts(subject: Subject, contract: Contract) -> Iterator[Diagnostic]:
    """One goal or several, as the overview lists them and the heading says."""
    passages = {passage.leaf.span.start: passage for passage in subject.passages if passage.leaf.span}
    for group in (part for part in parts_of(contract) if isinstance(part, GoalGroup)):
        passage = passages.get(group.heading.span.start) if group.heading else None
        # An empty goal is told of by itself, and may go.
        count = sum(goal.title is not None for goal in group.goals)
        if passage is None or not count:
            continue
        several = count > 1
        if match := (_ONE if several else _SEVERAL).search(passage.text):
            yield Diagnostic(
                code=Code.GOAL_HEADING,
                message=msg(
                    '"{words}" is one goal, and "{group}" has {count}',
                    words=match[0],
                    group=group.group.text.strip(),
                    count=count,
                )
                if several
                else msg('"{words}" are several goals, and there is one', words=match[0]),
                span=passage.span(*match.span()),
                hint=msg("let the heading say as many as there are, or put the list of goals right"),
            )


def _listed(subject: Subject, contract: Contract) -> Iterator[Diagnostic]:
    """A list that somebody typed, which has the title of a goal, calls the others what their headings do."""
    titles = {_bare(goal.title.text): goal.title.text.strip() for goal in goals_of(contract) if goal.title}
    for items in _lists(subject) if titles else ():
        if not any(_bare(item.text) in titles for item in items):
            continue
        for item in items:
            words = _bare(item.text)
            meant = nearest(words, titles, at_least=_ALIKE) if len(words) >= _SHORTEST else None
            if meant and words not in titles:
                yield Diagnostic(
                    code=Code.GOAL_HEADING,
                    message=msg('the goal is called "{title}" in its own heading', title=titles[meant]),
                    span=item.span(0, len(item.text)),
                    hint=msg("call it the same in both places"),
                )


def _lists(subject: Subject) -> Iterable[Sequence[Passage]]:
    """The items of each list that an author wrote."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in subject.passages:
        if passage.leaf.kind == "item" and "/overview/" not in passage.leaf.id:
            found[passage.leaf.id.rsplit("/", 2)[0]].append(passage)
    return found.values()


def _bare(title: str) -> str:
    """A title without its number and full stop."""
    return _TYPED.sub("", title).strip().rstrip(".;,").casefold()
