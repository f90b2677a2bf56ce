"""On which pages a document's headings stand, kept so that Typst need not set it again to know."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.keys import program_key, templates_key
from kdnet_docs.ooxml.template import Template
from kdnet_docs.render.pdf.payload import payload
from kdnet_docs.render.pdf.writer import pages_in

Pages: TypeAlias = Mapping[str, int]


def kept_pages(place: Path) -> Callable[[Template, Document, Path], Pages | Refused]:
    """`pages_in`, with what it found before kept in the folder `place`, if that can be written."""
    kept = Kept(place, program_key())

    def found(template: Template, document: Document, templates: Path) -> Pages | Refused:
        set_from = payload(document, template.dressing, template.house, Counter())
        made_of = ("heading pages", templates_key(templates, "pdf"), json.dumps(set_from))
        try:
            pages = kept.get(made_of, lambda: _as_bytes(pages_in(template, document, templates)))
        except OSError:
            return pages_in(template, document, templates)
        return pages if isinstance(pages, Refused) else json.loads(pages)

    return found


def _as_bytes(pages: Pages | Refused) -> bytes | Refused:
    return pages if isinstance(pages, Refused) else json.dumps(dict(pages)).encode()
