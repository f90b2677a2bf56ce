"""Goals with their targets, in groups."""

from pydantic import Field

from kdnet_docs.model.authored import Authored
from kdnet_docs.model.closable import Closable
from kdnet_docs.model.parts import Labels
from kdnet_docs.model.scalars import Flag, Id, Line, Money, Prose, Word


class Target(Authored):
    """A figure that a goal sets."""

    id: Id
    """The target's name in parameters: `{{ targets.ID }}`."""
    measure: Word = ""
    """What is measured."""
    value: Money
    """The figure to be reached."""
    unit: Word = ""
    """What the figure counts: "pct.", "procentpoint"."""
    due: Word = ""
    """When it is to be reached."""


class Goal(Closable):
    """A numbered goal; one without a title still takes its number and stands in the overview."""

    title: Line | None = None
    """What the goal is called."""
    id: Id | None = None
    """The goal's name in parameters and links."""
    text: Prose | None = None
    """The words before the goal's table."""
    targets: tuple[Target, ...] = ()
    """The figures of the goal."""
    maal: Prose | None = None
    """The goal itself."""
    metode: Prose | None = None
    """How it is measured."""
    afrapportering: Prose | None = None
    """Who reports on it, when and to whom."""
    labels: Labels | None = None
    """Words of this goal's table that it wants otherwise."""


class GoalGroup(Closable):
    """Goals that belong together, numbered on through all groups."""

    group: Line
    """The group's name in the overview."""
    id: Id | None = None
    """The group's name in links."""
    overview: Prose | None = None
    """Words on the group in the overview."""
    heading: Line | None = None
    """The heading above the goals, where it is not the group's name."""
    text: Prose | None = None
    """Words below that heading."""
    goals: tuple[Goal, ...] = Field(min_length=1)
    """The goals of the group."""


class GoalsBlock(Closable):
    """All goals of a contract, perhaps with an overview before them."""

    goals: tuple[GoalGroup, ...] = Field(min_length=1)
    """The groups of goals."""
    overview: Flag = False
    """Whether a list of all goals stands first."""
