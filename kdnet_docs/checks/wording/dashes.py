"""A dash that is no dash, and a hyphen that has lost its word."""

import re
from collections import Counter
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

# Between figures a dash says "to": that is a period, and a matter of its own.
_DASH = re.compile(r"(?<=[^\s\d])[ ](?P<dash>[-–—]|--)[ ](?=[^\s\d])")
_LOPSIDED = re.compile(r"(?<=[^\W\d_]{2})(?:[ ](?=[–—]\w)|(?=[–—][ ]))(?P<dash>[–—])[ ]?(?=[^\W\d_]{2})")
_SOME = re.compile(r"[–—]|- ")
_TORN = re.compile(
    r"(?<![\w-])(?P<one>[^\W\d_]{2,})-[ ](?P<two>(?!(?:og|eller|samt|hhv|henholdsvis|respektive|resp|men|"
    r"til|kontra|versus|såvel|fremfor|frem|ikke|i|som|både|plus|mod|over|under|med|uden|efter|end|kun|m|mv|osv|"
    r"and|or|to|but|nor|as|than)\b)[a-zæøå]{3,})"
)


def dashes(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each dash that is not as most are, for "--", and for each word torn at its hyphen."""
    uses = [(passage, match) for passage in subject.passages for match in _DASH.finditer(passage.text)]
    counts = Counter(match["dash"] for _, match in uses)
    usual = "—" if counts["—"] > counts["–"] else "–"
    # Who has no other dash than " - " is consistent.
    may_be_hyphen = not counts["—"] and not counts["–"]
    for passage, match in uses:
        if match["dash"] != usual and not (match["dash"] == "-" and may_be_hyphen):
            yield from _other(passage, match, usual)
    for passage in subject.passages:
        if not _SOME.search(passage.text):
            continue
        for match in _LOPSIDED.finditer(passage.text):
            dash = match["dash"]
            yield from found(
                Code.DASH,
                passage,
                match.span("dash"),
                (msg("a dash with a space on one side"), msg("put a space on both sides")),
                passage.edit(*match.span("dash"), f" {dash}" if match[0].endswith(" ") else f"{dash} "),
            )
        yield from _torn(passage)


def _other(passage: Passage, match: re.Match[str], usual: str) -> Iterator[Diagnostic]:
    yield from found(
        Code.DASH,
        passage,
        match.span("dash"),
        (
            msg('"{dash}" here, and "{usual}" elsewhere', dash=match["dash"], usual=usual)
            if match["dash"] != "--"
            else msg('"--" is no dash'),
            msg('write "{usual}" everywhere', usual=usual),
        ),
        passage.edit(*match.span("dash"), usual),
    )


def _torn(passage: Passage) -> Iterator[Diagnostic]:
    for match in _TORN.finditer(passage.text):
        hyphen = "-" if match["one"].isupper() else ""
        yield from found(
            Code.DASH,
            passage,
            match.span(),
            (
                msg("a word torn at its hyphen"),
                msg(
                    'write "{word}", or what the two have in common',
                    word=match["one"] + hyphen + match["two"],
                ),
            ),
        )
