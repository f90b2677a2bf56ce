"""The document that a reference names, as a comparison needs it."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.assembly.referat import assemble_referat
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.compare.bilag_digests import with_digests
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import Authored
from kdnet_docs.sources.revisions import split_reference

T = TypeVar("T")


def read_document(project: Project, reference: str) -> Document | Refused:
    """The document of a source, now or in a state in git.

    What the checks would say of it does not matter here: a version with a wrong total is still to be
    compared. But nothing is compared that could not be made as it was written.
    """
    model = project.read(reference)
    if isinstance(model, Refused):
        return model
    sent = sent_before(project, model, split_reference(reference)[1]) if isinstance(model, Meeting) else ()
    if isinstance(sent, Refused):
        return sent
    findings: list[Diagnostic] = []
    document = document_of(model, sent, findings)
    errors = tuple(filter(is_error, in_reading_order(findings)))
    if errors:
        return Refused(errors)
    return with_digests(project, document, split_reference(reference)[1])


def document_of(model: Authored, sent: Sequence[Meeting], findings: list[Diagnostic]) -> Document:
    """The document of a source; of a meeting the dagsorden, and after it the referat once there is one.

    `sent` are the meetings that a tillæg goes on from.
    """
    if not isinstance(model, Meeting):
        assembled = assemble(model)
        findings.extend(assembled.findings)
        return assembled.document
    dagsorden = assemble_dagsorden(model, sent, findings)
    referat = assemble_referat(model, sent, findings)
    if referat is None:
        return dagsorden
    # The points have the same ids in both.
    return replace(dagsorden, blocks=(*dagsorden.blocks, *_renamed(referat.blocks, "referat/")))


def other_document(old: str, new: str, span: Span | None = None) -> Diagnostic:
    """A warning that two references, compared at `span` if a source does, are not one document's versions."""
    return Diagnostic(
        code=Code.OTHER_DOCUMENT,
        message=msg('"{old}" and "{new}" are two different documents', old=old, new=new),
        span=span,
        hint=msg("nearly all of the one counts as left out, and of the other as added"),
    )


def _renamed(node: T, prefix: str) -> T:
    """A part of the tree with `prefix` before every id in it."""
    if isinstance(node, tuple):
        return tuple(_renamed(each, prefix) for each in node)  # type: ignore[return-value]
    if not is_dataclass(node) or isinstance(node, (type, Span)):
        return node
    values: dict[str, Any] = {each.name: getattr(node, each.name) for each in fields(node)}
    renamed = {
        name: f"{prefix}{value}" if name == "id" else _renamed(value, prefix)
        for name, value in values.items()
    }
    return replace(node, **renamed)


def sent_before(project: Project, meeting: Meeting, at: str | None) -> tuple[Meeting, ...] | Refused:
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
