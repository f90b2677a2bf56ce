"""Two versions of a file that git has put down, compared on the screen."""

import os
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import click

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.cli.changes import render
from kdnet_docs.cli.findings.printable import safe
from kdnet_docs.cli.git_lines import converted
from kdnet_docs.cli.screen import say, text
from kdnet_docs.cli.show import page_for
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.documents import document_of
from kdnet_docs.document.tree import Document
from kdnet_docs.sources.load import load
from kdnet_docs.sources.read import read


def show_pair(old: Path, new: Path, name: str) -> None:
    """The facts, where both files are sources; else, and where a file came or went, the lines that differ."""
    before, after = _document(old, name), _document(new, name)
    page = page_for(sys.stdout, None)
    click.echo(click.style(safe(name), bold=True) if page.colour else safe(name))
    if before is None or after is None:
        for line in _lines(old, new, name):
            click.echo(safe(line))
        return
    comparison = compare(before, after)
    click.echo(render(comparison, page), color=page.colour)
    if comparison.equal and old.read_bytes() != new.read_bytes():
        say(msg("Only comments, layout or settings are different: `git diff --no-textconv` shows them."))
    click.echo()


def _document(file: Path, name: str) -> Document | None:
    source = load(file, name)
    model = source if isinstance(source, Refused) else read(source)
    return None if isinstance(model, Refused) else document_of(model, (), [])


def _lines(old: Path, new: Path, name: str) -> Iterator[str]:
    before, after = _text(old, name), _text(new, name)
    labels = (text(msg("{name} (before)", name=name)), text(msg("{name} (now)", name=name)))
    yield from unified_diff(before, after, *labels, lineterm="")
    if before == after:
        yield "="


def _text(file: Path, name: str) -> list[str]:
    data = b"" if str(file) == os.devnull else converted(file, name)
    return data.decode("utf-8", "replace").splitlines()
