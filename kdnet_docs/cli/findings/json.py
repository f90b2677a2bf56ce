"""Findings for other programs; the shape is described in docs/findings.md."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kdnet_docs.base.codes import Severity
from kdnet_docs.base.diagnostics import Diagnostic, heard
from kdnet_docs.base.spans import Span
from kdnet_docs.cli.findings.page import Page, places

VERSION = 1
"""Of the shape: raised when a program that reads it would have to change."""


def render(findings: Sequence[Diagnostic], page: Page) -> str:
    """One object with all findings, those that are silenced too, which are not counted."""
    counts = Counter(finding.severity for finding in heard(findings))
    whole = {
        "version": VERSION,
        "findings": [_finding(finding, page) for finding in findings],
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
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
        "fix": [{"place": _place(edit.span, page), "text": edit.text} for edit in finding.fix],
        "silenced": finding.silenced,
    }


def _place(span: Span, page: Page) -> Mapping[str, Any]:
    start, end = places(span)
    return {
        "file": page.file(span),
        "start": {"line": start[0], "column": start[1]},
        "end": {"line": end[0], "column": end[1]},
    }
