"""A comma that is missing in an enumeration or before "herunder", and one after "hvem"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.found import found
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

_ENTRY = re.compile(
    r"(?<!\w)[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*){0,3} \d[\d.,]*(?<=\d)"
    r"[ \u00a0]?(?:pct\.|%|procent|(?:mio\. |mia\. )?kr\.)"
)
_UNITS = re.compile(r"pct\.|%|procent|kr\.")
_ENOUGH = 3
_HERUNDER = re.compile(
    r" (?P<word>herunder)(?= "
    r"(?!nævnt|anført|vist|beskrevet|listet|følgende|hører|hørende|gengiv)\w)"
)
_WORD_BEFORE = re.compile(r"(?<!\w)[^\W\d_]+$")
# "hører herunder", "falder herunder": there it is no "including".
_BELONGING = re.compile(
    r"(?:hør(?:er|ende|te)|fald(?:er|t)|sorter(?:er|ende|ede)|se|og|eller|samt|men|der|som|de|den|det|er|var|skal|kan|"
    r"også|jf|dog|nævnt|anført|beskrevet|vist|fremgår|følger|gengivet|angivet)",
    re.IGNORECASE,
)
_LETTER_BEFORE = re.compile(r"[^\W\d_] $")
_AFTER_QUESTION = re.compile(r"\b(?P<word>[Hh]v(?:em|ad)), der\b")


def commas(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each comma that is certainly missing, or certainly one too many."""
    for passage in subject.passages:
        if passage.is_danish:
            yield from _in_enumerations(passage)
            yield from _before_herunder(passage)
            yield from _after_question(passage)


def _in_enumerations(passage: Passage) -> Iterator[Diagnostic]:
    """One that is missing, as in "Fyn 33 pct. Sjælland 34 pct., Nordjylland 40 pct., Midtjylland 36 pct."."""
    if len(_UNITS.findall(passage.text)) < _ENOUGH:
        return
    entries = tuple(pairwise(_ENTRY.finditer(passage.text)))
    gaps = [passage.text[one.end() : other.start()] for one, other in entries]
    if gaps.count(", ") < _ENOUGH - 1:
        return
    for (one, other), gap in zip(entries, gaps, strict=True):
        if gap == " ":
            unit, name = one[0].rpartition(" ")[2], other[0].partition(" ")[0]
            place = (one.end() - len(unit), other.start() + len(name))
            yield from _missing(passage, place, unit, name)


def _before_herunder(passage: Passage) -> Iterator[Diagnostic]:
    for match in _HERUNDER.finditer(passage.text):
        before = _WORD_BEFORE.search(passage.text, max(0, match.start() - 60), match.start())
        if before and not _BELONGING.fullmatch(before[0]):
            yield from _missing(passage, (before.start(), match.end()), before[0], match["word"])


def _missing(passage: Passage, place: tuple[int, int], before: str, after: str) -> Iterator[Diagnostic]:
    words = f"{before}, {after}"
    yield from found(
        Code.COMMA,
        passage,
        place,
        (msg('a comma is missing after "{word}"', word=before), msg('write "{words}"', words=words)),
        passage.edit(*place, words),
    )


def _after_question(passage: Passage) -> Iterator[Diagnostic]:
    for match in _AFTER_QUESTION.finditer(passage.text):
        before = _LETTER_BEFORE.search(passage.text, max(0, match.start() - 2), match.start())
        start = before.start() if before else match.start()
        words = f"{before[0][0]}, {match['word']} der" if before else f"{match['word']} der"
        yield from found(
            Code.COMMA,
            passage,
            match.span(),
            (
                msg('no comma stands between "{word}" and "der"', word=match["word"]),
                msg("delete it, or move it before the question"),
            ),
            passage.edit(start, match.end(), words),
        )
