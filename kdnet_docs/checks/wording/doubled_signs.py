"""Two signs where one is meant: "2021-2023.:", ",,", and a full stop that stands alone."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.abbreviations import ends_word, in_address
from kdnet_docs.checks.subject import Subject

# The sign that is to stay is in a group; where none is, an author must choose.
_TWICE = re.compile(
    r"(?P<same>[,;:])(?:[ ]?(?P=same))+(?!\w)"
    r"|(?<![./])(?P<stop>\.)\.(?![./\w])"
    r"|(?P<first>[.!?][\"”»)]?)[ ]+\.(?![\w.])"
    r"|[,;:][.;](?![\w.])|[.;],(?=\s)|[;:],(?=\s)|,:(?=\s|$)|[?!]\.(?![.\w])|\.(?P<colon>[:;])(?=\s|$)"
)
_MAYBE = re.compile(r"[.,;:!?][\"”»)]?[ ]*[.,;:]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")


def doubled_signs(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each pair of signs that cannot stand together."""
    for passage in subject.passages:
        if not _MAYBE.search(passage.text):
            continue
        for match in _TWICE.finditer(passage.text):
            if not _may_stand(passage.text, match):
                yield from _doubled(passage, match)


def _may_stand(text: str, match: re.Match[str]) -> bool:
    """After an abbreviation or an ordinal, a full stop may have a sign behind it: "mv.:", "1., 2. og 3."."""
    if in_address(text, match.start()):
        return True
    if match[0] not in {".:", ".;", ".,"}:
        return False
    return not (
        ends_word(text, match.start()) or _YEAR.search(text, max(0, match.start() - 5), match.start())
    )


def _doubled(passage: Passage, match: re.Match[str]) -> Iterator[Diagnostic]:
    kept = match["same"] or match["stop"] or match["first"] or match["colon"]
    yield from found(
        Code.DOUBLED_SIGN,
        passage,
        match.span(),
        (msg("one sign too many: {signs}", signs=match[0]), msg("keep the one that is meant")),
        passage.edit(*match.span(), kept) if kept else (),
    )
