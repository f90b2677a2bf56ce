"""Makes a bilag: a document of the project in each format, or somebody else's file as PDF."""

from collections.abc import Mapping
from dataclasses import dataclass

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.attachments import attachment
from kdnet_docs.meeting.bind import Piece, watermarked
from kdnet_docs.meeting.entries import Entry
from kdnet_docs.meeting.made import MadeFile
from kdnet_docs.meeting.maker import Maker, made_file
from kdnet_docs.meeting.package import Package
from kdnet_docs.sources.project import SOURCES
from kdnet_docs.tagged_pdf.reading.pages import page_sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class BilagFiles:
    """A bilag that is made: its files by format, and what goes into the whole where there is one."""

    entry: Entry
    files: Mapping[str, MadeFile]
    piece: Piece | None
    findings: tuple[Diagnostic, ...] = ()


def make_bilag(entry: Entry, package: Package, maker: Maker) -> BilagFiles | Refused:
    """The files of a bilag; of somebody else's file there is none but the PDF."""
    reference = entry.numbered.bilag.document
    if reference is not None:
        return _document(entry, package.document(reference), maker)
    return _attachment(entry, package, maker)


def _document(entry: Entry, document: Document, maker: Maker) -> BilagFiles | Refused:
    files: dict[str, MadeFile] = {}
    for form in maker.formats:
        made = maker.make(document, form)
        if isinstance(made, Refused):
            return made
        files[form] = _file(made, form, entry, document.source_name)
    if "pdf" not in files:
        return BilagFiles(entry=entry, files=files, piece=None)
    tagged = maker.tagged(document)
    if isinstance(tagged, Refused):
        return tagged
    piece = _piece(tagged, entry, document.language)
    return BilagFiles(entry=entry, files=files, piece=piece)


def _attachment(entry: Entry, package: Package, maker: Maker) -> BilagFiles | Refused:
    """A file goes out as it came, unless it is converted, or a watermark is to stand on it."""
    if "pdf" not in maker.formats:
        return BilagFiles(entry=entry, files={}, piece=None)
    bilag, front = entry.numbered.bilag, package.front
    if front is None:
        raise ValueError("a bilag without a meeting")
    language = bilag.language or front.language
    made = attachment(package.attachments[entry.numbered.key], bilag, language, front.date, maker)
    if isinstance(made, Refused):
        return made
    piece = _piece(made.pdf, entry, language, bilag.watermark or "")
    sent = watermarked(piece, front, maker.project.templates) if bilag.watermark else made.pdf
    if isinstance(sent, Refused):
        return sent
    file = _file(sent, "pdf", entry, f"{SOURCES}/{bilag.file}")
    return BilagFiles(entry=entry, files={"pdf": file}, piece=piece, findings=made.findings)


def _piece(pdf: bytes, entry: Entry, language: str, watermark: str = "") -> Piece:
    return Piece(
        pdf=pdf,
        pages=page_sizes(pdf),
        title=entry.title,
        language=language,
        label=entry.label,
        watermark=watermark,
    )


def _file(content: bytes, form: str, entry: Entry, source: str) -> MadeFile:
    return made_file(content, form, "bilag", entry.title, (source,), bilag=entry.numbered.number)
