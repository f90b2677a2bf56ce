"""A bilag is sent once: whoever receives it under two numbers looks for the difference."""

from collections.abc import Iterator
from posixpath import normpath

from kdnet_docs.assembly.bilag import NumberedBilag, bilag_sent, numbered_bilag
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.sources.bilag import MeetingSources


def bilag_twice(sources: MeetingSources) -> Iterator[Diagnostic]:
    """A finding for each document or file that those who receive the package have under another number."""
    own = [one for one in numbered_bilag(sources.meeting, sources.sent) if _is_there(one.bilag)]
    replaced = {one.number for one in own if one.replaces}
    sent = bilag_sent(sources.sent)
    first = {
        _what(one.bilag): one
        for number, one in sent.items()
        if number not in replaced and _is_there(one.bilag)
    }
    for one in own:
        before = first.setdefault(_what(one.bilag), one)
        if before is not one:
            yield _twice(one, before, sent=sent.get(before.number) is before)


def _twice(one: NumberedBilag, before: NumberedBilag, *, sent: bool) -> Diagnostic:
    what = one.bilag.document or one.bilag.file
    return Diagnostic(
        code=Code.BILAG_TWICE,
        message=msg('"{name}" has been sent as bilag {number}', name=what, number=before.number)
        if sent
        else msg('"{name}" is bilag {number} already', name=what, number=before.number),
        span=_place(one.bilag),
        hint=msg(
            'write "replaces: {number}" if it goes in its place; otherwise delete it', number=before.number
        )
        if sent
        else msg("keep it where it is first needed, and refer to it by its number"),
        labels=(Label(_place(before.bilag), msg("first here")),),
    )


def _is_there(bilag: Bilag) -> bool:
    """Whether a bilag goes along at all: one that is closed need not."""
    return bool(bilag.document or bilag.file)


def _what(bilag: Bilag) -> tuple[str, str]:
    return ("document", bilag.document) if bilag.document else ("file", normpath(bilag.file or ""))


def _place(bilag: Bilag) -> Span:
    return bilag.span_of("document" if bilag.document else "file")
