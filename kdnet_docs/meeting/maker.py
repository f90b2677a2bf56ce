"""Makes documents in the formats that are asked for, each again only when what it is made of has changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.engines import PdfEngine
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.keys import templates_key
from kdnet_docs.meeting.made import MadeFile, Role
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.reading.pages import page_sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What documents are made with: a project's templates, the engine of the PDF, and what is kept."""

    project: Project
    formats: tuple[str, ...]
    engine: PdfEngine
    kept: Kept

    def make(self, document: Document, form: str, *made_of: str) -> bytes | Refused:
        """The document in a format; `made_of` is what it was assembled from besides its source."""
        if form == "pdf" and self.engine == "libreoffice":
            # Of LibreOffice and the fonts it prints with, the key would know nothing.
            return self._printed(document)
        templates = self.project.templates
        source = (document.id, document.source_name, document.source_digest)
        key = (form, templates_key(templates, form), *source, *made_of)
        return self.kept.get(key, lambda: WRITERS[form](document, templates))

    def tagged(self, document: Document, *made_of: str) -> bytes | Refused:
        """The document as it is bound with others: always Typst's, since LibreOffice's lacks too much."""
        return replace(self, engine="typst").make(document, "pdf", *made_of)

    def _printed(self, document: Document) -> bytes | Refused:
        from kdnet_docs.render.pdf.libreoffice import print_word

        word = WRITERS["docx"](document, self.project.templates)
        return word if isinstance(word, Refused) else print_word(word, document.language)


def made_file(  # noqa: PLR0913 - each is a thing of its own
    content: bytes, form: str, role: Role, title: str, sources: Iterable[str], *, bilag: str = ""
) -> MadeFile:
    """A file as the manifest tells of it."""
    return MadeFile(
        content=content,
        role=role,
        title=title,
        bilag=bilag,
        sources=tuple(sources),
        pages=len(page_sizes(content)) if form == "pdf" else None,
    )
