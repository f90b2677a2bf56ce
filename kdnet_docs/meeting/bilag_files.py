"""Makes a bilag: a document of the project in each format, or somebody else's file as PDF."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.attachments import attachment
from kdnet_docs.meeting.bind import Piece, watermarked
from kdnet_docs.meeting.changes import make_changes
from kdnet_docs.meeting.entries import Entry
from kdnet_docs.meeting.keys import templates_key
from kdnet_docs.meeting.made import MadeFile
from kdnet_docs.meeting.maker import Maker, made_file
from kdnet_docs.meeting.package import Package
from kdnet_docs.sources.project import SOURCES
from kdnet_docs.tagged_pdf.reading.pages import page_sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class BilagFiles:
    """A bilag that is made: its files by format, and what goes into the whole where there is one.

    `changes` are the files that show what has changed in it, by format.
    """

    entry: Entry
    files: Mapping[str, MadeFile]
    piece: Piece | None
    changes: Mapping[str, MadeFile] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


def make_bilag(entry: Entry, package: Package, maker: Maker) -> BilagFiles | Refused:
    """The files of a bilag; of somebody else's file there is none but the PDF."""
    reference = entry.numbered.bilag.document
    if reference is None and entry.numbered.bilag.file is None:
        # It is closed: its number and its title are all that goes along.
        return BilagFiles(entry=entry, files={}, piece=None)
    if reference is not None:
        made = _document(entry, package.document(reference), maker)
        return made if isinstance(made, Refused) else _with_changes(made, package, maker)
    return _attachment(entry, package, maker)


def _with_changes(made: BilagFiles, package: Package, maker: Maker) -> BilagFiles | Refused:
    """With what has changed since the version that the bilag is compared with, if it is."""
    bilag = made.entry.numbered.bilag
    if bilag.compare_with is None or bilag.document is None:
        return made
    old, new = package.document(bilag.compare_with), package.document(bilag.document)
    author = (package.front.author if package.front else "") or new.author
    changes = make_changes(made.entry, old, new, author, maker)
    return changes if isinstance(changes, Refused) else replace(made, changes=changes)


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
    piece = replace(_piece(made.pdf, entry, language), watermark=str(bilag.watermark or ""), others=bilag)
    sent = _watermarked(piece, front, maker) if piece.watermark else piece.pdf
    if isinstance(sent, Refused):
        return sent
    file = _file(sent, "pdf", entry, f"{SOURCES}/{bilag.file}")
    return BilagFiles(entry=entry, files={"pdf": file}, piece=piece, findings=made.findings)


def _watermarked(piece: Piece, front: Document, maker: Maker) -> bytes | Refused:
    """The file with its watermark, made once: a long one takes its time."""
    templates = maker.project.templates
    with_templates = templates_key(templates, "pdf")
    texts = (piece.title, piece.language, piece.watermark)
    about = (front.language, front.date.isoformat(), front.author, front.subject, *front.keywords)
    made_of = ("watermarked", sha256(piece.pdf).hexdigest(), with_templates, *texts, *about)
    return maker.kept.get(made_of, lambda: watermarked(piece, front, templates))


def _piece(pdf: bytes, entry: Entry, language: str) -> Piece:
    return Piece(pdf=pdf, pages=page_sizes(pdf), title=entry.title, language=language, label=entry.label)


def _file(content: bytes, form: str, entry: Entry, source: str) -> MadeFile:
    return made_file(content, form, "bilag", entry.title, (source,), bilag=entry.numbered.number)
