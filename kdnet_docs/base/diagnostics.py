"""Findings: what an author should know, as values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kdnet_docs.base.codes import Code, Severity
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that helps to understand a finding, with what it shows."""

    span: Span
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a stable code, what is wrong, where, and what to do about it."""

    code: Code
    message: Message
    span: Span | None = None
    hint: Message | None = None
    labels: tuple[Label, ...] = ()

    @property
    def severity(self) -> Severity:
        """An error stops a build; a warning does not."""
        return self.code.severity


def is_error(diagnostic: Diagnostic) -> bool:
    """Whether the finding stops a build."""
    return diagnostic.severity is Severity.ERROR


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
    """How many errors and warnings there are."""
    errors = sum(map(is_error, diagnostics))
    warnings = len(diagnostics) - errors
    counted = msg("{count} errors", count=errors) if errors != 1 else msg("1 error")
    if warnings:
        warned = msg("{count} warnings", count=warnings) if warnings != 1 else msg("1 warning")
        counted = msg("{errors} and {warnings}", errors=counted, warnings=warned) if errors else warned
    return counted


@dataclass(frozen=True, slots=True)
class Refused:
    """What a function returns in place of its result when findings stand in the way."""

    diagnostics: tuple[Diagnostic, ...]
