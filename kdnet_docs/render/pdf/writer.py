"""Writes a document as a PDF that is PDF/A-3a and PDF/UA-1 at once."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.pdf.engine import NoteAstray, compile_pdf
from kdnet_docs.render.pdf.glyphs import missing_glyphs
from kdnet_docs.render.pdf.outline import bookmark_pages
from kdnet_docs.render.pdf.payload import families, headings_of, payload


def write_pdf(document: Document, templates: Path) -> bytes | Refused:
    """The tagged PDF of a document."""
    template = open_template(document, templates)
    if isinstance(template, Refused):
        return template
    house = template.house
    if missing := missing_glyphs(document, families(house)):
        return Refused(tuple(missing))
    astray: Counter[str] = Counter()
    while True:
        made = compile_pdf(payload(document, template.dressing, house, astray), document.date, templates)
        if not isinstance(made, NoteAstray):
            return made
        astray[made.owner] += 1


def heading_pages(document: Document, templates: Path) -> Mapping[str, int] | Refused:
    """The page of each heading by its id, counted from 1."""
    pdf = write_pdf(document, templates)
    if isinstance(pdf, Refused):
        return pdf
    headings = headings_of(document)
    return dict(zip((heading.id for heading in headings), bookmark_pages(pdf), strict=True))
