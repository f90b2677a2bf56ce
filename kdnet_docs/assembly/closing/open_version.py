"""The open version of a source, which everybody may see."""

from kdnet_docs.assembly.closing.closed_parts import Model, has_closed_parts
from kdnet_docs.assembly.closing.edits import in_original
from kdnet_docs.assembly.closing.redaction import redacted
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.sources.read import read


def open_version(model: Model) -> Model | Refused:
    """The model without what is closed, read from a source without it; itself where nothing is closed."""
    if not has_closed_parts(model):
        return model
    opened = read(redacted(model))
    return Refused(tuple(map(in_original, opened.diagnostics))) if isinstance(opened, Refused) else opened
