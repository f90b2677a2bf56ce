"""Document assembly: what an author wrote, to the document that every writer understands."""

from dataclasses import dataclass
from typing import assert_never

from kdnet_docs.assembly.contract import assemble_contract
from kdnet_docs.assembly.meeting import assemble_dagsorden
from kdnet_docs.assembly.status import assemble_status
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.document.tree import Document
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable


@dataclass(frozen=True, slots=True)
class Assembled:
    """A document, as whole as it could be made, and what was found on the way."""

    document: Document
    findings: tuple[Diagnostic, ...]


def assemble(model: Contract | StatusTable | Meeting) -> Assembled:
    """The document of a source; of a meeting, the dagsorden as if nothing had been sent before."""
    findings: list[Diagnostic] = []
    match model:
        case Contract():
            document = assemble_contract(model, findings)
        case StatusTable():
            document = assemble_status(model, findings)
        case Meeting():
            document = assemble_dagsorden(model, (), findings)
        case _:
            assert_never(model)
    return Assembled(document, tuple(findings))
