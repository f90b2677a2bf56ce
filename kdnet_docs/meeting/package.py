"""What a build consists of: the documents, and for a meeting the front page and one PDF of it all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.checks.run import examine
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting.engines import PdfEngine
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.sources.bilag import with_bilag
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
    for number, model in enumerate(with_bilag(project, (name,))):
        if isinstance(model, Refused):
            findings.extend(model.diagnostics)
            continue
        document, found = examine(model)
        findings.extend(found)
        if number == 0 and isinstance(model, Meeting):
            front = document
        else:
            documents.append(document)
    ordered = in_reading_order(findings)
    if any(map(is_error, ordered)):
        return Refused(ordered)
    return Package(front=front, documents=tuple(documents), findings=ordered)


def write(
    package: Package, project: Project, formats: Sequence[str], engine: PdfEngine
) -> Mapping[str, bytes] | Refused:
    """The files of a package: each document in each format, and a meeting's PDF; a meeting has a folder.

    They are named by their path from the folder that is built into.
    """
    folder = f"{_file_name(package.front.id)}/" if package.front else ""
    files: dict[str, bytes] = {}
    refused: list[Diagnostic] = []
    for document in package.documents:
        for form in formats:
            made = _write_one(document, project, form, engine)
            if isinstance(made, Refused):
                refused.extend(made.diagnostics)
            else:
                files[f"{folder}{_file_name(f'{document.id}-{document.version}')}.{form}"] = made
    if package.front and "pdf" in formats:
        made = _write_meeting(package.front, package.documents, project)
        if isinstance(made, Refused):
            refused.extend(made.diagnostics)
        else:
            files[f"{folder}{_file_name(package.front.id)}.pdf"] = made
    return Refused(in_reading_order(refused)) if refused else files


def _file_name(name: str) -> str:
    """The name without what would lead elsewhere: a file outside the project may call itself anything."""
    return re.sub(r"[/\\:]", "_", name)


def _write_one(document: Document, project: Project, form: str, engine: PdfEngine) -> bytes | Refused:
    if form != "pdf" or engine == "typst":
        return WRITERS[form](document, project.templates)
    from kdnet_docs.render.pdf.libreoffice import print_word

    word = WRITERS["docx"](document, project.templates)
    return word if isinstance(word, Refused) else print_word(word)


def _write_meeting(front: Document, documents: Sequence[Document], project: Project) -> bytes | Refused:
    """One PDF of front page and bilag; always Typst's, since no other engine keeps it one tagged document."""
    from kdnet_docs.render.pdf.writer import write_pdf

    return write_pdf((front, *documents), project.templates)
