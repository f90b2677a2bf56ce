"""The goals of a contract as they are read: what the author states of each, and its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from kdnet_docs.assembly.plan import goals_of
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.goals import Goal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadGoal:
    """A goal with a title, and the passages of its words, footnotes after the words they are noted at.

    `id` is that of its heading; `text` is what stands before its table, the others are the rows of that.
    """

    goal: Goal
    id: str
    text: tuple[Passage, ...]
    maal: tuple[Passage, ...]
    metode: tuple[Passage, ...]
    afrapportering: tuple[Passage, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All its words."""
        return (*self.text, *self.maal, *self.metode, *self.afrapportering)

    @property
    def points(self) -> tuple[Passage, ...]:
        """The paragraphs of the goal itself, each of which may set a target of its own."""
        return tuple(passage for passage in self.maal if "/note-" not in passage.leaf.id)


def read_goals(subject: Subject) -> Iterator[ReadGoal]:
    """Every goal that has a title and so stands in the document."""
    if not isinstance(subject.model, Contract):
        return
    headings = {
        passage.leaf.span.start: passage.leaf.id
        for passage in subject.passages
        if passage.leaf.kind == "heading" and passage.leaf.span
    }
    below: dict[str, list[Passage]] = {}
    for passage in subject.passages:
        below.setdefault(passage.leaf.under, []).append(passage)
    for goal in goals_of(subject.model):
        if goal.title is not None and (name := headings.get(goal.title.span.start)):
            yield _read_goal(goal, name, below[name])


def _read_goal(goal: Goal, name: str, passages: list[Passage]) -> ReadGoal:
    def row(key: str) -> tuple[Passage, ...]:
        within = (passage for passage in passages if passage.leaf.id.startswith(f"{name}/{key}/"))
        return tuple(passage for passage in within if "/label/" not in passage.leaf.id)

    rows = {key: row(key) for key in ("maal", "metode", "afrapportering")}
    in_rows = {passage.leaf.id for row in rows.values() for passage in row}
    text = (
        passage
        for passage in passages
        if passage.leaf.kind != "heading"
        and passage.leaf.id not in in_rows
        and "/label/" not in passage.leaf.id
    )
    return ReadGoal(goal=goal, id=name, text=tuple(text), **rows)
