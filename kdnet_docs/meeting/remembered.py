"""Warnings kept with a build, to be told again when nothing has changed."""

from collections.abc import Callable, Iterable
from typing import Any

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import Message
from kdnet_docs.base.spans import Source, Span

ReadSource = Callable[[str], Source | None]
"""The text of a source by its name, or None where it cannot be read any more."""


def to_json(findings: Iterable[Diagnostic]) -> list[Any]:
    """The findings as JSON knows them: places by their offsets, sentences by template and values."""
    return [
        {
            "code": finding.code.value,
            "message": _message(finding.message),
            "span": _span(finding.span),
            "hint": finding.hint and _message(finding.hint),
            "labels": [[_span(label.span), _message(label.message)] for label in finding.labels],
        }
        for finding in findings
    ]


def from_json(kept: Any, read: ReadSource) -> tuple[Diagnostic, ...]:
    """The findings again. Raises KeyError, TypeError, ValueError or their like for what is none."""
    return tuple(
        Diagnostic(
            code=Code(one["code"]),
            message=_read_message(one["message"]),
            span=_read_span(one["span"], read),
            hint=_read_message(one["hint"]) if one["hint"] else None,
            labels=tuple(_read_label(span, message, read) for span, message in one["labels"]),
        )
        for one in kept
    )


def _message(message: Message) -> list[Any]:
    return [message.template, {name: _value(value) for name, value in message.values}]


def _value(value: object) -> Any:
    match value:
        case Message():
            return _message(value)
        case int():
            return value
        case _:
            return str(value)


def _span(span: Span | None) -> list[Any] | None:
    return [span.source.name, span.start, span.end, span.source.is_hidden] if span else None


def _read_message(kept: Any) -> Message:
    template, values = kept
    message = Message(
        str(template),
        tuple(
            (str(name), _read_message(value) if isinstance(value, list) else value)
            for name, value in values.items()
        ),
    )
    for language in ("da", "en"):
        message.to(language)  # fails here, not when it is shown, if a value is missing
    return message


def _read_span(kept: Any, read: ReadSource) -> Span | None:
    if kept is None:
        return None
    name, start, end, is_hidden = kept
    source = read(str(name))
    if source is None:
        # A folder, or a file that is no text, is named without its words.
        return Span(Source(str(name), ""), 0, 0)
    return Span(source.hidden() if is_hidden else source, int(start), int(end))


def _read_label(span: Any, message: Any, read: ReadSource) -> Label:
    place = _read_span(span, read)
    if place is None:
        raise ValueError("a label without a place")
    return Label(place, _read_message(message))
