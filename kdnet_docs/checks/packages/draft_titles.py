"""What a bilag is called must not say that it is a draft once it has been adopted."""

import re
from collections.abc import Iterator

from kdnet_docs.assembly.points import points
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Wording
from kdnet_docs.model.life import LIFE
from kdnet_docs.model.parts import State
from kdnet_docs.sources.bilag import MeetingSources

_DRAFT = re.compile(r"\b(?:udkast(?:et)?|kladde(?:n)?|foreløbige?t?|draft)\b", re.IGNORECASE)


def draft_titles(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A warning for each title of an adopted document, in the agenda or its own, that says "udkast"."""
    for point in points(sources.meeting, sources.sent):
        for bilag in point.stated[-1].bilag:
            document = sources.documents.get(bilag.document or "")
            if document and LIFE[document.status].is_frozen:
                for title in filter(None, (bilag.title, document.title)):
                    yield from _drafts(title, bilag.document or "", document.status)


def _drafts(title: Wording, name: str, status: State) -> Iterator[Diagnostic]:
    if found := _DRAFT.search(title.text):
        yield Diagnostic(
            code=Code.DRAFT_TITLE,
            message=msg(
                'the title says "{word}", and "{name}" is {status}', word=found[0], name=name, status=status
            ),
            span=title.locate(*found.span()),
            hint=msg("leave the word out, or name the version that is still a draft"),
        )
