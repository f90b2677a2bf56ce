"""Findings as annotations of a GitHub workflow, which show up beside the lines of a pull request."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kdnet_docs.base.codes import Severity
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.cli.findings.page import Page, places
from kdnet_docs.cli.findings.printable import printable, safe

_IN_TEXT = MappingProxyType({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = MappingProxyType({**_IN_TEXT, ":": "%3A", ",": "%2C"})


def render(findings: Sequence[Diagnostic], page: Page) -> str:
    """A workflow command for each finding."""
    return "\n".join(_annotation(finding, page) for finding in findings)


def _annotation(finding: Diagnostic, page: Page) -> str:
    properties = {"title": finding.code.value, **_place(finding, page)}
    written = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in properties.items())
    sentences = [page.text(sentence) for sentence in (finding.message, finding.hint) if sentence]
    text = _escaped("\n".join(map(printable, sentences)), _IN_TEXT)
    level = "notice" if finding.severity is Severity.NOTE else finding.severity.value
    return f"::{level} {written}::{text}"


def _place(finding: Diagnostic, page: Page) -> Mapping[str, str]:
    if finding.span is None:
        return {}
    start, end = places(finding.span)
    lines = {"file": safe(page.file(finding.span)), "line": str(start[0]), "endLine": str(end[0])}
    # Columns count for annotations within a line only.
    return lines if start[0] != end[0] else {**lines, "col": str(start[1]), "endColumn": str(end[1])}


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
