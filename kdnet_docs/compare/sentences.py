"""Each fact in one plain sentence, and the names of the kinds of facts."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.fact import Fact, Kind
from kdnet_docs.compare.wording import figures, formatting, listed, structure
from kdnet_docs.compare.wording.values import Number


def sentence(fact: Fact) -> Message:
    """What changed, as one tells it to a chair: "Målet for kendskab er hævet fra 40 pct. til 45 pct."."""
    told = _TELLERS[fact.kind](fact)
    if fact.kind in _IN_PLACES and len(fact.places) > 1:
        return msg("{sentence} (in {places} places)", sentence=told, places=Number(Decimal(len(fact.places))))
    return told


_IN_PLACES = frozenset(
    {
        Kind.QUANTITY,
        Kind.DATE,
        Kind.DEADLINE,
        Kind.PERIOD,
        Kind.FORMATTING,
        Kind.TYPOGRAPHY,
    }
)
"""Kinds of changes of which the same stands in several places."""


_TELLERS: Mapping[Kind, Callable[[Fact], Message]] = MappingProxyType(
    {
        kind: tell
        for tell, kinds in (
            (figures.target, (Kind.TARGET, Kind.TARGET_ADDED, Kind.TARGET_DROPPED)),
            (figures.figure, (Kind.AMOUNT, Kind.QUANTITY, Kind.DATE, Kind.DEADLINE, Kind.PERIOD)),
            (figures.total, (Kind.TOTAL,)),
            (figures.obligation, (Kind.OBLIGATION,)),
            (structure.outline, (Kind.GOAL_ADDED, Kind.GOAL_DROPPED, Kind.GOAL_RENUMBERED)),
            (structure.outline, (Kind.CLAUSE_ADDED, Kind.CLAUSE_DROPPED)),
            (structure.outline, (Kind.CLAUSE_MOVED, Kind.CLAUSE_RENUMBERED, Kind.HEADING)),
            (structure.table, (Kind.TABLE_ADDED, Kind.TABLE_REMOVED)),
            (structure.table, (Kind.COLUMN_ADDED, Kind.COLUMN_REMOVED)),
            (structure.row, (Kind.ROW_ADDED, Kind.ROW_REMOVED, Kind.ROW_MOVED, Kind.ROW_CHANGED)),
            (structure.footnote, (Kind.FOOTNOTE_ADDED, Kind.FOOTNOTE_REMOVED, Kind.FOOTNOTE_CHANGED)),
            (structure.reference, (Kind.REFERENCE,)),
            (structure.definition, (Kind.DEFINITION,)),
            (structure.year, (Kind.YEAR_SHIFT, Kind.YEAR_KEPT)),
            (structure.passage, (Kind.TEXT_ADDED, Kind.TEXT_REMOVED, Kind.TEXT_MOVED)),
            (structure.passage, (Kind.TEXT_SPLIT, Kind.TEXT_JOINED, Kind.TEXT_CHANGED, Kind.TYPOGRAPHY)),
            (formatting.formatting, (Kind.FORMATTING,)),
            (listed.party, (Kind.PARTY, Kind.SIGNATORY)),
            (listed.initiative, (Kind.INITIATIVE_NEW, Kind.INITIATIVE_FINISHED)),
            (listed.initiative, (Kind.INITIATIVE_STATUS, Kind.INITIATIVE_CHANGED)),
            (listed.point, (Kind.POINT_ADDED, Kind.POINT_REMOVED, Kind.POINT_CHANGED)),
            (listed.decision, (Kind.DECISION,)),
            (listed.bilag, (Kind.BILAG_ADDED, Kind.BILAG_REMOVED, Kind.BILAG_REPLACED, Kind.BILAG_CHANGED)),
            (listed.prop, (Kind.PROPERTY,)),
        )
        for kind in kinds
    }
)
"""What tells of each kind; every kind has one."""


def kind_name(kind: Kind) -> Message:
    """What a kind of fact is called where facts are listed and filtered: "Mål hævet eller sænket"."""
    return _NAMES[kind]


def kind_group(kind: Kind) -> Message:
    """The group a kind belongs to where a report has no room for them all: "Mål", "Tabeller"."""
    return next(name for name, kinds in _GROUPS if kind in kinds)


def kind_groups() -> tuple[Message, ...]:
    """The groups, what a chair asks for first at the front."""
    return tuple(name for name, _ in _GROUPS)


_NAMES: Mapping[Kind, Message] = MappingProxyType(
    {
        Kind.TARGET: msg("Target changed"),
        Kind.TARGET_ADDED: msg("Target added"),
        Kind.TARGET_DROPPED: msg("Target dropped"),
        Kind.AMOUNT: msg("Amount"),
        Kind.TOTAL: msg("Total"),
        Kind.QUANTITY: msg("Figure"),
        Kind.DATE: msg("Date"),
        Kind.DEADLINE: msg("Deadline"),
        Kind.PERIOD: msg("Period"),
        Kind.PARTY: msg("Party"),
        Kind.SIGNATORY: msg("Signatory"),
        Kind.OBLIGATION: msg("Obligation"),
        Kind.DEFINITION: msg("Definition"),
        Kind.REFERENCE: msg("Reference"),
        Kind.GOAL_ADDED: msg("Goal added"),
        Kind.GOAL_DROPPED: msg("Goal dropped"),
        Kind.GOAL_RENUMBERED: msg("Goal renumbered"),
        Kind.CLAUSE_ADDED: msg("Clause added"),
        Kind.CLAUSE_DROPPED: msg("Clause dropped"),
        Kind.CLAUSE_MOVED: msg("Clause moved"),
        Kind.CLAUSE_RENUMBERED: msg("Clause renumbered"),
        Kind.HEADING: msg("Heading"),
        Kind.TABLE_ADDED: msg("Table added"),
        Kind.TABLE_REMOVED: msg("Table removed"),
        Kind.COLUMN_ADDED: msg("Column added"),
        Kind.COLUMN_REMOVED: msg("Column removed"),
        Kind.ROW_ADDED: msg("Row added"),
        Kind.ROW_REMOVED: msg("Row removed"),
        Kind.ROW_MOVED: msg("Row moved"),
        Kind.ROW_CHANGED: msg("Row changed"),
        Kind.FOOTNOTE_ADDED: msg("Footnote added"),
        Kind.FOOTNOTE_REMOVED: msg("Footnote removed"),
        Kind.FOOTNOTE_CHANGED: msg("Footnote changed"),
        Kind.TEXT_ADDED: msg("Text added"),
        Kind.TEXT_REMOVED: msg("Text removed"),
        Kind.TEXT_MOVED: msg("Text moved"),
        Kind.TEXT_CHANGED: msg("Text changed"),
        Kind.TEXT_SPLIT: msg("Paragraph divided"),
        Kind.TEXT_JOINED: msg("Paragraphs joined"),
        Kind.FORMATTING: msg("Formatting"),
        Kind.TYPOGRAPHY: msg("Spelling and signs"),
        Kind.YEAR_SHIFT: msg("Shift of years"),
        Kind.YEAR_KEPT: msg("Year not shifted"),
        Kind.PROPERTY: msg("About the document"),
        Kind.INITIATIVE_NEW: msg("New initiative"),
        Kind.INITIATIVE_FINISHED: msg("Initiative finished or no longer listed"),
        Kind.INITIATIVE_STATUS: msg("Status of an initiative"),
        Kind.INITIATIVE_CHANGED: msg("Initiative changed"),
        Kind.POINT_ADDED: msg("Point added"),
        Kind.POINT_REMOVED: msg("Point removed"),
        Kind.POINT_CHANGED: msg("Point changed"),
        Kind.DECISION: msg("Decision"),
        Kind.BILAG_ADDED: msg("Bilag added"),
        Kind.BILAG_REMOVED: msg("Bilag removed"),
        Kind.BILAG_REPLACED: msg("Bilag replaced"),
        Kind.BILAG_CHANGED: msg("Bilag changed"),
    }
)

_GROUPS: tuple[tuple[Message, frozenset[Kind]], ...] = (
    (
        msg("Goals and targets"),
        frozenset(
            {
                Kind.TARGET,
                Kind.TARGET_ADDED,
                Kind.TARGET_DROPPED,
                Kind.GOAL_ADDED,
                Kind.GOAL_DROPPED,
                Kind.GOAL_RENUMBERED,
            }
        ),
    ),
    (msg("Money and figures"), frozenset({Kind.AMOUNT, Kind.TOTAL, Kind.QUANTITY})),
    (msg("Dates and deadlines"), frozenset({Kind.DATE, Kind.DEADLINE, Kind.PERIOD, Kind.YEAR_KEPT})),
    (msg("Obligations and definitions"), frozenset({Kind.OBLIGATION, Kind.DEFINITION})),
    (msg("Parties"), frozenset({Kind.PARTY, Kind.SIGNATORY})),
    (
        msg("Clauses and references"),
        frozenset(
            {
                Kind.CLAUSE_ADDED,
                Kind.CLAUSE_DROPPED,
                Kind.CLAUSE_MOVED,
                Kind.CLAUSE_RENUMBERED,
                Kind.HEADING,
                Kind.REFERENCE,
            }
        ),
    ),
    (
        msg("Meeting and status"),
        frozenset(
            {
                Kind.INITIATIVE_NEW,
                Kind.INITIATIVE_FINISHED,
                Kind.INITIATIVE_STATUS,
                Kind.INITIATIVE_CHANGED,
                Kind.POINT_ADDED,
                Kind.POINT_REMOVED,
                Kind.POINT_CHANGED,
                Kind.DECISION,
                Kind.BILAG_ADDED,
                Kind.BILAG_REMOVED,
                Kind.BILAG_REPLACED,
                Kind.BILAG_CHANGED,
            }
        ),
    ),
    (
        msg("Tables"),
        frozenset(
            {
                Kind.TABLE_ADDED,
                Kind.TABLE_REMOVED,
                Kind.COLUMN_ADDED,
                Kind.COLUMN_REMOVED,
                Kind.ROW_ADDED,
                Kind.ROW_REMOVED,
                Kind.ROW_MOVED,
                Kind.ROW_CHANGED,
            }
        ),
    ),
    (
        msg("Text"),
        frozenset(
            {
                Kind.TEXT_ADDED,
                Kind.TEXT_REMOVED,
                Kind.TEXT_MOVED,
                Kind.TEXT_CHANGED,
                Kind.TEXT_SPLIT,
                Kind.TEXT_JOINED,
                Kind.FOOTNOTE_ADDED,
                Kind.FOOTNOTE_REMOVED,
                Kind.FOOTNOTE_CHANGED,
                Kind.FORMATTING,
            }
        ),
    ),
    (msg("About the document"), frozenset({Kind.PROPERTY})),
    (msg("Form only"), frozenset({Kind.TYPOGRAPHY, Kind.YEAR_SHIFT})),
)
