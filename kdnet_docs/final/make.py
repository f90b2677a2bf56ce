"""Makes what signatories receive: the final PDF of an adopted document, and its Word copy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import kdnet_docs
from kdnet_docs.assembly.closing.closed_parts import has_closed_parts
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.base.messages import msg
from kdnet_docs.document.tree import Document, Signatory
from kdnet_docs.document.walk import signatories
from kdnet_docs.final.committed import committed
from kdnet_docs.final.origin import NAMESPACE, Origin
from kdnet_docs.final.proof_pdf import proof_pdf
from kdnet_docs.final.proof_word import proof_word
from kdnet_docs.final.settled import to_be_settled
from kdnet_docs.final.unfinished import is_frozen_otherwise, unfinished
from kdnet_docs.final.word_copy import write_copy
from kdnet_docs.meeting.check import inspect
from kdnet_docs.meeting.keys import code_digest
from kdnet_docs.model.closable import unmarked
from kdnet_docs.model.life import file_stem
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.render.pdf.final import write_final_pdf
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.states import as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Final:
    """The final files by their names, where they come from, and who is to sign, in the block's order.

    They have the whole text; where `is_closed`, some of it is not for everybody.
    """

    document: Document
    origin: Origin
    is_closed: bool
    files: Mapping[str, bytes]
    signatories: tuple[Signatory, ...]


def make_final(project: Project, reference: str) -> Final | Refused:
    """The final files of a document, or everything that stands in their way, told at once.

    They are made from what git has, not from the working files: these may have other line ends. The
    same commit and the same program give the same bytes, wherever the project lies.
    """
    model = project.read(project.called(reference))
    if isinstance(model, Refused):
        return model
    if isinstance(model, Meeting):
        return Refused((_meeting(model),))
    found = to_be_settled(model, project)
    source = committed(project, model.span.source)
    git = source.diagnostics if isinstance(source, Refused) and not is_frozen_otherwise(found) else ()
    findings = in_reading_order((*found, *unfinished(model, found), *git))
    if isinstance(source, Refused) or any(map(is_error, findings)):
        return Refused(findings)
    origin = Origin(
        document=f"{model.id}@{model.version}",
        source=model.span.source.name,
        digest=source.digest,
        commit=source.commit,
        program=f"kdnet_docs {kdnet_docs.__version__}",
        code=code_digest(),
    )
    with as_of(Project(project.history), source.commit) as there:
        return there if isinstance(there, Refused) else _make(there, origin)


def _make(project: Project, origin: Origin) -> Final | Refused:
    model = project.read(origin.document)
    if isinstance(model, Refused | Meeting):
        return model if isinstance(model, Refused) else Refused((_meeting(model),))
    (document,), _ = inspect(unmarked(model), project)
    document = without_author(document)
    stem = file_stem(model.id, model.version, model.status)
    made = {
        f"{stem}.pdf": write_final_pdf(document, project.templates, origin.properties(), NAMESPACE),
        f"{stem}.docx": write_copy(document, project.templates, origin.properties()),
    }
    refused = [
        one for content in made.values() if isinstance(content, Refused) for one in content.diagnostics
    ]
    if refused:
        return Refused(in_reading_order(refused))
    files = {name: content for name, content in made.items() if isinstance(content, bytes)}
    if left := tuple(_proof(files, project.templates, model.accepts)):
        return Refused(in_reading_order(left))
    return Final(
        document=document,
        origin=origin,
        is_closed=has_closed_parts(model),
        files=files,
        signatories=signatories(document),
    )


def _proof(files: Mapping[str, bytes], templates: Path, accepted: Sequence[str]) -> Iterator[Diagnostic]:
    for name, content in files.items():
        yield from (proof_pdf if name.endswith(".pdf") else proof_word)(content, templates, accepted)


def without_author(document: Document) -> Document:
    """The document as its final files have it: its author may stand on the pages, not in the metadata."""
    return replace(document, author="", fields={"author": document.author, **document.fields})


def _meeting(model: Meeting) -> Diagnostic:
    return Diagnostic(
        code=Code.NOT_FINAL,
        message=msg('"{name}" is a meeting; documents are adopted and signed', name=model.id),
        hint=msg("name a document, such as {example}", example="erhvervshus-midtjylland@2021"),
    )
