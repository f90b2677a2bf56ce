"""Whose part a reference speaks of: this document's, as the words around it say, or another's."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from kdnet_docs.checks.passages import Passage
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import placed
from kdnet_docs.document.tree import Emphasis
from kdnet_docs.reading.reference_words import reference_words

Whose: TypeAlias = Literal["own", "other", "unsaid"]

_NEAR = 60
"""How many characters before and after a reference belong to it."""
_FAR = 600
"""How far away another document may be spoken of."""
_LIKE_TITLE = 6
"""How many letters of a word make it one of the document's title: "vedtægtens" in "Vedtægter for ..."."""

_DATED = re.compile(r"\b(?:19|20)\d\d[,:]?\s+\(?\Z")
"""A point after a date is one of a meeting: "Økonomiudvalget, 18. september 2019, pkt. 153"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a passage."""

    passage: Passage
    start: int
    end: int


def whose(place: Place, *, is_pointed_at: bool, in_meeting: bool, is_bilag: bool = False) -> Whose:
    """What the words beside a reference say, or else those of its sentence and of the one before it.

    One that `is_pointed_at` ("ovenfor") is in this document. In a meeting contracts are other documents.
    """
    patterns = _patterns(place.passage.anatomy.document.language, in_meeting=in_meeting, is_bilag=is_bilag)
    text = place.passage.text
    before = text[max(0, place.start - _NEAR) : place.start]
    if patterns.genitive.search(before):
        return "own" if patterns.own_genitive.search(before) else "other"
    if _DATED.search(before):
        return "other"
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
def _patterns(language: str, *, in_meeting: bool, is_bilag: bool) -> _Patterns:
    words = reference_words(language)
    others, genitives = words.others, words.genitives_in_meeting if in_meeting else words.genitives
    if not (in_meeting and is_bilag):
        others += f"|{words.meeting_others if in_meeting else words.contract_others}"

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    return _Patterns(
        preposition=pattern(
            rf"(?:,?\s+(?:stk|nr|litra)\.?\s*\w{{1,3}})?,?\s+(?:{words.prepositions})\s+(?!{words.idioms})"
        ),
        own=pattern(words.own_in_meeting if in_meeting else words.own),
        genitive=pattern(r"(?<!\w)(?!(?:ellers|hos|this)\s)[^\W\d]+(?:ens|ets|nes|[^e\W\d]s|s['’])\s+\Z"),
        own_genitive=pattern(rf"(?<!\w)(?:{genitives})\s+\Z"),
        others=pattern(rf"(?<![\w-])(?:{others})(?!\w)"),
    )


def _is_other_near(place: Place, patterns: _Patterns) -> bool:
    start, end = _sentence_and_before(place)
    title = place.passage.anatomy.document.title.lower()
    for other in patterns.others.finditer(place.passage.text, start, end):
        is_of_title = len(other[0]) >= _LIKE_TITLE and other[0].lower()[:_LIKE_TITLE] in title
        if not is_of_title and not place.start <= other.start() < place.end:
            return True
    titles = _titles(place.passage.anatomy).get(place.passage.leaf.id, ())
    return any(start <= one < end and not one <= place.start < until for one, until in titles)


@lru_cache(maxsize=2)
def _titles(anatomy: Anatomy) -> Mapping[str, list[tuple[int, int]]]:
    """Where emphasised words stand in each leaf, as titles of documents are set."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in placed(anatomy):
        if isinstance(one.inline, Emphasis) and " " in one.text:
            found[one.leaf].append((one.start, one.end))
    return found


def _sentence_and_before(place: Place) -> tuple[int, int]:
    """The sentence of a reference and the one before it, of long ones what is not far away."""
    sentences = place.passage.sentences
    at = max(bisect_right(sentences, (place.start, len(place.passage.text))) - 1, 0)
    return (
        max(sentences[max(0, at - 1)][0], place.start - _FAR),
        min(max(sentences[at][1], place.end), place.end + _FAR),
    )
