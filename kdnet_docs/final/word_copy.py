"""The Word copy that goes along with a final PDF, which says of itself where it comes from."""

from collections.abc import Mapping
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.final.origin import IN_WORD
from kdnet_docs.ooxml.fonts import embed_fonts
from kdnet_docs.ooxml.properties import write_properties
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.scrub import scrub
from kdnet_docs.ooxml.stable_ids import FileIds
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.pdf.writer import pages_in
from kdnet_docs.render.word.writer import word_before_saving


def write_copy(document: Document, templates: Path, properties: Mapping[str, str]) -> bytes | Refused:
    """The document as a Word file, with `properties` among its own: "commit" as "kdnet origin commit"."""
    template = open_template(document, templates)
    if isinstance(template, Refused):
        return template
    pages = pages_in(template, document, templates)
    if isinstance(pages, Refused):
        return pages
    written = word_before_saving(document, template, pages, FileIds())
    origin = {f"{IN_WORD}{name}": value for name, value in properties.items()}
    write_properties(written.word, document, {**written.properties, **origin})
    scrub(written.word)
    embed_fonts(written.word, written.fonts)
    return to_bytes(written.word)
