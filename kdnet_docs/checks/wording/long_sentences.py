"""A sentence that is too long to be read at once."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

LONGEST = 45
"""As many words a sentence may have. Of the sentences of a real contract one in forty has more."""

_PER_CENT = r"(?<![\d.,])\d[\d.,]*+(?<=\d)[ \u00a0\n]?(?:pct\.|%|procent(?!\w))"
_ENTRY = re.compile(rf"(?<![\w-])[A-ZÆØÅ][\w-]*+[ \n]{_PER_CENT}")
# What is one word or two by how it is written: so no fix makes a sentence longer.
_ONE = re.compile(rf"{_ENTRY.pattern}|{_PER_CENT}|(?<!\w)(?:(?:inden|uden)\s?for(?!\w)|bl\.\s?a\.)")
_TWO = re.compile(r"(?<=[^\W\d_])[,;:](?=[^\W\d_])")


def long_sentences(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each sentence with more words than that; parts between semicolons are read by themselves."""
    for passage in subject.passages:
        for start, end in _sentences(passage):
            words = max(_count(part) for part in passage.text[start:end].split(";"))
            if words > LONGEST:
                yield from found(
                    Code.LONG_SENTENCE,
                    passage,
                    (start, end),
                    (
                        msg("a sentence of {words} words", words=words),
                        msg("make it two, or put what it lists into a list"),
                    ),
                )


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    """The sentences; an enumeration is one where its comma is missing: "Fyn 59 pct. Sjælland 53 pct."."""
    whole: list[tuple[int, int]] = []
    for start, end in passage.sentences:
        goes_on = (
            whole and passage.text.endswith("pct.", 0, whole[-1][1]) and _ENTRY.match(passage.text, start)
        )
        whole.append((whole.pop()[0] if goes_on else start, end))
    yield from whole


def _count(words: str) -> int:
    """How many words these are; an entry of an enumeration is one, and a dash none."""
    return sum(1 for word in _TWO.sub(" ", _ONE.sub("x", words)).split() if any(map(str.isalnum, word)))
