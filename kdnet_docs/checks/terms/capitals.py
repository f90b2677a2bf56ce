"""A word has a capital letter throughout, or has none: "Erhvervshuset" is no other than "erhvervshuset"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.vocabulary import Word, stem, vocabulary, words_of
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.two_ways import Ways, in_two_ways

# "huset", "husenes": what has such a form is a noun, and not the "Grøn" of a name.
_DEFINITE = re.compile(r".{4,}(?:en|et|ene|erne)s?\Z")
_SEVERAL = re.compile(r".{4,}(?:ene|erne)s?\Z")
_PLURAL = re.compile(r".{4,}er?s?\Z")
_AFTER_CAPITAL = re.compile(r"(?P<inside>[^\W\d_],?\s)?[A-ZÆØÅ][\w'’-]{0,40}\s\Z")
# "Udvalget for Miljø", "Sundhedsaftalen 2019-2023": that is a name.
_GOES_ON = re.compile(r"\s(?:(?:for|om|til|vedrørende|af)\s)?[A-ZÆØÅ]|\s\d")
_LAW = re.compile(r"\w*lov om (?:\w+ ){0,4}\Z", re.IGNORECASE)
_LONG = 5


def capitals(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each noun that has a capital letter in one place and none in another."""
    for ways in (*_nouns(vocabulary(subject)), *_names(words_of(subject))):
        yield from in_two_ways(Code.CAPITALS, ways, _told)


def _told(rare: str, common: str) -> Message:
    return msg(
        '"{rare}" here is "{common}" elsewhere: with a capital letter or without', rare=rare, common=common
    )


def _nouns(uses: Mapping[str, Sequence[Word]]) -> Iterator[Ways]:
    """Those like "Erhvervshuset" within a sentence, and no part of a name, beside "erhvervshuset".

    One in particular and all of them may be told apart by a capital letter: "Kommunen", "kommuner".
    """
    nouns = {stem(text) for text in uses if _SEVERAL.match(text)}
    ways: dict[tuple[str, bool], tuple[list[Word], list[Word]]] = defaultdict(lambda: ([], []))
    for text, words in uses.items():
        is_definite = _DEFINITE.match(text) is not None
        if is_definite or (_PLURAL.match(text) and stem(text) in nouns):
            small, capital = ways[stem(text), is_definite]
            small += (word for word in words if word.text.islower())
            capital += (word for word in words if _is_capital(word, is_definite=is_definite))
    mixed: dict[str, Ways] = {}
    for (root, _), (found, capital) in ways.items():
        small = [word for word in found if not _is_in_title(word)] if capital else []
        if small and capital:
            before = mixed.get(root, ((), ()))
            mixed[root] = ((*before[0], *small), (*before[1], *capital))
    yield from mixed.values()


def _is_in_title(word: Word) -> bool:
    """Whether it stands in the name of a law: "lov om kommunernes styrelse"."""
    return _LAW.search(word.passage.text[max(0, word.start - 50) : word.start]) is not None


def _is_capital(word: Word, *, is_definite: bool) -> bool:
    """Whether a word within a sentence has a capital letter that belongs to no name of several words."""
    if not (word.is_inside and word.has_capital):
        return False
    text = word.passage.text
    before = _AFTER_CAPITAL.search(text[max(0, word.start - 50) : word.start])
    after = _GOES_ON.match(text, word.end)
    is_name = before and (before["inside"] or not is_definite)
    return not is_name and not (after and (is_definite or after[0][-1].isupper()))


def _names(words: Iterable[Sequence[Word]]) -> Iterator[Ways]:
    """Those like "Aarhus Kommune" and "Aarhus kommune", "Region Nord" and "region Nord"."""
    ways: dict[tuple[str, str], tuple[list[Word], list[Word]]] = defaultdict(lambda: ([], []))
    for one, other in chain.from_iterable(map(pairwise, words)):
        if one.end + 1 == other.start:
            if one.text[0].isupper() and _is_common(other):
                ways[one.text, other.text.lower()][other.has_capital].append(_both(one, other))
            if other.text[0].isupper() and one.is_inside and _is_common(one):
                ways[one.text.lower(), other.text][one.has_capital].append(_both(one, other))
    yield from (both for both in ways.values() if all(both))


def _both(one: Word, other: Word) -> Word:
    return replace(one, text=f"{one.text} {other.text}", end=other.end)


def _is_common(word: Word) -> bool:
    """Whether it may be written with a capital letter or without."""
    return len(word.text) >= _LONG and (word.text.islower() or word.has_capital)
