"""Findings for other programs; the shape is described in docs/findings.md."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kdnet_docs.base.diagnostics import Diagnostic, is_error
from kdnet_docs.base.spans import Span
from kdnet_docs.cli.findings.page import Page, places

VERSION = 1
"""Of the shape: raised when a program that reads it would have to change."""


def render(findings: Sequence[Diagnostic], page: Page) -> str:
    """One object with all findings."""
    errors = sum(map(is_error, findings))
    whole = {
        "version": VERSION,
        "findings": [_finding(finding, page) for finding in findings],
        "errors": errors,
        "warnings": len(findings) - errors,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _finding(finding: Diagnostic, page: Page) -> Mapping[str, Any]:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "message": page.text(finding.message),
        "hint": page.text(finding.hint) if finding.hint else None,
        "place": _place(finding.span, page) if finding.span else None,
        "labels": [
            {"message": page.text(label.message), "place": _place(label.span, page)}
            for label in finding.labels
        ],
    }


def _place(span: Span, page: Page) -> Mapping[str, Any]:
    start, end = places(span)
    return {
        "file": page.file(span),
        "start": {"line": start[0], "column": start[1]},
        "end": {"line": end[0], "column": end[1]},
    }
