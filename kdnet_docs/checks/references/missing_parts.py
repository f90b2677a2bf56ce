"""A reference must lead to a part that is there."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.mentions import Mention, mentions
from kdnet_docs.checks.reading.parts import Parts, parts
from kdnet_docs.checks.subject import Subject

_SELDOM_OWN = frozenset({"section", "note"})
"""What a reference may well mean in another document, unless it says "jf." or where it stands."""


def missing_parts(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each reference to a clause, goal, bilag, footnote or table that there is none of."""
    known = parts(subject)
    for mention in mentions(subject):
        if mention.whose == "other" or (mention.kind in _SELDOM_OWN and not _is_meant(mention)):
            continue
        lacking = [one for one in mention.numbers if not known.has(mention.kind, one.number)]
        if lacking:
            whole = len(mention.numbers) == 1
            yield Diagnostic(
                code=Code.MISSING_PART,
                message=_message(mention, [one.number for one in lacking]),
                span=mention.passage.span(
                    mention.start if whole else lacking[0].start, mention.end if whole else lacking[-1].end
                ),
                hint=_hint(mention, known),
            )


def _is_meant(mention: Mention) -> bool:
    return mention.whose == "own" or mention.is_pointed


def _message(mention: Mention, lacking: list[str]) -> Message:
    if len(mention.numbers) == 1:
        return msg('there is no "{words}" in this document', words=mention.text)
    return msg(
        '"{words}" names {numbers}, which this document does not have',
        words=mention.text,
        numbers=", ".join(lacking),
    )


def _hint(mention: Mention, known: Parts) -> Message:
    numbers = known.numbers[mention.kind] or frozenset()
    there = sorted(int(one) for one in numbers if one.isdigit())
    if not there:
        return msg("write which part is meant, or which document it stands in")
    if len(there) == 1:
        return msg("there is only number {number} here; or write which document is meant", number=there[0])
    return msg(
        "the numbers here are {numbers}; write the right one, or which document is meant",
        numbers=f"{there[0]}-{there[-1]}",
    )
