"""What a build consists of: the documents, and for a meeting the front page and one PDF of it all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.run import examine
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.sources.project import Project

PdfEngine: TypeAlias = Literal["typst", "libreoffice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The documents of a build; `front` is a meeting's front page. `findings` are warnings."""

    front: Document | None
    documents: tuple[Document, ...]
    findings: tuple[Diagnostic, ...]


def plan(project: Project, name: str) -> Package | Refused:
    """The package of a meeting or a single document, or everything that stands in its way."""
    model = project.read(name)
    if isinstance(model, Refused):
        return model
    document, found = examine(model)
    findings = list(found)
    if not isinstance(model, Meeting):
        return _unless_errors(Package(front=None, documents=(document,), findings=tuple(findings)))
    documents = []
    for reference, span in _bilag(model).items():
        bilag = project.read(reference, span)
        if isinstance(bilag, Refused):
            findings.extend(bilag.diagnostics)
            continue
        made, found = examine(bilag)
        documents.append(made)
        findings.extend(found)
    return _unless_errors(
        Package(front=document, documents=tuple(documents), findings=in_reading_order(findings))
    )


def _bilag(meeting: Meeting) -> dict[str, Span]:
    """Each document of the meeting once, in the order of the agenda, with where it is first named."""
    bilag: dict[str, Span] = {}
    for item in meeting.agenda:
        for entry in item.bilag:
            bilag.setdefault(entry.document, entry.span_of("document"))
    return bilag


def _unless_errors(package: Package) -> Package | Refused:
    return Refused(package.findings) if any(map(is_error, package.findings)) else package


def write(
    package: Package, project: Project, formats: Sequence[str], engine: PdfEngine
) -> Mapping[str, bytes] | Refused:
    """The files of a package by name: each document in each format, and a meeting's PDF."""
    files: dict[str, bytes] = {}
    refused: list[Diagnostic] = []
    for document in package.documents:
        for form in formats:
            made = _write_one(document, project, form, engine)
            if isinstance(made, Refused):
                refused.extend(made.diagnostics)
            else:
                files[f"{document.id}-{document.version}.{form}"] = made
    if package.front and "pdf" in formats:
        made = _write_meeting(package.front, package.documents, project)
        if isinstance(made, Refused):
            refused.extend(made.diagnostics)
        else:
            files[f"{package.front.id}.pdf"] = made
    return Refused(in_reading_order(refused)) if refused else files


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
