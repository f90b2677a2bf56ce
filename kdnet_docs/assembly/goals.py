"""Goals: the overview, and each goal with its table."""

from collections.abc import Iterator

from kdnet_docs.assembly.context import Context
from kdnet_docs.assembly.labels import Words
from kdnet_docs.assembly.labels import words as label_words
from kdnet_docs.assembly.plan import Plan
from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Wording
from kdnet_docs.document.tree import (
    Block,
    Cell,
    Column,
    Heading,
    List,
    ListItem,
    Number,
    Paragraph,
    Row,
    Table,
    Text,
)
from kdnet_docs.document.walk import plain_text, without_notes
from kdnet_docs.model.goals import Goal, GoalGroup, GoalsBlock
from kdnet_docs.model.parts import Labels


def goals_blocks(
    block: GoalsBlock, plan: Plan, context: Context, level: int, labels: Labels | None
) -> Iterator[Block]:
    """The blocks of all goals, the overview first where there is one."""
    if block.overview:
        for group in block.goals:
            yield from _overview(group, plan, context)
    for group in block.goals:
        identity, heading = plan.id_of(group), group.heading or group.group
        yield Heading(
            id=identity,
            level=level,
            content=context.marked(context.heading(heading, identity), closed=group.closes("heading")),
            span=heading.span,
        )
        yield from context.prose(group.text, identity)
        if group.overview and not block.overview:
            message = msg(
                'the overview is not shown; write "overview: true" below the goals, or leave its words out'
            )
            context.find(Code.BAD_VALUE, message, group.overview.span)
        for goal in group.goals:
            if goal.title is not None and goal.title.text.strip():
                yield from _goal(
                    goal, plan, context, level + 1, label_words(context.language, labels, goal.labels)
                )
            elif any((goal.text, goal.maal, goal.metode, goal.afrapportering)):
                context.find(Code.MISSING_KEY, msg("a goal with words needs a title"), goal.span)


def _overview(group: GoalGroup, plan: Plan, context: Context) -> Iterator[Block]:
    name = f"{plan.id_of(group)}/overview"
    yield Paragraph(
        id=f"{name}/title", content=context.line(group.group, name), role="lead", span=group.group.span
    )
    yield from context.prose(group.overview, name)
    yield List(
        id=f"{name}/goals",
        start=plan.number_of(group.goals[0]),
        items=tuple(
            ListItem(id=item, blocks=_title(goal, item, context), span=goal.span)
            for goal, item in ((goal, f"{name}/{plan.id_of(goal)}") for goal in group.goals)
        ),
        span=group.span,
    )


def _title(goal: Goal, identity: str, context: Context) -> tuple[Block, ...]:
    content = without_notes(context.line(goal.title, identity))
    span = goal.title.span if goal.title else None
    return (Paragraph(id=f"{identity}/p1", content=content, span=span),) if content else ()


def _goal(goal: Goal, plan: Plan, context: Context, level: int, words: Words) -> Iterator[Block]:
    number, identity = plan.number_of(goal), plan.id_of(goal)
    title = context.marked(context.line(goal.title, identity), closed=goal.closes("title"))
    yield Heading(
        id=identity,
        level=level,
        content=title,
        number=Number(value=number, pattern=f"{words['goal']} %1 –", sequence="goals"),
        span=goal.title.span if goal.title else None,
    )
    yield from context.prose(goal.text, identity)
    parts = (("maal", goal.maal), ("metode", goal.metode), ("afrapportering", goal.afrapportering))
    rows = tuple(
        _row(f"{identity}/{key}", words[key], text, context) for key, text in parts if text is not None
    )
    if rows:
        yield Table(
            id=f"{identity}/table",
            columns=(Column(width=1), Column(width=4)),
            rows=rows,
            description=f"{words['goal']} {number}: {plain_text(title)}",
            span=goal.span,
        )


def _row(identity: str, label: str, text: Wording, context: Context) -> Row:
    name = Paragraph(id=f"{identity}/label/p1", content=(Text(text=label),))
    return Row(
        id=identity,
        cells=(
            Cell(id=f"{identity}/label", blocks=(name,), header=True),
            Cell(id=f"{identity}/text", blocks=context.prose(text, identity), span=text.span),
        ),
        span=text.span,
    )
