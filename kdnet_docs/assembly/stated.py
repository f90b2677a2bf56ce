"""What a source states as data, for those who compare one version of a document with another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kdnet_docs.assembly.bilag import NumberedBilag
from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.plan import Plan, goals_of
from kdnet_docs.assembly.points import Point, point_title
from kdnet_docs.assembly.tables import TypedTable
from kdnet_docs.base.spans import Wording
from kdnet_docs.document.stated import (
    Stated,
    StatedBilag,
    StatedInitiative,
    StatedParty,
    StatedPoint,
    StatedTable,
    StatedTarget,
    StatedValue,
)
from kdnet_docs.document.tree import Paragraph
from kdnet_docs.document.walk import blocks_within, plain_text
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.contract import Contract, Party
from kdnet_docs.model.goals import Goal
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.parts import Head
from kdnet_docs.model.status import Initiative, StatusTable


def stated_by_contract(contract: Contract, plan: Plan, title: str) -> tuple[Stated, ...]:
    """Values at the top, parties, targets and tables with amounts, in the order of the source."""
    tables = (table for table in plan.tables.values() if table.sums())
    return (
        *_head(contract, title),
        *_values(contract, {"effective": contract.effective}),
        *(_party(party) for party in contract.parties),
        *(target for goal in goals_of(contract) for target in _targets(goal, plan)),
        *(_table(table) for table in tables),
    )


def stated_by_status(status: StatusTable, title: str, context: Context) -> tuple[Stated, ...]:
    """Values at the top, and the initiatives."""
    quiet = _quiet(context)
    return (*_head(status, title), *(_initiative(one, quiet) for one in status.initiatives))


def stated_by_meeting(
    meeting: Meeting, title: str, points: Sequence[Point], bilag: Sequence[NumberedBilag], context: Context
) -> tuple[Stated, ...]:
    """Values at the top, the points, and the bilag."""
    quiet = _quiet(context)
    values: dict[str, str | date | None] = {
        "title": title,
        "date": meeting.date,
        "language": meeting.language,
        "organisation": meeting.organisation,
    }
    return (
        *_values(meeting, values),
        *(_point(point, quiet) for point in points),
        *(_bilag(one, quiet) for one in bilag),
    )


def _head(head: Head, title: str) -> Iterator[StatedValue]:
    values: dict[str, str | date | None] = {
        "title": title,
        "status": head.status,
        "adopted": head.adopted,
        "date": head.date,
        "language": head.language,
        "author": head.author,
        "subject": head.subject,
        "keywords": ", ".join(head.keywords),
        "remark": head.remark,
    }
    return _values(head, values)


def _values(source: Authored, values: Mapping[str, str | date | None]) -> Iterator[StatedValue]:
    return (
        StatedValue(key=key, value=value, span=source.span_of(key)) for key, value in values.items() if value
    )


def _party(party: Party) -> StatedParty:
    person = party.signatory
    return StatedParty(
        id=party.id,
        name=party.name,
        signatory=person.name if person else "",
        title=person.title if person else "",
        span=party.span,
    )


def _targets(goal: Goal, plan: Plan) -> Iterator[StatedTarget]:
    return (
        StatedTarget(
            id=target.id,
            goal=plan.id_of(goal),
            measure=target.measure,
            value=target.value.value,
            unit=target.unit,
            due=target.due,
            span=target.span,
        )
        for target in goal.targets
    )


def _table(table: TypedTable) -> StatedTable:
    spec = table.spec
    return StatedTable(
        id=spec.id,
        columns=tuple(
            (number, column.unit.scale if column.unit else 1, column.unit.currency if column.unit else "")
            for number, column in enumerate(spec.columns)
            if column.type == "amount"
        ),
        rounding=spec.total.rounding.value if spec.total and spec.total.rounding else Decimal(0),
        span=spec.span,
    )


def _initiative(initiative: Initiative, context: Context) -> StatedInitiative:
    return StatedInitiative(
        id=initiative.id,
        title=_plain(initiative.title, context),
        carriers=_plain(initiative.carriers, context),
        statuses=tuple(_plain_prose(status, context) for status in initiative.statuses),
        span=initiative.span,
    )


def _point(point: Point, context: Context) -> StatedPoint:
    return StatedPoint(
        number=point.number,
        title=plain_text(point_title(point, context)),
        is_titled=point.text("title") is not None,
        purpose=context.words[point.purpose] if point.purpose else "",
        span=point.stated[-1].span,
    )


def _bilag(one: NumberedBilag, context: Context) -> StatedBilag:
    return StatedBilag(
        key=one.key,
        number=one.number,
        point=one.item.number,
        title=_plain(one.bilag.title, context),
        made_of=one.bilag.document or one.bilag.file or "",
        span=one.bilag.span,
    )


def _plain(wording: Wording | None, context: Context) -> str:
    return plain_text(context.line(wording, "stated"))


def _plain_prose(wording: Wording, context: Context) -> str:
    blocks = blocks_within(context.prose(wording, "stated"))
    return " ".join(plain_text(block.content) for block in blocks if isinstance(block, Paragraph))


def _quiet(context: Context) -> Context:
    """What is wrong with the words is found where they are written into the document."""
    return replace(context, findings=[])
