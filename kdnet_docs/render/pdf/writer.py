"""Writes documents as one PDF that is PDF/A-3a and PDF/UA-1 at once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.pdf.engine import NoteAstray, compile_pdf
from kdnet_docs.render.pdf.glyphs import missing_glyphs
from kdnet_docs.render.pdf.outline import bookmark_pages
from kdnet_docs.render.pdf.payload import Part, families, headings_of, payload


def write_pdf(parts: Sequence[Document], templates: Path) -> bytes | Refused:
    """One tagged PDF of one document, or of a meeting's front page and each bilag after it.

    The first part gives the file its title, language, author and date. Each part counts its own pages in
    its footer, as its Word file does; the page labels of the file go on from part to part.
    """
    dressed = []
    house = None
    for document in parts:
        template = open_template(document, templates)
        if isinstance(template, Refused):
            return template
        house = template.house
        dressed.append(Part(document=document, dressing=template.dressing))
    if house is None:
        raise ValueError("a PDF of no documents")
    used = families(house)
    if missing := [finding for document in parts for finding in missing_glyphs(document, used)]:
        return Refused(tuple(missing))
    astray: Counter[str] = Counter()
    while isinstance(
        made := compile_pdf(payload(dressed, house, astray), parts[0].date, templates), NoteAstray
    ):
        astray[made.owner] += 1
    return made


def heading_pages(document: Document, templates: Path) -> Mapping[str, int] | Refused:
    """The page of each heading by its id, as `write_pdf` sets the document alone, counted from 1."""
    pdf = write_pdf((document,), templates)
    if isinstance(pdf, Refused):
        return pdf
    headings = headings_of(document)
    return dict(zip((heading.id for heading in headings), bookmark_pages(pdf), strict=True))
