"""The Word writer: a document in the house's template, with all that a Word user expects of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.ooxml.base import Base, base_properties, base_xml
from kdnet_docs.ooxml.fonts import embed_fonts
from kdnet_docs.ooxml.parts import add_custom_xml
from kdnet_docs.ooxml.properties import set_language, write_properties
from kdnet_docs.ooxml.save import to_bytes
from kdnet_docs.ooxml.stable_ids import FileIds
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.template import Template, open_template
from kdnet_docs.ooxml.watermark import add_watermark
from kdnet_docs.ooxml.xml import Element
from kdnet_docs.render.word.blocks import BlockWriter

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def write_word(document: Document, templates: Path, pages: Mapping[str, int]) -> bytes | Refused:
    """The document as a Word file, or what is wrong with the templates.

    `pages` is heading id -> the page that the table of contents names for it, for every heading
    that stands in one.
    """
    template = open_template(document, templates)
    if isinstance(template, Refused):
        return template
    written = word_before_saving(document, template, pages, FileIds())
    embed_fonts(written.word, written.fonts)
    return to_bytes(written.word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A Word file that has all but its fonts, with what it says of itself; and the fonts it needs.

    `tables` are the tables in it by their ids. `properties` are its custom properties, which can be
    written again with more of them.
    """

    word: "WordDocument"
    tables: Mapping[str, Element]
    fonts: frozenset[str]
    properties: Mapping[str, str]


def word_before_saving(
    document: Document, template: Template, pages: Mapping[str, int], ids: FileIds
) -> Written:
    """The document written into its template; documents that share `ids` can be merged into one file."""
    word = template.word
    styles = Styles(word)
    set_language(word, document.language)
    writer = BlockWriter(word, document, styles, pages, ids)
    last_section = word.element.body[-1]
    for made in writer.body(document.blocks):
        last_section.addprevious(made)
    if document.watermark:
        add_watermark(word, document.watermark, template.house.paragraphs["Normal"].font, styles)
    base = Base(
        source_name=document.source_name, source_text=document.source_text, anchors=writer.anchors.ids
    )
    add_custom_xml(word, base_xml(base), base_properties(base))
    properties = {
        "kdnet document": document.id,
        "kdnet version": document.version,
        **({"kdnet status": document.state} if document.state else {}),
        "kdnet source sha256": document.source_digest,
        "kdnet base sha256": base.digest,
    }
    write_properties(word, document, properties)
    fonts = frozenset(style.font for style in template.house.paragraphs.values())
    return Written(word=word, tables=writer.tables, fonts=fonts, properties=properties)
