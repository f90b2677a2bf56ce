"""Whose part a reference speaks of: this document's, as the words around it say, or another's."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.references.vocabulary import vocabulary
from kdnet_docs.document.placed import placed
from kdnet_docs.document.tree import Emphasis

Whose: TypeAlias = Literal["own", "other", "unsaid"]

_NEAR = 60
"""How many characters before and after a reference belong to it."""
_LIKE_TITLE = 6
"""How many letters of a word make it one of the document's title: "vedtægtens" in "Vedtægter for ..."."""


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a passage."""

    passage: Passage
    start: int
    end: int


def whose(place: Place, *, is_pointed_at: bool, in_meeting: bool) -> Whose:
    """What the words beside a reference say, or else those of its sentence and of the one before it.

    One that `is_pointed_at` ("ovenfor") is in this document. In a meeting contracts are other documents.
    """
    patterns = _patterns(place.passage.anatomy.document.language, in_meeting=in_meeting)
    text = place.passage.text
    before = text[max(0, place.start - _NEAR) : place.start]
    if patterns.genitive.search(before):
        return "own" if patterns.own_genitive.search(before) else "other"
    if preposition := patterns.preposition.match(text, place.end):
        return "own" if patterns.own.match(text, preposition.end()) else "other"
    if is_pointed_at:
        return "own"
    return "other" if _is_other_near(place, patterns) else "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    preposition: re.Pattern[str]
    own: re.Pattern[str]
    genitive: re.Pattern[str]
    own_genitive: re.Pattern[str]
    others: re.Pattern[str]


@cache
def _patterns(language: str, *, in_meeting: bool) -> _Patterns:
    words = vocabulary(language)
    others = f"{words.others}|{words.meeting_others if in_meeting else words.contract_others}"

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    return _Patterns(
        preposition=pattern(rf"(?:,?\s+(?:stk|nr|litra)\.?\s*\w{{1,3}})?,?\s+(?:{words.prepositions})\s+"),
        own=pattern(words.own_in_meeting if in_meeting else words.own),
        genitive=pattern(r"(?<!\w)(?!(?:ellers|hos|this)\s)[^\W\d]+(?:ens|ets|nes|[^e\W\d]s|s['’])\s+\Z"),
        own_genitive=pattern(rf"(?<!\w)(?:{words.genitives})\s+\Z"),
        others=pattern(rf"(?<![\w-])(?:{others})(?!\w)"),
    )


def _is_other_near(place: Place, patterns: _Patterns) -> bool:
    start, end = _sentence_and_before(place)
    title = place.passage.anatomy.document.title.lower()
    for other in patterns.others.finditer(place.passage.text, start, end):
        is_of_title = len(other[0]) >= _LIKE_TITLE and other[0].lower()[:_LIKE_TITLE] in title
        if not is_of_title and not place.start <= other.start() < place.end:
            return True
    return any(start <= one < end for one in _titles(place))


def _titles(place: Place) -> tuple[int, ...]:
    """Where emphasised words begin, as titles of documents are set; not those that hold the reference."""
    leaf = place.passage.leaf.id
    return tuple(
        one.start
        for one in placed(place.passage.anatomy)
        if one.leaf == leaf and isinstance(one.inline, Emphasis) and " " in one.text
        if not one.start <= place.start < one.end
    )


def _sentence_and_before(place: Place) -> tuple[int, int]:
    sentences = place.passage.sentences
    at = max((index for index, (start, _) in enumerate(sentences) if start <= place.start), default=0)
    return sentences[max(0, at - 1)][0], max(sentences[at][1], place.end)
