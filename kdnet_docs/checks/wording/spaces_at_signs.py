"""A space before a comma, or none after it."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.abbreviations import ends_word, in_address
from kdnet_docs.checks.subject import Subject

# Each begins with its sign, so that text without any is passed over quickly.
_BEFORE = re.compile(
    r"[ ](?<=[\w)\"”»%].)(?:,(?![-\d])|[;!?](?!\w)|\.(?![\w.])|:(?=\s(?!\d)|$))"
    r"|[ ](?<=\w\w.)\)|\([ ](?=\w\w)"
)
_AFTER = re.compile(
    r"[,;](?<=[^\W\d_](?:[^\W\d_]|\.).)(?=[^\W\d_]{2})|:(?<=[^\W\d_]{3}.)(?=[^\W\d_]{2})"
    r"|\.(?<=[^\W\d_]{3}.)(?=[A-ZÆØÅ][a-zæøå]*[ ,.])"
    r"|(?=\()(?<=[a-zæøå]{3})(?=\([^()\s]{2,}[ ])"
)
_WORD_BEFORE = re.compile(r"\S+$")
_WORD_AFTER = re.compile(r"\S+")


def spaces_at_signs(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each space that stands on the wrong side of a sign, or is missing."""
    for passage in subject.passages:
        for match in _BEFORE.finditer(passage.text):
            yield from _too_many(passage, *match.span())
        for match in _AFTER.finditer(passage.text):
            if not in_address(passage.text, match.start()) and _needs_space(passage.text, match):
                yield from _missing(passage, *match.span())


def _needs_space(text: str, match: re.Match[str]) -> bool:
    """A full stop may stand in an abbreviation ("cand.Merc")."""
    return match[0] != "." or ends_word(text, match.start())


def _too_many(passage: Passage, start: int, end: int) -> Iterator[Diagnostic]:
    sign = passage.text[start:end].strip()
    around = _around(passage.text, start, end)
    yield from found(
        Code.SPACE_AT_SIGN,
        passage,
        around,
        (msg('a space too many at "{sign}"', sign=sign), msg("delete the space")),
        passage.edit(*around, passage.text[around[0] : start] + sign + passage.text[end : around[1]]),
    )


def _missing(passage: Passage, start: int, end: int) -> Iterator[Diagnostic]:
    around = _around(passage.text, start, end)
    sign = passage.text[start:end] or "("
    yield from found(
        Code.SPACE_AT_SIGN,
        passage,
        around,
        (msg('a space is missing at "{sign}"', sign=sign), msg("put a space there")),
        passage.edit(*around, passage.text[around[0] : end] + " " + passage.text[end : around[1]]),
    )


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The words that the sign stands between."""
    before = _WORD_BEFORE.search(text, max(0, start - 60), start)
    after = _WORD_AFTER.match(text, end)
    return before.start() if before else start, after.end() if after else end
