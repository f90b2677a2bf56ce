"""A comparison for other programs; the shape is described in docs/comparison.md."""

import json
from collections.abc import Mapping
from typing import Any, assert_never

from kdnet_docs.base.spans import Span
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.json_steps import notes_as_json, steps_as_json
from kdnet_docs.compare.fact import ByDays, ByNumber, ByYears, Difference, Fact, Spot, Where
from kdnet_docs.compare.not_shown import not_shown
from kdnet_docs.compare.sentences import sentence
from kdnet_docs.document.tree import Document
from kdnet_docs.reading.values import Day, Duty, Figure, Period, Value, Words

SCHEMA = "kdnet-comparison/1"
"""Of the shape; the number grows when a program that reads it would have to change."""


def write_json(comparison: Comparison) -> str:
    """One object: both documents, the facts, and the whole text with what went and what came."""
    aligned = comparison.aligned
    whole = {
        "schema": SCHEMA,
        "old": _document(aligned.old.document),
        "new": _document(aligned.new.document),
        "equal": comparison.equal,
        "facts": [_fact(fact) for fact in comparison.facts],
        "text": steps_as_json(aligned.steps, aligned),
        "footnotes": notes_as_json(aligned.notes, aligned),
        "not_shown": [{"da": thing.to("da"), "en": thing.to("en")} for thing in not_shown(comparison)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _document(document: Document) -> Mapping[str, Any]:
    return {
        "id": document.id,
        "version": document.version,
        "title": document.title,
        "language": document.language,
        "date": document.date.isoformat(),
        "source": document.source_name,
        "sha256": document.source_digest,
    }


def _fact(fact: Fact) -> Mapping[str, Any]:
    said = sentence(fact)
    return {
        "number": fact.number,
        "kind": fact.kind.value,
        "minor": fact.minor,
        "subject": fact.subject,
        "sentence": {"da": said.to("da"), "en": said.to("en")},
        "old": fact.old and value_as_json(fact.old),
        "new": fact.new and value_as_json(fact.new),
        "difference": fact.difference and _difference(fact.difference),
        "direction": fact.direction,
        "agrees": fact.agrees and {"old": fact.agrees[0], "new": fact.agrees[1]},
        "parties": list(fact.parties),
        "where": [_where(where) for where in fact.places],
    }


def value_as_json(value: Value) -> Mapping[str, Any]:
    """A value with its type; numbers are text, so that none is rounded on the way."""
    match value:
        case Words():
            return {"type": "words", "text": value.text}
        case Figure():
            return {
                "type": "figure",
                "text": value.text,
                "number": f"{value.number:f}",
                "upto": None if value.upto is None else f"{value.upto:f}",
                "unit": value.unit,
                "bound": value.bound,
                "due": value.due,
            }
        case Day():
            return {"type": "day", "text": value.text, "day": value.day.isoformat()}
        case Period():
            days = {"first": value.first.isoformat(), "last": value.last.isoformat()}
            return {"type": "period", "text": value.text, **days}
        case Duty():
            return {"type": "duty", "text": value.text, "force": value.force}
        case _:
            assert_never(value)


def _difference(by: Difference) -> Mapping[str, Any]:
    match by:
        case ByNumber():
            per_cent = None if by.per_cent is None else f"{by.per_cent:f}"
            return {"type": "number", "amount": f"{by.amount:f}", "unit": by.unit, "per_cent": per_cent}
        case ByDays():
            return {"type": "days", "days": by.days}
        case ByYears():
            places = [{"year": year, "places": places} for year, places in by.places]
            return {"type": "years", "years": by.years, "places": places}
        case _:
            assert_never(by)


def _where(where: Where) -> Mapping[str, Any]:
    return {
        "clause": where.clause,
        "clause_id": where.clause_id,
        "old": where.old and _spot(where.old),
        "new": where.new and _spot(where.new),
    }


def _spot(spot: Spot) -> Mapping[str, Any]:
    return {
        "id": spot.leaf,
        "start": spot.start,
        "end": spot.end,
        "place": spot.span and place_as_json(spot.span),
    }


def place_as_json(span: Span) -> Mapping[str, Any]:
    """A place in a source, as findings have it."""
    start, end = span.source.position(span.start), span.source.position(span.end)
    return {
        "file": span.source.name,
        "start": {"line": start[0], "column": start[1]},
        "end": {"line": end[0], "column": end[1]},
    }
