"""Writes a document as plain text."""

from collections.abc import Iterable
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.house import Line, Words
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.text.blocks import Body


def write_text(document: Document, templates: Path) -> bytes | Refused:
    """The document as UTF-8 text for diffs and mails, from the watermark's word to the last footnote.

    A paragraph is one long line: a changed word then changes one line of a diff and moves no other,
    a search finds a phrase whole, and a mail program folds lines to the reader's own window.
    """
    template = open_template(document, templates)
    if isinstance(template, Refused):
        return template
    parts = [document.watermark or "", _cover(template.dressing.cover), Body(document).write()]
    lines = "\n\n".join(part for part in parts if part).split("\n")
    return ("\n".join(line.rstrip() for line in lines) + "\n").encode()


def _cover(lines: Iterable[Line]) -> str:
    words = ("".join(piece.text for piece in line.pieces if isinstance(piece, Words)) for line in lines)
    return "\n".join(line for line in words if line.strip())
