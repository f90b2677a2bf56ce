"""A target that is lower than last year's is meant to be so."""

from collections.abc import Iterator

from kdnet_docs.assembly.plan import goals_of
from kdnet_docs.assembly.values import decimal
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.direction import less_is_better
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.goals import Target


def below_last_year(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each target that asks for less than the version before did."""
    if not isinstance(subject.model, Contract) or not any(goal.targets for goal in goals_of(subject.model)):
        return
    earlier = subject.earlier
    if not isinstance(earlier, Contract):
        return
    targets = [target for goal in goals_of(earlier) for target in goal.targets]
    for target in (target for goal in goals_of(subject.model) for target in goal.targets):
        before = _same(target, targets)
        if before is None:
            continue
        if (
            target.value.value > before.value.value
            if less_is_better(target.measure)
            else (target.value.value < before.value.value)
        ):
            language = subject.model.language
            yield Diagnostic(
                code=Code.BELOW_LAST_YEAR,
                message=msg(
                    "the target is {now}; in {version} it was {before}",
                    now=f"{decimal(target.value.value, language)} {target.unit}".strip(),
                    version=earlier.version,
                    before=f"{decimal(before.value.value, language)} {before.unit}".strip(),
                ),
                span=target.span_of("value"),
                hint=msg("correct it, or say below silence why less is meant"),
            )


def _same(target: Target, targets: list[Target]) -> Target | None:
    """The target of the version before that this one goes on from: the same id, or the same measure."""
    same = [one for one in targets if one.unit == target.unit]
    by_id = [one for one in same if one.id == target.id]
    by_measure = [one for one in same if one.measure and one.measure == target.measure]
    found = by_id or by_measure
    # Of several with one measure the last is the one that was aimed at in the end.
    return found[-1] if found else None
