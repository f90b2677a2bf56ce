"""What a file says of itself: where it comes from, and the source that it carries."""

from dataclasses import dataclass

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.final.origin import NAMESPACE, Origin
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.signing.verdict import Flaw
from kdnet_docs.sources.bilag import Written
from kdnet_docs.sources.load import MAX_BYTES, decode
from kdnet_docs.sources.read import read
from kdnet_docs.tagged_pdf.page_texts import Shown
from kdnet_docs.tagged_pdf.properties import read_properties
from kdnet_docs.tagged_pdf.verdicts import Unusable

_ENDING = ".yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The origin that a file states, and the model of the source that lies in it."""

    origin: Origin
    model: Written

    @property
    def text(self) -> str:
        """The source as it lies in the file: without comments."""
        return self.model.span.source.text


def read_claims(pdf: bytes, shown: Shown) -> Claims | Flaw:
    """What a file states, or why it states nothing that could be looked at; `shown` is what it shows.

    All of it is mail from strangers, and is read as any source is.
    """
    properties = read_properties(pdf, NAMESPACE)
    origin = None if isinstance(properties, Unusable) else Origin.from_properties(properties)
    if origin is None:
        return Flaw(
            kind="not-final",
            message=msg("the file does not say what it was made from: it was not made by `kdnet final`"),
            hint=msg(
                "ask for the file that `kdnet final` makes of the adopted document, and have that signed"
            ),
        )
    model = _model(origin, shown)
    if isinstance(model, Flaw):
        return model
    called = f"{model.id}@{model.version}"
    if called != origin.document:
        message = msg(
            "the file says that it is {document}, and the source in it is {other}",
            document=origin.document,
            other=called,
        )
        return Flaw(kind="false-origin", message=message)
    return Claims(origin=origin, model=model)


def _model(origin: Origin, shown: Shown) -> Written | Flaw:
    attached = {name: content for name, content in shown.files.items() if name.lower().endswith(_ENDING)}
    own = f"{origin.document.replace('@', '-')}{_ENDING}"
    if not attached:
        return Flaw(kind="no-source", message=msg("no source lies in the file"))
    name = own if own in attached else min(attached)
    content = attached[name]
    if len(content) > MAX_BYTES:
        message = msg("the source in the file is {size} MB large", size=len(content) // 1_000_000)
        return Flaw(kind="source-unreadable", message=message)
    source = decode(content, origin.source)
    model = source if isinstance(source, Refused) else read(source)
    if isinstance(model, Refused):
        return unreadable(model.diagnostics[0])
    if isinstance(model, Meeting):
        return Flaw(kind="no-source", message=msg("the source in the file is a meeting's, and is not signed"))
    return model


def unreadable(first: Diagnostic) -> Flaw:
    """That of the source in a file nothing can be made, with the first of the reasons."""
    reason = first.message
    if first.span:
        reason = msg("{reason} (line {line})", reason=reason, line=first.span.line)
    message = msg("nothing can be made of the source in the file: {reason}", reason=reason)
    return Flaw(kind="source-unreadable", message=message)
