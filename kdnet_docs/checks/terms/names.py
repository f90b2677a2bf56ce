"""A name of several words is spelled in one way: of a person, of a house, of an agreement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.one_letter import LONG, is_one_letter_apart
from kdnet_docs.checks.reading.vocabulary import Name, Word, bare, is_run, words_of
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.two_ways import in_two_ways

_LONGEST = 6
"""Of so many words a name may be; more are a list."""


def names(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each name that is spelled in two ways in the text."""
    uses: dict[Name, list[Word]] = defaultdict(list)
    for words in words_of(subject):
        for run in _runs(words):
            uses[_name_of(run)].append(
                replace(run[0], text=" ".join(word.text for word in run), end=run[-1].end)
            )
    for one, other in dict.fromkeys((*_joined(uses), *_one_letter(uses))):
        yield from in_two_ways(Code.NAME_SPELLED, (uses[one], uses[other]), _told)


def _told(rare: str, common: str) -> Message:
    return msg('a name is spelled "{rare}" here, and "{common}" elsewhere', rare=rare, common=common)


def _name_of(run: Sequence[Word]) -> Name:
    """The name that words with capital letters make."""
    return (*(word.text for word in run[:-1]), bare(run[-1].text))


def _runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Words with capital letters side by side; the first of a sentence has one anyhow, so it may be none."""
    start = 0
    for at, word in enumerate(words, start=1):
        if not word.text[0].isupper():
            start = at
        elif at == len(words) or not (words[at].text[0].isupper() and is_run(words[at - 1 : at + 1])):
            for first in (start,) if words[start].is_inside else (start, start + 1):
                if 1 < at - first <= _LONGEST:
                    yield words[first:at]
            start = at


def _joined(uses: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Those like "Midtjysk Erhvervsudviklings Akademi" and "Midtjysk Erhvervsudviklingsakademi"."""
    ways: dict[str, list[Name]] = defaultdict(list)
    for name in uses:
        ways["".join(name).replace("-", "").lower()].append(name)
    for found in ways.values():
        yield from (pair for pair in combinations(found, 2) if len(pair[0]) != len(pair[1]))


def _one_letter(uses: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Those like "Torben Hansen" and "Thorben Hansen": one word differs, and by one letter."""
    ways: dict[tuple[int, Name], list[Name]] = defaultdict(list)
    for name in uses:
        for at, word in enumerate(name):
            # Words that differ by a letter have one spelling in common when a letter is left out.
            for left in dict.fromkeys((word, *(word[:out] + word[out + 1 :] for out in range(len(word))))):
                if len(word) >= LONG:
                    ways[at, (*name[:at], left, *name[at + 1 :])].append(name)
    for (at, _), found in ways.items():
        for one, other in combinations(found, 2):
            short, long = sorted((one[at], other[at]), key=len)
            if not long.startswith(short) and is_one_letter_apart(short, long):
                yield one, other
