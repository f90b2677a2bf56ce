"""References in prose to a numbered part of a document: "jf. pkt. 4 ovenfor", "mål 2-4", "bilag A"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias, get_args

from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.whose import Place, Whose, whose
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.reading.reference_words import PartKind, reference_words

Direction: TypeAlias = Literal["above", "below"]

_KINDS: tuple[PartKind, ...] = get_args(PartKind)
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})*(?:[a-z](?!\w))?|[A-H](?![\w.'’-]))"
_NAMES = re.compile(r"\s*[:–]\s+[^\W\d_]")
_INDENT = 8
"""How many characters a caption may have before it: a bracket, a space."""
_ENDS = re.compile(r"\s*(?:[:.–-]\s|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """One number of a mention, and where it stands."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A noun with the numbers after it; `is_pointed` where a "jf." or the like stands before it.

    One that `is_caption` names a part and does not refer to it: "Bilag 1: Tidsplan".
    """

    passage: Passage
    kind: PartKind
    numbers: tuple[Mentioned, ...]
    start: int
    end: int
    direction: Direction | None
    whose: Whose
    is_pointed: bool
    is_caption: bool

    @property
    def text(self) -> str:
        """The words of the reference: "pkt. 4"."""
        return self.passage.text[self.start : self.end]


def mentions(subject: Subject) -> tuple[Mention, ...]:
    """Every reference by number in a document, in reading order."""
    return tuple(one for one in _mentions(subject) if not one.is_caption)


def captions(subject: Subject) -> tuple[Mention, ...]:
    """Every number that somebody gave to a part by hand."""
    return tuple(one for one in _mentions(subject) if one.is_caption)


@lru_cache(maxsize=2)
def _mentions(subject: Subject) -> tuple[Mention, ...]:
    """Kept, for several checks ask."""
    in_meeting = isinstance(subject.model, Meeting)
    return tuple(one for passage in subject.passages for one in _of(passage, in_meeting=in_meeting))


def _of(passage: Passage, *, in_meeting: bool) -> Iterator[Mention]:
    patterns = _patterns(passage.anatomy.document.language)
    for match in patterns.mention.finditer(passage.text):
        start, end = match.span()
        if patterns.counted.match(passage.text, end):
            continue
        direction: Direction | None = (
            "above"
            if patterns.above.match(passage.text, end)
            else "below"
            if patterns.below.match(passage.text, end)
            else None
        )
        yield Mention(
            passage=passage,
            kind=next(kind for kind in _KINDS if match[kind]),
            numbers=tuple(
                Mentioned(number=one[0], start=one.start(), end=one.end())
                for one in patterns.number.finditer(passage.text, match.start("numbers"), end)
            ),
            start=start,
            end=end,
            direction=direction,
            whose=whose(
                Place(passage, start, end),
                is_pointed_at=direction is not None,
                in_meeting=in_meeting,
                is_bilag=bool(match["bilag"]),
            ),
            is_pointed=bool(patterns.jf.search(passage.text, max(0, start - 40), start)),
            is_caption=_is_caption(passage, start, end),
        )


def _is_caption(passage: Passage, start: int, end: int) -> bool:
    if start > _INDENT or passage.text[:start].strip(" ("):
        return bool(_NAMES.match(passage.text, end))
    return passage.leaf.kind not in ("paragraph", "quote") or bool(_ENDS.match(passage.text, end))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    mention: re.Pattern[str]
    number: re.Pattern[str]
    counted: re.Pattern[str]
    above: re.Pattern[str]
    below: re.Pattern[str]
    jf: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = reference_words(language)
    nouns = "|".join(f"(?P<{kind}>{noun})" for kind, noun in words.nouns.items())
    several = rf"{_NUMBER}(?:\s*(?:{words.joints})\s*{_NUMBER})*"
    return _Patterns(
        # The letter of "bilag A" is a capital, and the noun before it may have one.
        mention=re.compile(
            rf"(?<![\w-])(?i:{nouns})[ \xa0](?P<numbers>{several})(?![\w%-])(?![.,/]\d)(?!\s*[%/])"
        ),
        number=re.compile(_NUMBER),
        counted=re.compile(rf"\s*(?:{words.counted})", re.IGNORECASE),
        above=re.compile(rf",?\s*\(?(?:{words.above})(?!\w)", re.IGNORECASE),
        below=re.compile(rf",?\s*\(?(?:{words.below})(?!\w)", re.IGNORECASE),
        jf=re.compile(rf"(?<!\w)(?:{words.jf})\s+(?:\w+\s+)?\Z", re.IGNORECASE),
    )
