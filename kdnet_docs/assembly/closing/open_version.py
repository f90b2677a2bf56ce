"""The open version of a source, which everybody may see."""

from typing import TypeAlias

from kdnet_docs.assembly.closing.edits import in_original
from kdnet_docs.assembly.closing.redaction import has_closed_parts, redacted
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.read import read

Model: TypeAlias = Contract | StatusTable | Meeting


def open_version(model: Model) -> Model | Refused:
    """The model without what is closed, read from a source without it; itself where nothing is closed."""
    if not has_closed_parts(model):
        return model
    opened = read(redacted(model))
    return Refused(tuple(map(in_original, opened.diagnostics))) if isinstance(opened, Refused) else opened
