"""A word is spelled in one way throughout: a dictionary knows "afreporterer" too, only the text tells."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.terms.alternations import alternations
from kdnet_docs.checks.terms.two_ways import Ways, in_two_ways, slip
from kdnet_docs.checks.terms.vocabulary import Word, stem, vocabulary, words_of
from kdnet_docs.reading.lexicon import words

_ABBREVIATION = re.compile(r"([A-ZÆØÅ]{2,})(['’]?)[a-zæøå]{1,5}")
_LONG = 9
_SHORTEST_PART = 3
# What stands before a word without being a part of it: "i regionen om rådet" beside "området".
_APART = frozenset(
    words(
        "for|efter|over|under|med|til|ved|fra|mod|uden|inden|ind|ud|op|ned|alle|den|det|der|som|hvor|hver|hvert|"
        "her|samt|mellem|gennem|sammen|fælles|eller|men|end|alt|hele|ikke|også|andre"
    )
)
_ARTICLES = frozenset(words("de|den|det|disse|deres|alle|øvrige"))


def two_spellings(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each word that is spelled in two ways, at the first place of the rarer one."""
    read, uses = words_of(subject), vocabulary(subject)
    for ways in (*_spellings(uses), *_in_two_parts(read, uses)):
        yield from in_two_ways(Code.TWO_SPELLINGS, ways, _told)
    for ways in (*_abbreviations(uses), *_participles(read)):
        yield from slip(Code.TWO_SPELLINGS, ways, _told)


def _told(rare: str, common: str) -> Message:
    return msg('a word is spelled "{rare}" here, and "{common}" elsewhere', rare=rare, common=common)


def _spellings(uses: Mapping[str, Sequence[Word]]) -> Iterator[Ways]:
    """Those like "afrapporterer" and "afreporterer", "vidensinstitutioner" and "videninstitutioner"."""
    stems: dict[str, None] = dict.fromkeys(stem(text) for text in uses)
    for one, other in alternations(stems):
        yield _beginning(one, uses), _beginning(other, uses)


def _beginning(head: str, uses: Mapping[str, Sequence[Word]]) -> list[Word]:
    return [word for text, words in uses.items() if text.startswith(head) for word in words]


def _abbreviations(uses: Mapping[str, Sequence[Word]]) -> Iterator[Ways]:
    """Those like "SMV'er" and "SMVer"."""
    ways: dict[str, tuple[list[Word], list[Word]]] = defaultdict(lambda: ([], []))
    for word in chain.from_iterable(uses.values()):
        if found := _ABBREVIATION.fullmatch(word.text):
            ways[found[1]][bool(found[2])].append(word)
    yield from (both for both in ways.values() if all(both))


def _in_two_parts(read: Iterable[Sequence[Word]], uses: Mapping[str, Sequence[Word]]) -> Iterator[Ways]:
    """Those like "vækst drivere" and "vækstdrivere"."""
    parted: dict[str, list[Word]] = defaultdict(list)
    for one, other in chain.from_iterable(map(pairwise, read)):
        text = f"{one.text}{other.text}".lower()
        if text in uses and len(text) >= _LONG and other.start == one.end + 1 and _is_part(one, other):
            parted[text].append(replace(one, text=f"{one.text} {other.text}", end=other.end))
    for text, found in parted.items():
        yield found, uses[text]


def _is_part(one: Word, other: Word) -> bool:
    shortest = min(len(one.text), len(other.text))
    return shortest >= _SHORTEST_PART and one.text.lower() not in _APART


def _participles(read: Iterable[Sequence[Word]]) -> Iterator[Ways]:
    """Those like "de vejlede virksomheder" and "vejledte virksomheder", which a dictionary both knows."""
    after_article: dict[tuple[str, str], list[Word]] = defaultdict(list)
    before_noun: dict[tuple[str, str], list[Word]] = defaultdict(list)
    for in_passage in read:
        for article, word, noun in zip(in_passage, in_passage[1:], in_passage[2:], strict=False):
            key = word.text.lower(), stem(noun.text.lower())
            before_noun[key].append(word)
            if article.text.lower() in _ARTICLES and word.text.endswith("e"):
                after_article[key].append(word)
    for (infinitive, root), found in after_article.items():
        for letter in "td":
            if participles := before_noun.get((f"{infinitive[:-1]}{letter}e", root)):
                yield found, participles
