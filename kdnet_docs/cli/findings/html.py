"""Findings with the line they are about, for a page in the browser."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from kdnet_docs.base.diagnostics import SEVERITIES, Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.findings.printable import printable, safe
from kdnet_docs.render.html.elements import element

_BEFORE, _MARKED, _AFTER = 160, 400, 240
"""Characters that are shown of a long line."""


def render(findings: Sequence[Diagnostic], page: Page) -> Markup:
    """An article for each finding; what the classes mean stands in `watch/pages/frame.css`."""
    return _join(_article(finding, page) for finding in findings)


def _article(finding: Diagnostic, page: Page) -> Markup:
    title = f"{page.text(SEVERITIES[finding.severity])}[{finding.code.value}]"
    message = printable(page.text(finding.message))
    hint = f"{page.text(msg('hint'))}: {printable(page.text(finding.hint))}" if finding.hint else None
    return element(
        "article",
        element("p", element("span", title, class_="code"), " ", message, class_="message"),
        *(_snippet(finding.span, "own", page) if finding.span else ()),
        *(part for label in finding.labels for part in _labelled(label.span, page.text(label.message), page)),
        *([element("p", hint, class_="hint")] if hint else ()),
        class_=f"finding {finding.severity.value}",
    )


def _labelled(span: Span, words: str, page: Page) -> Iterator[Markup]:
    yield element("p", printable(words), class_="label")
    yield from _snippet(span, "other", page)


def _snippet(span: Span, kind: str, page: Page) -> Iterator[Markup]:
    """Where it is, and the line with the place marked."""
    if not span.source.text:
        yield element("p", safe(page.file(span)), class_="place")
        return
    yield element("p", safe(f"{page.file(span)}:{span.line}:{span.column}"), class_="place")
    line = span.source.line_text(span.line).rstrip()
    start = min(span.column - 1, len(line))
    end = min(start + span.end - span.start, len(line))
    indent = min(len(line) - len(line.lstrip()), start)
    # What is missing at the end of a line is marked just behind it.
    marked = line[start:end] or " "
    yield element(
        "pre",
        element("span", f"{span.line} | ", class_="line"),
        safe(line[indent:start] if start - indent <= _BEFORE else f"…{line[start - _BEFORE : start]}"),
        element("mark", safe(_first(marked, _MARKED)), class_=kind),
        safe(_first(line[end:], _AFTER)),
    )


def _first(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}…"


def _join(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
