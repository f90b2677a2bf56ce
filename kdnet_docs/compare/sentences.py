"""Each fact in one plain sentence, and the names of the kinds of facts."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.fact import Fact, Kind
from kdnet_docs.compare.wording import figures, listed, structure
from kdnet_docs.compare.wording.values import Number


def sentence(fact: Fact) -> Message:
    """What changed, as one tells it to a chair: "Målet for kendskab er hævet fra 40 pct. til 45 pct."."""
    told = _told(fact)
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


def _told(fact: Fact) -> Message:
    match fact.kind:
        case Kind.TARGET | Kind.TARGET_ADDED | Kind.TARGET_DROPPED:
            return figures.target(fact)
        case Kind.AMOUNT | Kind.QUANTITY | Kind.DATE | Kind.DEADLINE | Kind.PERIOD:
            return figures.figure(fact)
        case Kind.TOTAL:
            return figures.total(fact)
        case Kind.OBLIGATION:
            return figures.obligation(fact)
        case Kind.PROPERTY:
            return listed.prop(fact)
        case _:
            told = (tell(fact) for tell in _TELLERS)
            return next(one for one in told if one is not None)


_TELLERS = (
    structure.outline,
    structure.table,
    structure.row,
    structure.passage,
    listed.people,
    listed.initiative,
    listed.meeting,
)


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
        Kind.INITIATIVE_FINISHED: msg("Initiative no longer listed"),
        Kind.INITIATIVE_STATUS: msg("Status of an initiative"),
        Kind.INITIATIVE_CHANGED: msg("Initiative changed"),
        Kind.POINT_ADDED: msg("Point added"),
        Kind.POINT_REMOVED: msg("Point removed"),
        Kind.POINT_CHANGED: msg("Point changed"),
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
    (msg("Parties and the document"), frozenset({Kind.PARTY, Kind.SIGNATORY, Kind.PROPERTY})),
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
        frozenset(kind for kind in Kind if kind.value.split("-")[0] in ("initiative", "point", "bilag")),
    ),
    (
        msg("Tables"),
        frozenset(kind for kind in Kind if kind.value.split("-")[0] in ("table", "column", "row")),
    ),
    (
        msg("Text"),
        frozenset(
            kind
            for kind in Kind
            if kind.value.split("-")[0] in ("text", "footnote") or kind is Kind.FORMATTING
        ),
    ),
    (msg("Form only"), frozenset({Kind.TYPOGRAPHY, Kind.YEAR_SHIFT})),
)
