"""How far a document has come, and what stands between it and the next state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.checks.signed_file import final_file, signed_file
from kdnet_docs.document.walk import signatories
from kdnet_docs.final.committed import Committed, committed
from kdnet_docs.final.origin import NAMESPACE, Origin
from kdnet_docs.final.settled import to_be_settled
from kdnet_docs.final.unfinished import is_frozen_otherwise, unfinished
from kdnet_docs.meeting.check import inspect
from kdnet_docs.model.life import LIFE
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.adoption import Adoption, adoption_in, past

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kdnet_docs.document.tree import Document, Signatory
    from kdnet_docs.model.parts import State
    from kdnet_docs.sources.bilag import Written
    from kdnet_docs.sources.project import Project

    # Reading PDFs loads a heavy library, and most documents have no final file yet.
    from kdnet_docs.tagged_pdf.fields import Field

_OF_THE_STATE = frozenset({Code.NOT_FINAL, Code.UNRESOLVED})
"""Findings of `kdnet final` that say no more than the state and the other findings do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalFile:
    """The file that is signed, as it lies in `build/final`.

    `fields` are its signature fields by their names; whether a signature can be trusted, and whose it
    is, `kdnet verify` tells. `is_current` where it is made of the source and templates as they are.
    """

    path: Path
    fields: Mapping[str, Field]
    is_current: bool

    @property
    def is_signed(self) -> bool:
        """Whether anybody has signed it."""
        return any(field.is_signed for field in self.fields.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a document stands.

    `findings` are what `kdnet check` finds that is more than a note, and `unfinished` what more stands in
    the way of a final file; a document that is signed is past that. `is_committed` where git has its text as
    it is.
    """

    name: str
    model: Written
    document: Document
    findings: tuple[Diagnostic, ...]
    unfinished: tuple[Diagnostic, ...]
    adoption: Adoption | None
    is_committed: bool
    signatories: tuple[Signatory, ...]
    final: FinalFile | None

    @property
    def state(self) -> State:
        """How far it has come."""
        return self.model.status

    @property
    def has_errors(self) -> bool:
        """Whether `kdnet check` finds errors in it."""
        return any(map(is_error, self.findings))

    @property
    def in_the_way(self) -> tuple[Diagnostic, ...]:
        """All that must be put right before the final file can be made.

        That an adoption was taken back is put right by adopting the text anew, and by nothing else.
        """
        return tuple(one for one in self.found if one.code is not Code.TAKEN_BACK)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All that is to be shown of it."""
        return in_reading_order((*self.findings, *self.unfinished))

    @property
    def missing(self) -> tuple[Signatory, ...]:
        """Those in whose fields of the final file there is no signature, in the order of the block."""
        fields = self.final.fields if self.final else {}
        signed = {name for name, field in fields.items() if field.is_signed}
        return tuple(one for one in self.signatories if one.field not in signed)

    @property
    def is_out_for_signing(self) -> bool:
        """Whether what it waits for is the signatures in the final file that lies here."""
        if not self.final or not self.signatories or self.has_errors or not LIFE[self.state].may_become:
            return False
        return self.final.is_current or self.final.is_signed


def names_in(project: Project, reference: str) -> tuple[str, ...]:
    """The documents that a reference means: itself, or those that are bilag of a meeting."""
    name = project.called(reference)
    model = project.read(name)
    if not isinstance(model, Meeting):
        return (name,)
    bilag = (one.document for item in model.agenda for one in item.bilag)
    return tuple(dict.fromkeys(filter(None, bilag)))


def standing(project: Project, name: str) -> Standing | Refused:
    """Where the document of this name stands, or why its source cannot be read."""
    model = project.read(name)
    if isinstance(model, Refused):
        return model
    if isinstance(model, Meeting):
        raise TypeError(f"{name} is a meeting, and goes through no states")
    (document,), _ = inspect(model, project)
    found = in_reading_order((*to_be_settled(model, project), *signed_file(model, project.root)))
    stage, source = LIFE[model.status], model.span.source
    lived = past(project, source)
    stored = None if stage.is_draft else committed(project, source)
    in_git = stored.diagnostics if isinstance(stored, Refused) and not is_frozen_otherwise(found) else ()
    more = (one for one in unfinished(model, found) if one.code not in _OF_THE_STATE)
    return Standing(
        name=name,
        model=model,
        document=document,
        findings=found,
        unfinished=in_reading_order((*more, *in_git)) if stage.may_become else (),
        adoption=adoption_in(lived),
        is_committed=bool(lived.moments) and lived.now.commit is not None,
        signatories=signatories(document),
        final=_final(project, model, stored.commit if isinstance(stored, Committed) else None)
        if stage.is_frozen
        else None,
    )


def _final(project: Project, model: Written, commit: str | None) -> FinalFile | None:
    path = final_file(project.root, model)
    try:
        pdf = path.read_bytes()
    except OSError:
        return None
    # Reading PDFs loads a heavy library, and most documents have no final file.
    from kdnet_docs.tagged_pdf.fields import read_fields
    from kdnet_docs.tagged_pdf.properties import read_properties
    from kdnet_docs.tagged_pdf.verdicts import Unusable

    fields, properties = read_fields(pdf), read_properties(pdf, NAMESPACE)
    if isinstance(fields, Unusable) or isinstance(properties, Unusable):
        return None
    origin = Origin.from_properties(properties)
    return FinalFile(
        path=path,
        fields={field.name: field for field in fields},
        is_current=origin is not None and origin.commit == commit,
    )
