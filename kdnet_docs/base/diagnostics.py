"""Findings: what an author should know, as values."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import assert_never

from kdnet_docs.base.codes import Code, Severity
from kdnet_docs.base.edits import Edit
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span

SEVERITIES: Mapping[Severity, Message] = MappingProxyType(
    {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning"), Severity.NOTE: msg("note")}
)
"""What each severity is called."""


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that helps to understand a finding, with what it shows."""

    span: Span
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a stable code, what is wrong, where, and what to do about it.

    `fix` is what would put it right, where that is safe to write without asking. `silenced` is the reason
    why the author of the source wants to hear nothing of it, where there is one.
    """

    code: Code
    message: Message
    span: Span | None = None
    hint: Message | None = None
    labels: tuple[Label, ...] = ()
    fix: tuple[Edit, ...] = ()
    silenced: str | None = None

    @property
    def severity(self) -> Severity:
        """An error stops a build, a warning a final file, a note nothing."""
        return self.code.severity


def labelled(span: Span | None, message: Message) -> tuple[Label, ...]:
    """A label at a place; none at words that stand in no file, since the program wrote them."""
    return (Label(span, message),) if span else ()


def is_error(diagnostic: Diagnostic) -> bool:
    """Whether the finding stops a build."""
    return diagnostic.severity is Severity.ERROR


def heard(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings that nobody has silenced."""
    return tuple(one for one in diagnostics if one.silenced is None)


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings sorted by file and place, each once."""
    return tuple(
        sorted(
            dict.fromkeys(diagnostics),
            key=lambda d: (
                (d.span.source.name, d.span.start, d.code.value) if d.span else ("", 0, d.code.value)
            ),
        )
    )


def counted(diagnostics: Sequence[Diagnostic]) -> Message:
    """How many errors, warnings and notes there are."""
    counts = Counter(one.severity for one in diagnostics)
    told = [_counted(severity, counts[severity]) for severity in Severity if counts[severity]]
    match told:
        case []:
            return msg("{count} errors", count=0)
        case [one]:
            return one
        case [one, other]:
            return msg("{one} and {other}", one=one, other=other)
        case _:
            return msg("{one}, {other} and {last}", one=told[0], other=told[1], last=told[2])


def _counted(severity: Severity, count: int) -> Message:
    match severity:
        case Severity.ERROR:
            return msg("{count} errors", count=count) if count != 1 else msg("1 error")
        case Severity.WARNING:
            return msg("{count} warnings", count=count) if count != 1 else msg("1 warning")
        case Severity.NOTE:
            return msg("{count} notes", count=count) if count != 1 else msg("1 note")
        case _:
            assert_never(severity)


@dataclass(frozen=True, slots=True)
class Refused:
    """What a function returns in place of its result when findings stand in the way."""

    diagnostics: tuple[Diagnostic, ...]
