"""What the source itself has so and so many of is counted rightly: rows, parties, goals, initiatives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.assembly.plan import goals_of, parts_of, tables_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.counts import Count, counts
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.goals import GoalGroup
from kdnet_docs.model.status import StatusTable

_ALL = re.compile(r"\b(?:alle|samtlige|de|disse|vores|aftalens|kontraktens)\s+(?:de\s+)?$", re.IGNORECASE)
_NOT_ALL = frozenset(
    {"øvrige", "andre", "resterende", "største", "mindste", "store", "små", "deltagende", "første"}
)
_NARROWED = re.compile(r",?\s+(?:der|som|hvor|hvis|uden|omkring|med|fra)\b")
# So near to the number of rows, a number is meant to be that.
_NEAR = 0.15
_NEAREST = 2
# So much of an adjective is the same in every form: "lokale", "lokalt".
_STEM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Things:
    """So many of something: `stem` begins its noun, `adjective` one of its adjectives ("" needs none).

    There may be others of the same name elsewhere if they are `common`; then only a number near to
    theirs is taken to be of these.
    """

    stem: str
    number: int
    told: Message
    adjective: str = ""
    common: bool = False

    def are_counted_by(self, count: Count) -> bool:
        """Whether a count is one of these things, and of all of them."""
        if not count.head.startswith(self.stem):
            return False
        if self.adjective:
            return any(word.startswith(self.adjective) for word in count.adjectives)
        if not _ALL.search(count.before()) or _NOT_ALL.intersection(count.adjectives):
            return False
        if _NARROWED.match(count.after()):
            return False
        apart = abs(count.number - self.number)
        return not self.common or apart <= max(_NEAREST, self.number * _NEAR)


def counted_things(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each number of such things that is not how many there are."""
    things = tuple(_things(subject))
    for passage in subject.passages if things else ():
        for count in counts(passage) if passage.is_danish else ():
            counted = [one for one in things if one.are_counted_by(count)]
            if counted and all(one.number != count.number for one in counted):
                yield Diagnostic(
                    code=Code.COUNT,
                    message=msg('"{words}", but {told}', words=count.words, told=counted[0].told),
                    span=count.span,
                    hint=msg("correct the number, or what it counts"),
                )


def _things(subject: Subject) -> Iterator[_Things]:
    model = subject.model
    if isinstance(model, StatusTable):
        number = len(model.initiatives)
        yield _Things(
            stem="initiativ", number=number, told=msg("the table has {count} initiatives", count=number)
        )
    elif isinstance(model, Contract):
        yield from _of_contract(model)


def _of_contract(contract: Contract) -> Iterator[_Things]:
    for table in tables_of(contract):
        title, number = table.spec.columns[0].title.text.strip().lower(), len(table.rows)
        if title.isalpha() and len(title) > len("navn") and number > 1:
            told = msg('the table "{id}" has {count} rows', id=table.spec.id, count=number)
            yield _Things(stem=title.removesuffix("r"), number=number, told=told, common=True)
    if parties := len(contract.parties):
        yield _Things(
            stem="parter", number=parties, told=msg("the contract has {count} parties", count=parties)
        )
    for group in (part for part in parts_of(contract) if isinstance(part, GoalGroup)):
        name = group.group.text.lower().split()
        number = sum(goal.title is not None for goal in group.goals)
        told = msg('there are {count} below "{group}"', count=number, group=group.group.text)
        if len(name) > 1:
            yield _Things(stem=name[-1], number=number, told=told, adjective=name[0][:_STEM])
    number = sum(goal.title is not None for goal in goals_of(contract))
    if number:
        told = msg("the contract has {count} goals", count=number)
        yield _Things(stem="mål", number=number, told=told, common=True)
