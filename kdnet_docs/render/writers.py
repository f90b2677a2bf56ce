"""The writers' table: each format, and the function that writes a document in it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Contents, Document
from kdnet_docs.document.walk import blocks_within

Writer: TypeAlias = Callable[[Document, Path], bytes | Refused]


def _docx(document: Document, templates: Path) -> bytes | Refused:
    """The Word file; its table of contents states the pages of the PDF, which is set line for line alike."""
    from kdnet_docs.render.pdf.writer import heading_pages
    from kdnet_docs.render.word.writer import write_word

    if not any(isinstance(block, Contents) for block in blocks_within(document.blocks)):
        return write_word(document, templates, {})
    pages = heading_pages(document, templates)
    return pages if isinstance(pages, Refused) else write_word(document, templates, pages)


def _pdf(document: Document, templates: Path) -> bytes | Refused:
    from kdnet_docs.render.pdf.writer import write_pdf

    return write_pdf(document, templates)


def _html(document: Document, templates: Path) -> bytes | Refused:
    from kdnet_docs.render.html.writer import write_html

    return write_html(document, templates)


def _txt(document: Document, templates: Path) -> bytes | Refused:
    from kdnet_docs.render.text.writer import write_text

    return write_text(document, templates)


WRITERS: Mapping[str, Writer] = MappingProxyType({"docx": _docx, "pdf": _pdf, "html": _html, "txt": _txt})
"""Every format that `kdnet build --format` knows, by the ending of its files."""
