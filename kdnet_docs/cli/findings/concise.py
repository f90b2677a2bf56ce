"""Findings on a line each, for people in a hurry and for grep."""

from collections.abc import Sequence

from kdnet_docs.base.diagnostics import SEVERITIES, Diagnostic
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.findings.printable import printable, safe


def render(findings: Sequence[Diagnostic], page: Page) -> str:
    """`file:line:column: error[KD201] message (hint)` for each finding."""
    return "\n".join(_line(finding, page) for finding in findings)


def _line(finding: Diagnostic, page: Page) -> str:
    severity = page.text(SEVERITIES[finding.severity])
    hint = f" ({page.text(finding.hint)})" if finding.hint else ""
    message = page.text(finding.message)
    return f"{safe(_place(finding, page))}{severity}[{finding.code.value}] {printable(message + hint)}"


def _place(finding: Diagnostic, page: Page) -> str:
    if finding.span is None:
        return ""
    if not finding.span.source.text:
        return f"{page.file(finding.span)}: "
    return f"{page.file(finding.span)}:{finding.span.line}:{finding.span.column}: "
