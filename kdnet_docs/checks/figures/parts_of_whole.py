"""The parts of a whole do not come to more than it: "10 mio. kr., heraf 6 mio. kr. til drift"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Label
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

_OF_WHICH = re.compile(r"\b(?:heraf|hvoraf)\b", re.IGNORECASE)
# After one of these another whole may begin.
_ANEW = re.compile(
    r"\b(?:samt|derudover|herudover|desuden|yderligere|mod|sammenlignet|plus|fra|årligt|i\s+alt)\b",
    re.IGNORECASE,
)
_REACH = 60


def parts_of_whole(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where what is named after "heraf" comes to more than what stands before it."""
    for passage in subject.passages:
        if passage.is_danish:
            for match in _OF_WHICH.finditer(passage.text):
                yield from _after(passage, match)


def _after(passage: Passage, match: re.Match[str]) -> Iterator[Diagnostic]:
    start, end = next(((s, e) for s, e in passage.sentences if s <= match.start() < e), (0, 0))
    figures = [read for read in passage.reads if start <= read.start < end and _whole_figure(read)]
    before = [read for read in figures if read.end <= match.start()]
    after = [read for read in figures if read.start >= match.end()]
    if not before or not after or match.start() - before[-1].end > _REACH:
        return
    whole = before[-1]
    parts = [read for read in after if read.kind == whole.kind and _unit(read) == _unit(whole)]
    if _unit(whole) not in ("kr.", "pct.") and whole.kind == "quantity":
        parts = after[:1]
    if not parts or _ANEW.search(passage.text, match.end(), parts[-1].end):
        parts = parts[:1]
    total = sum((_number(part) for part in parts), Decimal(0))
    same = bool(parts) and (_unit(whole) == _unit(parts[0]) or not _unit(parts[0]))
    # "60 pct. ..., heraf 70 pct. ..." is a share of a share.
    if same and _unit(whole) != "pct." and total > _number(whole):
        yield Diagnostic(
            code=Code.PARTS_OF_WHOLE,
            message=msg('what is named after "{words}" is more than the whole', words=match[0]),
            span=passage.span(parts[0].start, parts[-1].end),
            hint=msg("correct the whole or a part"),
            labels=tuple(
                Label(span, msg("the whole")) for span in (passage.span(whole.start, whole.end),) if span
            ),
        )


def _whole_figure(read: Read) -> bool:
    return read.kind in ("amount", "quantity") and isinstance(read.value, Figure) and read.value.upto is None


def _unit(read: Read) -> str:
    return read.value.unit if isinstance(read.value, Figure) else ""


def _number(read: Read) -> Decimal:
    return read.value.number if isinstance(read.value, Figure) else Decimal(0)
