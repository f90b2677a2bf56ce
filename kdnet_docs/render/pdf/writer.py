"""Writes a document as a PDF that is PDF/A-3a and PDF/UA-1 at once."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.template import Template, open_template
from kdnet_docs.render.pdf.blocks import Value
from kdnet_docs.render.pdf.engine import NotesAstray, compile_pdf, find_headings
from kdnet_docs.render.pdf.glyphs import missing_glyphs
from kdnet_docs.render.pdf.payload import families, headings_of, payload

Made = TypeVar("Made", bytes, tuple[int, ...])


def write_pdf(
    document: Document, templates: Path, placeholders: Mapping[str, str] = MappingProxyType({})
) -> bytes | Refused:
    """The tagged PDF of a document.

    `placeholders` are addresses by the ids of signatories: a link to each, with nothing in it, is where
    one signs.
    """
    template = open_template(document, templates)
    if isinstance(template, Refused):
        return template
    return _set(document, template, lambda data: compile_pdf(data, document.date, templates), placeholders)


def heading_pages(document: Document, templates: Path) -> Mapping[str, int] | Refused:
    """The page of each heading by its id, counted from 1, in the PDF of the document."""
    template = open_template(document, templates)
    return template if isinstance(template, Refused) else pages_in(template, document, templates)


def pages_in(template: Template, document: Document, templates: Path) -> Mapping[str, int] | Refused:
    """The same for a document whose template is open already."""
    pages = _set(document, template, lambda data: find_headings(data, templates))
    if isinstance(pages, Refused):
        return pages
    return dict(zip((heading.id for heading in headings_of(document)), pages, strict=True))


def _set(
    document: Document,
    template: Template,
    engine: Callable[[Value], Made | NotesAstray | Refused],
    placeholders: Mapping[str, str] = MappingProxyType({}),
) -> Made | Refused:
    """What Typst makes of a document, once no note stands on another page than its mark."""
    house = template.house
    if missing := missing_glyphs(document, families(house)):
        return Refused(tuple(missing))
    astray: Counter[str] = Counter()
    while True:
        made = engine(payload(document, template.dressing, house, astray, placeholders))
        if not isinstance(made, NotesAstray):
            return made
        astray.update(made.owners)
