"""Where one Danish word may be spelled in two ways, each of which a dictionary knows or would not tell apart.

A word is compared with others by a key in which both spellings are the same, so that a long document takes
no longer than its words do. What only looks alike ("kontakt" and "kontrakt", "satte" and "sætte") has no key
in common.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TypeAlias

Pair: TypeAlias = tuple[str, str]

_LONG = 8
_BEFORE = 3
_AFTER = 3
_SEAM = 4
_DOUBLE = re.compile(r"([bdfgklmnprst])\1")
_VOWELS = frozenset("aeiouyæøå")
# One of them is written for the other; most others make another word: "udfyldning" and "udfoldning".
_MISTAKEN = frozenset(map(frozenset, ("ae", "ei", "eo", "eæ", "oå")))
_DIFFERENT = frozenset(map(frozenset, (("indvinding", "indvending"), ("forvinding", "forvending"))))


def alternations(stems: Iterable[str]) -> Iterator[Pair]:
    """How the words of both spellings begin: "afrappor" and "afrepor", once for all the forms of a word."""
    stems = tuple(stems)
    pairs = (*_signs(stems), *_linking_s(stems), *_doubled(stems), *_vowels(stems))
    yield from dict.fromkeys(_heads(*sorted(pair)) for pair in pairs if frozenset(pair) not in _DIFFERENT)


def _heads(one: str, other: str) -> Pair:
    """What two spellings begin with, until they have been alike again for three letters."""
    before = _alike_at_first(one, other)
    after = _alike_at_first(one[before:][::-1], other[before:][::-1])
    rest = max(after - _AFTER, 0)
    return one[: len(one) - rest], other[: len(other) - rest]


def _alike_at_first(one: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _signs(stems: Iterable[str]) -> Iterator[Pair]:
    """Those like "randers-klyng" and "randersklyng", "århus" and "aarhus"."""
    yield from _alike((stem.replace("-", "").replace("aa", "å"), stem) for stem in stems)


def _linking_s(stems: Iterable[str]) -> Iterator[Pair]:
    """Those like "vidensinstitution" and "videninstitution": an s where the parts of a word meet."""
    known = frozenset(stems)
    for stem in stems:
        for at in range(_SEAM, len(stem) - _SEAM):
            if stem[at] == "s" and (without := stem[:at] + stem[at + 1 :]) in known:
                yield stem, without


def _doubled(stems: Iterable[str]) -> Iterator[Pair]:
    """Those like "afrapporter" and "afraporter"; before an ending a letter may be doubled: "tilbuddet"."""
    yield from (
        (one, other)
        for one, other in _alike((_DOUBLE.sub(r"\1", stem), stem) for stem in stems if len(stem) >= _LONG)
        if one[-_AFTER:] == other[-_AFTER:] and one[:_BEFORE] == other[:_BEFORE]
    )


def _vowels(stems: Iterable[str]) -> Iterator[Pair]:
    """Those like "afrapporter" and "afreporter": a vowel is another, whether or not a letter is doubled."""
    ways: dict[Pair, dict[str, str]] = defaultdict(dict)
    for stem in stems:
        bare = _DOUBLE.sub(r"\1", stem)
        if len(bare) >= _LONG:
            for at in range(_BEFORE, len(bare) - _AFTER):
                if bare[at] in _VOWELS:
                    ways[bare[:at], bare[at + 1 :]].setdefault(bare[at], stem)
    for found in ways.values():
        for (one, stem), (other, like) in combinations(found.items(), 2):
            if {one, other} in _MISTAKEN:
                yield stem, like


def _alike(keyed: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    ways: dict[str, list[str]] = defaultdict(list)
    for key, stem in keyed:
        ways[key].append(stem)
    for found in ways.values():
        yield from combinations(found, 2)
