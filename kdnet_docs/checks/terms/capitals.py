"""A word has a capital letter throughout, or has none: "Erhvervshuset" is no other than "erhvervshuset"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.terms.two_ways import Ways, in_two_ways
from kdnet_docs.checks.terms.vocabulary import Word, stem, words_of

# "huset", "husene": what has such a form is a noun, and not the "Grøn" of a name.
_DEFINITE = re.compile(r".{4,}(?:en|et|ene|erne)s?\Z")
_LONG = 5


def capitals(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each noun that has a capital letter in one place and none in another."""
    words = words_of(subject)
    for ways in (*_nouns(words), *_names(words)):
        yield from in_two_ways(Code.CAPITALS, ways, _told)


def _told(rare: str, common: str) -> Message:
    return msg(
        '"{rare}" here is "{common}" elsewhere: with a capital letter or without', rare=rare, common=common
    )


def _nouns(words: Iterable[Sequence[Word]]) -> Iterator[Ways]:
    """Those like "Erhvervshuset" within a sentence, and no part of a name, beside "erhvervshuset"."""
    ways: dict[str, tuple[list[Word], list[Word]]] = defaultdict(lambda: ([], []))
    nouns: set[str] = set()
    for in_passage in words:
        for before, word, after in zip(
            (None, *in_passage), in_passage, (*in_passage[1:], None), strict=False
        ):
            root = stem(word.text)
            if _DEFINITE.match(word.text.lower()):
                nouns.add(root)
            if word.text.islower():
                ways[root][0].append(word)
            elif word.has_capital and word.is_inside and not _in_name(before, word, after):
                ways[root][1].append(word)
    yield from (both for root, both in ways.items() if all(both) and root in nouns)


def _in_name(before: Word | None, word: Word, after: Word | None) -> bool:
    """Whether a word with a capital letter stands right beside it."""
    is_after = before is not None and before.text[0].isupper() and before.end + 1 == word.start
    return is_after or (after is not None and after.text[0].isupper() and word.end + 1 == after.start)


def _names(words: Iterable[Sequence[Word]]) -> Iterator[Ways]:
    """Those like "Aarhus Kommune" and "Aarhus kommune", "Region Nord" and "region Nord"."""
    ways: dict[tuple[str, str], tuple[list[Word], list[Word]]] = defaultdict(lambda: ([], []))
    for one, other in chain.from_iterable(map(pairwise, words)):
        if one.end + 1 == other.start:
            both = replace(one, text=f"{one.text} {other.text}", end=other.end)
            if one.text[0].isupper() and _is_common(other):
                ways[one.text, other.text.lower()][other.has_capital].append(both)
            if other.text[0].isupper() and one.is_inside and _is_common(one):
                ways[one.text.lower(), other.text][one.has_capital].append(both)
    yield from (both for both in ways.values() if all(both))


def _is_common(word: Word) -> bool:
    """Whether it may be written with a capital letter or without."""
    return len(word.text) >= _LONG and (word.text.islower() or word.has_capital)
