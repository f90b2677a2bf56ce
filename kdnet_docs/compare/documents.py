"""The document that a reference names, as a comparison needs it."""

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import Authored
from kdnet_docs.sources.revisions import split_reference


def read_document(project: Project, reference: str) -> Document | Refused:
    """The document of a source, now or in a state in git; of a meeting, the dagsorden.

    What the checks would say of it does not matter here: a version with a wrong total is still to be
    compared. But nothing is compared that could not be made as it was written.
    """
    model = project.read(reference)
    return model if isinstance(model, Refused) else _document(project, model, reference)


def _document(project: Project, model: Authored, reference: str) -> Document | Refused:
    if not isinstance(model, Meeting):
        assembled = assemble(model)
        return _sound(assembled.document, assembled.findings)
    sent = _sent(project, model, split_reference(reference)[1])
    if isinstance(sent, Refused):
        return sent
    findings: list[Diagnostic] = []
    return _sound(assemble_dagsorden(model, sent, findings), findings)


def _sound(document: Document, findings: list[Diagnostic] | tuple[Diagnostic, ...]) -> Document | Refused:
    errors = tuple(filter(is_error, in_reading_order(findings)))
    return Refused(errors) if errors else document


def _sent(project: Project, meeting: Meeting, at: str | None) -> tuple[Meeting, ...] | Refused:
    """The meetings that a tillæg goes on from, in the same state, the oldest first."""
    chain = [meeting]
    while (name := chain[0].supplements) is not None and name not in {known.id for known in chain}:
        model = project.read(name if at is None else f"{name}:{at}")
        if isinstance(model, Refused):
            return model
        if not isinstance(model, Meeting):
            break
        chain.insert(0, model)
    return tuple(chain[:-1])
