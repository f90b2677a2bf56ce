"""The parts of a whole do not come to more than it: "10 mio. kr., heraf 6 mio. kr. til drift"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.counts import is_article, is_measure
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

_OF_WHICH = re.compile(r"\b(?:heraf|hvoraf)\b")
# After one of these another whole may begin.
_ANEW = re.compile(
    r"\b(?:samt|derudover|herudover|desuden|yderligere|mod|sammenlignet|plus|fra|årligt|i\s+alt)\b",
    re.IGNORECASE,
)
_SHARES = frozenset({"pct.", "procentpoint", "promille"})
_REACH = 160


def parts_of_whole(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where what is named after "heraf" comes to more than what stands before it."""
    for passage in subject.passages:
        if passage.is_danish:
            starts = (match.start() for match in _OF_WHICH.finditer(passage.text))
            for start, following in pairwise((*starts, len(passage.text))):
                yield from _after(passage, start, following)


def _after(passage: Passage, at: int, following: int) -> Iterator[Diagnostic]:
    """What is wrong between a "heraf" and the next one, or the end of the sentence."""
    start, end = passage.sentence_at(at)
    before = [read for read in passage.reads_in(max(start, at - 2 * _REACH), at) if _is_figure(read)]
    after = [read for read in passage.reads_in(at, min(end, following)) if _is_figure(read)]
    if following < end and len(after) > 1:
        # The last figure before the next "heraf" is the whole of that.
        after.pop()
    if not before or at - before[-1].end > _REACH:
        return
    whole = before[-1]
    parts = _sums(passage, at, after) if whole.kind == "amount" else _count(before, after)
    if sum((_figure(part).number for part in parts), Decimal(0)) > _figure(whole).number:
        span = passage.span(whole.start, whole.end)
        yield Diagnostic(
            code=Code.PARTS_OF_WHOLE,
            message=msg(
                'what is named after "{words}" is more than the whole',
                words=passage.text[at : at + _REACH].split()[0],
            ),
            span=passage.span(parts[0].start, parts[-1].end),
            hint=msg("correct the whole or a part"),
            labels=labelled(span, msg("the whole")),
        )


def _sums(passage: Passage, at: int, after: Sequence[Read]) -> Sequence[Read]:
    """The amounts of money that are parts of the one before: all, unless another whole may begin."""
    parts = [read for read in after if read.kind == "amount"]
    if parts and _ANEW.search(passage.text, at, parts[-1].end):
        return parts[:1]
    return parts


def _count(before: Sequence[Read], after: Sequence[Read]) -> Sequence[Read]:
    """The number that is a part of the last one before, if it is of the same things; "60 pct." is of none."""
    unit = _figure(before[-1]).unit
    if not after or after[0].kind != "quantity" or unit in _SHARES:
        return ()
    part = _figure(after[0]).unit
    # Of several numbers before it only the noun says which one it is a part of.
    same = part in (unit, "") or (len(before) == 1 and not is_measure(unit) and not is_measure(part))
    return after[:1] if same and part not in _SHARES else ()


def _is_figure(read: Read) -> bool:
    whole = isinstance(read.value, Figure) and read.value.upto is None
    return whole and read.kind in ("amount", "quantity") and not is_article(read)


def _figure(read: Read) -> Figure:
    """The value of a read that `_is_figure`."""
    assert isinstance(read.value, Figure)  # noqa: S101 - see above
    return read.value
