"""Findings with the line they are about, in the style of rustc and ruff."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

import click

from kdnet_docs.base.codes import Severity
from kdnet_docs.base.diagnostics import SEVERITIES, Diagnostic, counted
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.cli.findings.overview import notes, overview
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.findings.printable import LONGEST, Line, printable, safe

_LONGEST_HINT = 4_000
"""Enough for the ids of a long contract."""

MANY = 10
"""Findings that can be read one after the other without losing the thread."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def render(findings: Sequence[Diagnostic], page: Page) -> str:
    """Each finding with its place, and how many there are; of many, the notes are a line each."""
    if not findings:
        return ""
    many = len(findings) > MANY
    in_short = [one for one in findings if many and one.severity is Severity.NOTE]
    at_length = [one for one in findings if not many or one.severity is not Severity.NOTE]
    blocks = ["\n".join(_Block(finding, page).lines()) for finding in at_length]
    if in_short:
        blocks.append(notes(in_short, page))
    if many:
        blocks.append(overview(findings, page))
    return "\n\n".join([*blocks, printable(page.text(summary(findings)))])


def summary(findings: Sequence[Diagnostic]) -> Message:
    """How many there are, and where to read more: on the first of the gravest."""
    first = min(findings, key=lambda finding: tuple(Severity).index(finding.severity))
    fixes = _fixes(findings)
    told = msg("{found}; `kdnet explain {code}` tells more", found=counted(findings), code=first.code.value)
    if not fixes:
        return told
    return (
        msg("{told}; `kdnet check --fix` puts 1 of them right", told=told)
        if fixes == 1
        else msg("{told}; `kdnet check --fix` puts {count} of them right", told=told, count=fixes)
    )


def _fixes(findings: Sequence[Diagnostic]) -> int:
    """How many of them can be put right: in an adopted text none."""
    by_source = Counter(finding.fix[0].span.source for finding in findings if finding.fix)
    if not by_source:
        return 0
    from kdnet_docs.sources.adoption import is_adopted

    return sum(count for source, count in by_source.items() if not is_adopted(source))


@dataclass(frozen=True, slots=True)
class _Mark:
    """Part of a line that is pointed at, with a word on why."""

    span: Span
    text: str
    primary: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """One finding."""

    finding: Diagnostic
    page: Page

    def lines(self) -> Iterator[str]:
        severity = self.finding.severity
        colour = _COLOURS[severity]
        title = f"{self.page.text(SEVERITIES[severity])}[{self.finding.code.value}]"
        message = printable(self.page.text(self.finding.message))
        yield f"{self._styled(title, fg=colour, bold=True)}: {self._styled(message, bold=True)}"
        marks = self._marks()
        margin = max((len(str(mark.span.line)) for mark in marks if mark.span.source.text), default=1)
        for source, in_source in groupby(marks, key=lambda mark: mark.span.source):
            yield from self._snippet(source, list(in_source), margin)
        if self.finding.hint:
            if any(mark.span.source.text for mark in marks):
                yield self._gutter("", margin)
            yield from self._hint(self.page.text(self.finding.hint), margin)

    def _hint(self, hint: str, margin: int) -> Iterator[str]:
        """A hint as one line, but for one that lists many names."""
        begin = f"{self.page.text(msg('hint'))}: "
        indent = " " * (margin + 3)
        lines = [printable(hint)]
        if len(hint) > LONGEST:
            room = max(self.page.width - len(indent) - len(begin), LONGEST // 10)
            lines = wrap(printable(hint, _LONGEST_HINT), room, break_on_hyphens=False)
        yield f"{' ' * margin} {self._styled('=', fg='blue')} {begin}{lines[0]}"
        yield from (f"{indent}{' ' * len(begin)}{line}" for line in lines[1:])

    def _marks(self) -> list[_Mark]:
        """What is pointed at, the finding's own place and file first."""
        own = [_Mark(self.finding.span, "", primary=True)] if self.finding.span else []
        first = self.finding.span.source if self.finding.span else None
        labels = sorted(
            self.finding.labels,
            key=lambda at: (at.span.source is not first, at.span.source.name, at.span.start),
        )
        return own + [
            _Mark(label.span, printable(self.page.text(label.message)), primary=False) for label in labels
        ]

    def _snippet(self, source: Source, marks: list[_Mark], margin: int) -> Iterator[str]:
        """The marked lines of one file in their order, below where they stand."""
        place = safe(self.page.file(marks[0].span))
        arrow = "-->" if marks[0].primary else ":::"
        if not source.text:
            yield f"{' ' * margin}{self._styled(arrow, fg='blue')} {place}"
            return
        span = marks[0].span
        yield f"{' ' * margin}{self._styled(arrow, fg='blue')} {place}:{span.line}:{span.column}"
        yield self._gutter("", margin)
        before = None
        in_order = sorted(marks, key=lambda mark: (mark.span.line, not mark.primary))
        for number, on_line in groupby(in_order, key=lambda mark: mark.span.line):
            if before is not None and number > before + 1:
                yield self._styled("...", fg="blue")
            yield from self._line(source, number, list(on_line), margin)
            before = number

    def _line(self, source: Source, number: int, marks: Iterable[_Mark], margin: int) -> Iterator[str]:
        marks = list(marks)
        text = source.line_text(number)
        line = Line(text, self.page.width - margin - 3, keep=marks[0].span.column - 1)
        yield f"{self._gutter(str(number), margin)} {line.text}"
        for mark in marks:
            start = mark.span.column - 1
            end = min(start + mark.span.end - mark.span.start, len(text.rstrip()))
            before, length = line.under(start, end)
            colour = _COLOURS[self.finding.severity] if mark.primary else "blue"
            pointer = f"{('^' if mark.primary else '-') * length} {mark.text}".rstrip()
            yield f"{self._gutter('', margin)} {' ' * before}{self._styled(pointer, fg=colour)}"

    def _gutter(self, number: str, margin: int) -> str:
        return self._styled(f"{number:>{margin}} |", fg="blue")

    def _styled(self, text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
        return click.style(text, fg=fg, bold=bold) if self.page.colour else text
