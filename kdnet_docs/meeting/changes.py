"""What has changed in a bilag since an earlier version: a report and a Word file with tracked changes."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TypeAlias

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.moment import moment_of
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.entries import Entry
from kdnet_docs.meeting.kept_pages import kept_pages
from kdnet_docs.meeting.keys import templates_key
from kdnet_docs.meeting.made import MadeFile
from kdnet_docs.meeting.maker import Maker, made_file

Face: TypeAlias = Callable[[Comparison, Path], bytes | Refused]

_MADE_WITH = {"docx": "docx", "pdf": "pdf", "html": "pdf"}
"""Each face of a comparison, and the format of the package that it comes with."""


def make_changes(
    entry: Entry, old: Document, new: Document, author: str, maker: Maker
) -> Mapping[str, MadeFile] | Refused:
    """The faces of the comparison that suit the formats of the package, by format.

    The report is for the screen as well as for paper: its HTML comes with the PDF, or when HTML is asked for.
    `author` is who the tracked changes are by.
    """

    @cache
    def comparison() -> Comparison:
        from kdnet_docs.compare.compare import compare

        return compare(old, new)

    templates, made = maker.project.templates, dict[str, MadeFile]()
    of = (*_source(old), *_source(new), author, moment_of(new).isoformat())
    for form, other in _MADE_WITH.items():
        if form not in maker.formats and other not in maker.formats:
            continue
        face, key = _face(form, author, maker), ("changes", form, templates_key(templates, form), *of)
        content = maker.kept.get(key, partial(_written, face, comparison, templates))
        if isinstance(content, Refused):
            return content
        sources = (new.source_name, old.source_name)
        number = entry.numbered.number
        made[form] = made_file(content, form, "changes", entry.title, sources, bilag=number)
    return made


def _written(face: Face, comparison: Callable[[], Comparison], templates: Path) -> bytes | Refused:
    return face(comparison(), templates)


def _source(document: Document) -> tuple[str, str, str]:
    return (document.id, document.source_name, document.source_digest)


def _face(form: str, author: str, maker: Maker) -> Face:
    """What writes a face; each loads its own libraries."""
    match form:
        case "docx":
            return lambda comparison, templates: _redline(comparison, templates, author, maker)
        case "pdf":
            from kdnet_docs.compare.faces.pdf import write_pdf_report

            return write_pdf_report
        case "html":
            from kdnet_docs.compare.faces.html import write_html_report

            return write_html_report
        case _:
            raise ValueError(form)


def _redline(comparison: Comparison, templates: Path, author: str, maker: Maker) -> bytes | Refused:
    from kdnet_docs.compare.redline import write_redline

    return write_redline(
        comparison,
        templates,
        author=author,
        moment=moment_of(comparison.aligned.new.document),
        summary=False,
        pages=kept_pages(maker.kept.place.with_name("pages")),
    )
