"""What `kdnet watch` says each time it has read the sources: to people, or to their editor."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from kdnet_docs.base.codes import Severity
from kdnet_docs.base.diagnostics import Diagnostic, counted, in_reading_order
from kdnet_docs.base.messages import msg
from kdnet_docs.cli.findings import concise, editor
from kdnet_docs.cli.screen import say, text
from kdnet_docs.cli.show import page_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kdnet_docs.sources.project import Project
    from kdnet_docs.watch.board import Files
    from kdnet_docs.watch.builds import Builds
    from kdnet_docs.watch.preview import Preview

_MOST = 8
"""So many findings are told one by one; more of them are better read on the page."""

_AT_FIRST = 3
"""So many for each document or meeting where the whole project comes up."""

_GRAVEST_FIRST = tuple(Severity)


class ToPeople:
    """A line for each document or meeting that is shown again, and below it what was not found before."""

    def __init__(self, project: Project, builds: Builds | None) -> None:
        self._page = page_for(sys.stdout, project.root)
        self._builds = builds
        self._told: set[Diagnostic] = set()

    def began(self) -> None:
        """Nothing is said of it: it does not take long."""
        self._told.clear()

    def shown(self, name: str, preview: Preview, before: Preview | None, seconds: float) -> None:
        """Says how it went, and lets the files be made."""
        found = counted(preview.findings) if preview.findings else msg("no mistakes")
        shown = msg("{name}: shown after {time} ms, {found}", name=name, time=_ms(seconds), found=found)
        say(shown if preview.current else msg("{name}: {found}; the page shows them", name=name, found=found))
        new = _without(preview.findings, before.findings if before else ())
        self._tell(new, _MOST if before or self._builds else _AT_FIRST)
        gone = len(_without(before.findings, preview.findings)) if before else 0
        if gone:
            say(msg("  {count} of those before are gone", count=gone))
        if self._builds and preview.current:
            self._builds.ask()

    def done(self, seconds: float) -> None:
        """Each document has been told of already."""

    def _tell(self, found: Sequence[Diagnostic], most: int) -> None:
        """Tells of each once: what is found in a document is found in the meeting that it is a bilag of."""
        new = [finding for finding in found if finding not in self._told]
        self._told.update(new)
        new.sort(key=lambda finding: _GRAVEST_FIRST.index(finding.severity))
        for finding in new[:most]:
            click.echo(f"  {concise.render([finding], self._page)}")
        if len(new) > most:
            say(msg("  and {count} more; the page shows them", count=len(new) - most))


class ToEditor:
    """Everything that is found, between a line that begins with "[>]" and one that begins with "[=]".

    An editor forgets what it was told when it reads the first, and shows what it was told at the second.
    """

    def __init__(self, project: Project, builds: Builds | None) -> None:
        self._project = project
        self._builds = builds
        self._page = page_for(sys.stdout, project.root)
        self._shown: dict[str, Preview] = {}

    def began(self) -> None:
        """The first line."""
        click.echo(f"[>] {text(msg('reading the sources'))}")

    def shown(self, name: str, preview: Preview, before: Preview | None, seconds: float) -> None:
        """Keeps it until all are read: a document is often a bilag of a meeting too."""
        del before, seconds
        self._shown[name] = preview
        if self._builds and preview.current:
            self._builds.ask()

    def done(self, seconds: float) -> None:
        """All that is found, and the last line."""
        there = {*self._project.meetings(), *self._project.references()}
        self._shown = {name: preview for name, preview in self._shown.items() if name in there}
        previews = self._shown.values()
        findings = in_reading_order(
            (*self._project.misnamed(), *(one for preview in previews for one in preview.findings))
        )
        if findings:
            click.echo(editor.render(findings, self._page))
        found = counted(findings) if findings else msg("no mistakes")
        click.echo(f"[=] {text(msg('{found}, after {time} ms', found=found, time=_ms(seconds)))}")


def say_of_files(name: str, files: Files) -> None:
    """Says that the files in `build/` are made, or why not."""
    if files.state == "made":
        say(msg("{name}: Word and PDF are made", name=name))
    elif files.state == "failed":
        say(msg("{name}: Word and PDF could not be made", name=name))
        click.echo(files.complaint)


def _without(findings: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings that are not among the others; one is the same wherever it stands in the file."""
    left = Counter(map(_said, others))
    new = []
    for finding in findings:
        if left[_said(finding)] > 0:
            left[_said(finding)] -= 1
        else:
            new.append(finding)
    return new


def _said(finding: Diagnostic) -> tuple[str, str, str, str]:
    span = finding.span
    file, words = (span.source.name, span.text) if span else ("", "")
    return finding.code.value, str(finding.message), file, words


def _ms(seconds: float) -> int:
    return round(1000 * seconds)
