"""Findings on a line each for an editor's list of problems: severities in English, and where each one ends.

`.vscode/tasks.json` has the pattern that reads them.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kdnet_docs.base.codes import Severity
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.spans import Span
from kdnet_docs.cli.findings.page import Page, places
from kdnet_docs.cli.findings.printable import printable, safe

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}
)


def render(findings: Sequence[Diagnostic], page: Page) -> str:
    """`file:line:column:line:column: warning KD570: message (hint)` for each finding."""
    return "\n".join(_line(finding, page) for finding in findings)


def _line(finding: Diagnostic, page: Page) -> str:
    hint = f" ({page.text(finding.hint)})" if finding.hint else ""
    severity, message = _SEVERITIES[finding.severity], page.text(finding.message)
    return f"{_place(finding.span, page)}{severity} {finding.code.value}: {printable(message + hint)}"


def _place(span: Span | None, page: Page) -> str:
    if span is None:
        return ""
    (line, column), (last, end) = places(span)
    before = _in_units(span, line, column)
    return f"{safe(page.file(span))}:{line}:{before}:{last}:{_in_units(span, last, end)}: "


def _in_units(span: Span, line: int, column: int) -> int:
    """A column as editors count it: a character beyond the first 65,536 is two."""
    text = span.source.line_text(line)[: column - 1]
    return column + sum(character > "\uffff" for character in text)
