"""What stands in the version before under the same title keeps its id: by that they are compared."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kdnet_docs.assembly.plan import Plan, parts_of
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Appendix, Clause, Contract, SectionBlock
from kdnet_docs.model.goals import Goal, GoalGroup
from kdnet_docs.model.status import StatusTable

_YEAR = re.compile(r"-?20\d\d")
"""An id may say the year that a target is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """The id of a part, and where it stands; `is_written` unless it follows from the title."""

    id: str
    span: Span
    is_written: bool


def changed_ids(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each part with the title of one in the version before, and another id."""
    if subject.earlier is None or isinstance(subject.earlier, Contract) != isinstance(
        subject.model, Contract
    ):
        return
    then, now = _named(subject.earlier), _named(subject.model)
    for title, part in now.items():
        old = then.get(title)
        if old is None or _YEAR.sub("", old.id) == _YEAR.sub("", part.id):
            continue
        yield Diagnostic(
            code=Code.CHANGED_ID,
            message=msg(
                '"{title}" has the id "{old}" in {version}, and "{new}" here',
                title=title[1],
                old=old.id,
                version=subject.earlier.version,
                new=part.id,
            ),
            span=part.span,
            hint=msg('write "id: {id}", so that the two are compared', id=old.id),
            fix=_fix(part, old.id, {one.id for one in now.values()}),
        )


def _fix(part: _Named, wanted: str, taken: set[str]) -> tuple[Edit, ...]:
    """The old id again, where nothing else has it and no words speak of the new one."""
    text = part.span.source.text
    is_alone = part.is_written and part.span.text == part.id and text.count(part.id) == 1
    return (Edit(part.span, wanted),) if is_alone and wanted not in taken else ()


def _named(model: object) -> Mapping[tuple[str, str], _Named]:
    """The parts with a title by their kind and title, without titles that several have."""
    found: dict[tuple[str, str], _Named] = {}
    twice: set[tuple[str, str]] = set()
    for kind, title, part in _titled(model):
        key = (kind, " ".join(title.split()))
        twice |= {key} & found.keys()
        found[key] = part
    return {key: part for key, part in found.items() if key not in twice and key[1]}


def _titled(model: object) -> Iterator[tuple[str, str, _Named]]:
    match model:
        case Contract():
            yield from _of_contract(model)
        case StatusTable():
            for one in model.initiatives:
                yield "initiative", one.title.text, _Named(id=one.id, span=one.span_of("id"), is_written=True)
        case _:
            return


def _of_contract(contract: Contract) -> Iterator[tuple[str, str, _Named]]:
    plan = Plan(contract, [])
    for part in parts_of(contract):
        match part:
            case SectionBlock():
                key, wording = "section", part.section
            case Appendix():
                key, wording = "appendix", part.appendix
            case Clause():
                key, wording = "title", part.title
            case GoalGroup():
                key, wording = "group", part.group
            case Goal(title=title) if title is not None:
                key, wording = "title", title
            case _:
                continue
        span = part.span_of("id" if part.id else key)
        yield (
            type(part).__name__,
            wording.text,
            _Named(id=plan.id_of(part), span=span, is_written=bool(part.id)),
        )
    for party in contract.parties:
        yield "Party", party.name, _Named(id=party.id, span=party.span_of("id"), is_written=True)
    for goal in (part for part in parts_of(contract) if isinstance(part, Goal)):
        for target in goal.targets:
            measure = f"{plan.id_of(goal)}: {target.measure}" if target.measure else ""
            yield "Target", measure, _Named(id=target.id, span=target.span_of("id"), is_written=True)
