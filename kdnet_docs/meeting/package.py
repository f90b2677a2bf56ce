"""What a build consists of: the documents, and for a meeting the front page and one PDF of it all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.checks.run import examine
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.engines import PdfEngine
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.made import MadeFile, Role
from kdnet_docs.meeting.progress import Progress, Step
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.sources.bilag import MeetingSources, with_bilag
from kdnet_docs.sources.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The documents of a build; `front` is a meeting's front page. `findings` are warnings."""

    front: Document | None
    documents: tuple[Document, ...]
    findings: tuple[Diagnostic, ...]


def plan(project: Project, name: str) -> Package | Refused:
    """The package of a meeting or a single document, or everything that stands in its way."""
    front: Document | None = None
    documents: list[Document] = []
    findings: list[Diagnostic] = []
    for source in with_bilag(project, (name,)):
        if isinstance(source, Refused):
            findings.extend(source.diagnostics)
            continue
        document, found = examine(source)
        findings.extend(found)
        if isinstance(source, MeetingSources):
            front = document
        else:
            documents.append(document)
    ordered = in_reading_order(findings)
    if any(map(is_error, ordered)):
        return Refused(ordered)
    return Package(front=front, documents=tuple(documents), findings=ordered)


def write(  # noqa: PLR0913 - each is a thing of its own
    package: Package,
    project: Project,
    formats: Sequence[str],
    engine: PdfEngine,
    *,
    kept: Kept,
    progress: Progress,
) -> Mapping[str, MadeFile] | Refused:
    """The files of a package: each document in each format, and a meeting's PDF; a meeting has a folder.

    They are named by their path from the folder that is built into.
    """
    folder = f"{_file_name(package.front.id)}/" if package.front else ""
    files: dict[str, MadeFile] = {}
    refused: list[Diagnostic] = []
    steps = len(package.documents) + (package.front is not None and "pdf" in formats)
    for number, document in enumerate(package.documents, start=1):
        progress(Step(number=number, of=steps, title=document.title))
        for form in formats:
            made = _make_one(document, project, form, engine, kept)
            if isinstance(made, Refused):
                refused.extend(made.diagnostics)
            else:
                name = f"{folder}{_file_name(f'{document.id}-{document.version}')}.{form}"
                files[name] = _made(made, form, "bilag" if package.front else "document", (document,))
    if package.front and "pdf" in formats:
        progress(Step(number=steps, of=steps, title=package.front.title))
        whole = _make_meeting(package.front, package.documents, project, kept)
        if isinstance(whole, Refused):
            refused.extend(whole.diagnostics)
        else:
            name = f"{folder}{_file_name(package.front.id)}.pdf"
            files[name] = _made(whole, "pdf", "package", (package.front, *package.documents))
    return Refused(in_reading_order(refused)) if refused else files


def _made(content: bytes, form: str, role: Role, documents: Sequence[Document]) -> MadeFile:
    return MadeFile(
        content=content,
        role=role,
        title=documents[0].title,
        sources=tuple(document.source_name for document in documents),
        pages=_pages(content) if form == "pdf" else None,
    )


def _pages(pdf: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf)).pages)


def _file_name(name: str) -> str:
    """The name without what would lead elsewhere: a file outside the project may call itself anything."""
    return re.sub(r"[/\\:]", "_", name)


def _make_one(
    document: Document, project: Project, form: str, engine: PdfEngine, kept: Kept
) -> bytes | Refused:
    if form != "pdf" or engine == "typst":
        # Made by us from this source alone; of LibreOffice and its fonts the key would know nothing.
        made_of = (form, document.source_name, document.source_text)
        return kept.get(made_of, lambda: WRITERS[form](document, project.templates))
    from kdnet_docs.render.pdf.libreoffice import print_word

    word = WRITERS["docx"](document, project.templates)
    return word if isinstance(word, Refused) else print_word(word)


def _make_meeting(
    front: Document, documents: Sequence[Document], project: Project, kept: Kept
) -> bytes | Refused:
    """One PDF of front page and bilag; always Typst's, since no other engine keeps it one tagged document."""
    from kdnet_docs.render.pdf.writer import write_pdf

    sources = (
        part for document in (front, *documents) for part in (document.source_name, document.source_text)
    )
    return kept.get(("meeting", *sources), lambda: write_pdf((front, *documents), project.templates))
