"""Redlines of two documents for tests, and the plain files that they must give."""

from datetime import UTC, datetime

from word_files import TEMPLATES

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.compare.align import align
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.redline import write_redline
from kdnet_docs.document.tree import Document
from kdnet_docs.render.writers import WRITERS

MOMENT = datetime(2021, 9, 1, 12, tzinfo=UTC)


def comparison(old: Document, new: Document) -> Comparison:
    """The two side by side, without facts."""
    return Comparison(aligned=align(old, new), facts=(), equal=old == new)


def redline(old: Document, new: Document, *, summary: bool = False) -> bytes:
    made = write_redline(
        comparison(old, new), TEMPLATES, author="Prøve Prøvesen", moment=MOMENT, summary=summary
    )
    assert not isinstance(made, Refused), [str(found.message) for found in made.diagnostics]
    return made


def plain(document: Document) -> bytes:
    made = WRITERS["docx"](document, TEMPLATES)
    assert not isinstance(made, Refused)
    return made
