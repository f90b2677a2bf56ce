"""Words that come in pairs, and have the wrong other: "både ... samt", "For at ..., så"."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.subject import Subject

_BOTH = re.compile(r"\b[Bb]åde (?:(?!\bog\b)[^.;:!?]){1,80} (?P<word>samt)\b")
_AS_WELL = re.compile(
    r"\b[Ss]åvel (?:(?!\bsom\b)[^.,;:!?]){1,60} (?P<word>og|samt)\b(?![^.;:!?]{0,120}\bsom\b)"
)
_TO = re.compile(
    r"(?:^|(?<=[.:!?] ))For at [^.;:!?]{3,160}?, (?P<word>så (?:skal|kan|vil|må|bør|er|har|bliver))\b"
)


def paired_words(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each word that does not belong to the one before it."""
    for passage in subject.passages:
        if not passage.is_danish:
            continue
        for match in _BOTH.finditer(passage.text):
            yield from found(
                Code.PAIRED_WORDS,
                passage,
                match.span("word"),
                (
                    msg('"{one}" has "{other}" with it', one="både", other="samt"),
                    msg('write "{right}"', right="både ... og"),
                ),
            )
        for match in _AS_WELL.finditer(passage.text):
            yield from found(
                Code.PAIRED_WORDS,
                passage,
                match.span("word"),
                (
                    msg('"{one}" has "{other}" with it', one="såvel", other=match["word"]),
                    msg('write "{right}"', right="såvel ... som"),
                ),
            )
        for match in _TO.finditer(passage.text):
            yield from found(
                Code.PAIRED_WORDS,
                passage,
                match.span("word"),
                (msg('after "For at ..." there is no "så"'), msg("leave it out")),
            )
