"""A goal without a title keeps its number, but should not be forgotten."""

from collections.abc import Iterator

from kdnet_docs.assembly.plan import goals_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.life import LIFE


def empty_goals(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each goal that has no title yet."""
    if isinstance(subject.model, Contract):
        for number, goal in enumerate(goals_of(subject.model), start=1):
            if goal.title is None or not goal.title.text.strip():
                yield Diagnostic(
                    code=Code.EMPTY_ITEM,
                    message=msg("goal {number} is empty", number=number),
                    span=goal.span,
                    hint=msg("write its title, or delete the line before the contract is adopted")
                    if LIFE[subject.model.status].is_draft
                    else msg("an adopted text has a title for each goal, or leaves the goal out"),
                )
