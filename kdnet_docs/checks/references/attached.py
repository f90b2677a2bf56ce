"""What is said to be attached must be there."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.mentions import mentions
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.placed import placed
from kdnet_docs.document.tree import Link
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import AgendaItem, Meeting

_IN_MEETING = MappingProxyType(
    {
        "da": re.compile(
            r"\b(?<!ikke )(?<!tidligere )(?:vedlagte?|vedhæftet|vedhæftede|vedlægges|vedhæftes)\b"
            r"(?!\s+(?:\w+\s+)?(?:referat|protokol))"
            r"|\b(?:jf\.|se|fremgår af|beskrevet i|følger af)\s+(?:det |de )?bilag(?:et|ene)?\b"
            r"(?!\s*(?:\d|[A-Z]\b|til\b|i\b|fra\b|under\b|på\b))",
            re.IGNORECASE,
        ),
        "en": re.compile(r"\b(?<!not )(?:attached|enclosed|appended)\b(?! to the minutes)", re.IGNORECASE),
    }
)
# A contract says of much that a party is to attach it: only what hangs on the contract itself counts.
_IN_CONTRACT = MappingProxyType(
    {
        "da": re.compile(
            r"\b(?:jf\.|se|fremgår af|beskrevet i|følger af)\s+(?:det |de )?"
            r"(?:vedlagte\s+\w+|bilag(?:et|ene)\b(?!\s+(?:til|i|fra)\b))"
            r"|\bvedlagt\s+(?:som bilag\b(?! til\b)|denne\b|nærværende\b|kontrakten\b|aftalen\b)",
            re.IGNORECASE,
        ),
        "en": re.compile(
            r"\battached (?:to|as an annex to) (?:this|the) (?:contract|agreement)\b", re.IGNORECASE
        ),
    }
)
_POINT = re.compile(r"agenda/(\d+)/(?:sagsfremstilling|indstilling)/")


def attached(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each "vedlagt" in a point without bilag, or in a contract without any."""
    match subject.model:
        case Contract(appendices=()) as contract:
            pattern = _IN_CONTRACT[contract.language]
            for passage in subject.passages:
                yield from _found(subject, passage, pattern)
        case Meeting(supplements=None) as meeting:
            bare = {str(item.number) for item in meeting.agenda if _is_bare(item)}
            for passage in subject.passages:
                point = _POINT.match(passage.leaf.id)
                if point and point[1] in bare:
                    yield from _found(subject, passage, _IN_MEETING[meeting.language])
        case _:
            return


def _is_bare(item: AgendaItem) -> bool:
    return not item.bilag and "bilag" not in item.closed_keys and item.closed is not True


def _found(subject: Subject, passage: Passage, pattern: re.Pattern[str]) -> Iterator[Diagnostic]:
    """What is attached by number is told of by `missing_parts`; a link leads to what is meant."""
    matches = tuple(pattern.finditer(passage.text))
    named = _named(subject, passage) if matches else ()
    for match in matches:
        start, end = next(one for one in passage.sentences if one[0] <= match.start() < one[1])
        if not any(start <= one < end for one in named):
            yield Diagnostic(
                code=Code.NOT_ATTACHED,
                message=msg('"{words}", but the point has no bilag', words=match[0])
                if isinstance(subject.model, Meeting)
                else msg('"{words}", but the contract has no bilag', words=match[0]),
                span=passage.span(*match.span()),
                hint=msg("put the bilag in, or write where the document is"),
            )


def _named(subject: Subject, passage: Passage) -> tuple[int, ...]:
    """Where a passage says which bilag is meant: by its number, or by a link."""
    numbers = (one.start for one in mentions(subject) if one.passage is passage and one.kind == "bilag")
    inlines = (one for one in placed(subject.anatomy) if one.leaf == passage.leaf.id)
    return (*numbers, *(one.start for one in inlines if isinstance(one.inline, Link)))
