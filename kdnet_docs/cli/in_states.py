"""Findings in a state in git: they say which, since the file may be another now."""

from collections.abc import Iterable
from dataclasses import replace

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.spans import Source, Span


def in_state(findings: Iterable[Diagnostic], at: str | None) -> tuple[Diagnostic, ...]:
    """The findings, their files called with the state after them: "2022.yaml@HEAD~3"."""
    if at is None:
        return tuple(findings)
    return tuple(
        replace(
            finding,
            span=_called(finding.span, at) if finding.span else None,
            labels=tuple(replace(label, span=_called(label.span, at)) for label in finding.labels),
        )
        for finding in findings
    )


def _called(span: Span, at: str) -> Span:
    source = Source(f"{span.source.name}@{at}", span.source.text)
    return replace(span, source=source)
