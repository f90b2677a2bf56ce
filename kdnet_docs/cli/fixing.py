"""Writes into the sources what can be put right without asking, and says what and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import click

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.fixing import Fixed, fixed
from kdnet_docs.cli.findings.printable import printable
from kdnet_docs.cli.show import page_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kdnet_docs.base.diagnostics import Diagnostic
    from kdnet_docs.base.edits import Edit
    from kdnet_docs.base.spans import Source
    from kdnet_docs.cli.findings.page import Page
    from kdnet_docs.sources.project import Project

_CLOSE = 30
"""Characters between two edits of a finding that are shown in one line."""

_LONGEST = 70
"""Characters of the words before a fix that are shown, and of those after it."""


def fix(project: Project, findings: Iterable[Diagnostic], stream: TextIO, *, again: bool) -> bool:
    """Puts right what these findings can, in all their files or none; whether anything was.

    An adopted text stays as it is. `again` tells that the findings are those in files that were just put
    right, of which all else has been told.
    """
    from kdnet_docs.base.files import write_all
    from kdnet_docs.sources.adoption import is_adopted

    page = page_for(stream, project.root)
    written: dict[Path, bytes] = {}
    told: list[str] = []
    for source, of_file in _by_source(findings).items():
        path = project.root / source.name
        data = _unchanged(path, source)
        if data is None:
            continue
        if is_adopted(source):
            if not again:
                told.append(page.text(_left_alone(page.source(source.name), len(of_file))))
            continue
        made = fixed(source, of_file)
        if made.findings:
            mark = data[: len(data) - len(source.text.encode())]
            written[path.resolve()] = mark + made.text.encode()
            told += _report(source, made, page, again=again)
            if not again and _differs_from_git(project, source, data):
                told.append(page.text(_not_committed()))
    write_all(written)
    if not told and not again:
        told.append(page.text(msg("Nothing can be put right without asking you.")))
    for line in told:
        click.echo(line, file=stream, color=page.colour)
    return bool(written)


def _by_source(findings: Iterable[Diagnostic]) -> Mapping[Source, list[Diagnostic]]:
    """What can be put right, by the file in which it is."""
    files: dict[Source, list[Diagnostic]] = {}
    for finding in findings:
        if finding.fix:
            files.setdefault(finding.fix[0].span.source, []).append(finding)
    return files


def _unchanged(path: Path, source: Source) -> bytes | None:
    """What is in the file; None where that is no longer what was read, or the source is no file here."""
    try:
        data = path.read_bytes()
    except (OSError, ValueError):
        return None
    return data if data.decode("utf-8-sig", "replace") == source.text else None


def _differs_from_git(project: Project, source: Source, data: bytes) -> bool:
    """Whether git has another text of the file, so that it cannot give back the one before the fixes."""
    from kdnet_docs.sources.git import ask_git, is_stored_as

    blob = (ask_git(project.root, "rev-parse", f"HEAD:./{source.name}") or b"").decode("ascii").strip()
    return bool(blob) and not is_stored_as(data, blob)


def _left_alone(file: str, count: int) -> Message:
    return (
        msg("{file}: the text is adopted and stays as it is; 1 fix is not made", file=file)
        if count == 1
        else msg(
            "{file}: the text is adopted and stays as it is; {count} fixes are not made",
            file=file,
            count=count,
        )
    )


def _not_committed() -> Message:
    return msg("  (the file had changes before that git has not stored yet)")


def _report(source: Source, made: Fixed, page: Page, *, again: bool) -> Iterator[str]:
    """The file, and for each fix in its order its place and the words before and after it."""
    name = page.source(source.name)
    yield page.text(
        msg("then put right: {name}", name=name) if again else msg("put right: {name}", name=name)
    )
    groups = [(edits, finding) for finding in made.findings for edits in _side_by_side(source, finding)]
    groups.sort(key=lambda group: group[0][0].span.start)
    rows = [(*_row(source, edits), finding.code.value) for edits, finding in groups]
    places = max(len(place) for place, *_ in rows)
    for place, old, new, code in rows:
        yield f"  {place:>{places}}  {printable(old, _LONGEST)} → {printable(new, _LONGEST)}  [{code}]"


def _side_by_side(source: Source, finding: Diagnostic) -> list[list[Edit]]:
    """The edits of a finding in the order of the file, those together that are close to one another."""
    groups: list[list[Edit]] = []
    for edit in sorted(finding.fix, key=lambda edit: edit.span.start):
        between = source.text[groups[-1][-1].span.end : edit.span.start] if groups else ""
        if groups and len(between) <= _CLOSE and "\n" not in between:
            groups[-1].append(edit)
        else:
            groups.append([edit])
    return groups


def _row(source: Source, edits: Sequence[Edit]) -> tuple[str, str, str]:
    """Where edits begin, and the whole words they are in, as they were and as they are."""
    start, end = _whole_words(source.text, edits[0].span.start, edits[-1].span.end)
    pieces: list[str] = []
    at = start
    for edit in edits:
        pieces += source.text[at : edit.span.start], edit.text
        at = edit.span.end
    new = "".join([*pieces, source.text[at:end]])
    line, column = source.position(edits[0].span.start)
    return f"{line}:{column}", _in_a_line(source.text[start:end]), _in_a_line(new)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _in_a_line(words: str) -> str:
    return words.replace("\n", " ").strip() or "␣"
