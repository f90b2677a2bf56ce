"""The words of a document, by how they are spelled."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.subject import Subject

Name: TypeAlias = tuple[str, ...]
"""The words of a name."""

# A word, or else what is none: an address, "lab.15".
_WORD = re.compile(
    r"(?P<word>(?<![\w-])[^\W\d_]++(?:['’-][^\W\d_]++)*+(?![\w-]|[.@]\w|://))"
    r"|(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|(?<!\w)[^\W_]++(?:\.[^\W_]++)++"
)
_INSIDE_SENTENCE = re.compile(r"[^\W\d_],?[ \n]\Z")
_APOSTROPHE = re.compile("['’]")
# The endings of Danish nouns, verbs and adjectives: "husene", "husets", "afrapporteres".
_ENDING = re.compile(r"(?<=.{4})(?:ernes?|enes?|eres?|ers?|ens?|ets?|es?|s)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word where it stands; `number` counts the words of the document."""

    number: int
    text: str
    passage: Passage
    start: int
    end: int

    @property
    def is_inside(self) -> bool:
        """Whether nothing before it gives it a capital letter: no full stop, no quotation mark."""
        before = self.passage.text[max(0, self.start - 3) : self.start]
        return _INSIDE_SENTENCE.search(before) is not None

    @property
    def has_capital(self) -> bool:
        """Whether it begins with a capital letter and goes on with small ones."""
        return self.text[0].isupper() and self.text[1:].islower()

    @property
    def span(self) -> Span | None:
        """Its place in the file; None for a word that the engine made."""
        return self.passage.span(self.start, self.end)


@lru_cache(maxsize=2)
def words_of(subject: Subject) -> tuple[tuple[Word, ...], ...]:
    """The words of each Danish passage in reading order, without addresses and halves ("drifts-")."""
    number, read = 0, []
    for passage in subject.passages:
        if passage.is_danish:
            read.append(tuple(_words(passage, number)))
            number += len(read[-1])
    return tuple(read)


def _words(passage: Passage, number: int) -> Iterator[Word]:
    found = (one for one in _WORD.finditer(passage.text) if one["word"])
    for number_here, one in enumerate(found, start=number):
        start, end = one.span()
        yield Word(number=number_here, text=one["word"], passage=passage, start=start, end=end)


@lru_cache(maxsize=2)
def vocabulary(subject: Subject) -> Mapping[str, tuple[Word, ...]]:
    """Where each word stands, by its spelling in small letters."""
    uses: dict[str, list[Word]] = defaultdict(list)
    for words in words_of(subject):
        for word in words:
            uses[word.text.lower()].append(word)
    return {text: tuple(words) for text, words in uses.items()}


def stem(word: str) -> str:
    """A word in small letters without its ending, as far as its letters tell: "smv" of "SMV'ernes"."""
    return _ENDING.sub("", _APOSTROPHE.split(word.lower())[0])


def bare(word: str) -> str:
    """A word without the s of the genitive."""
    return word.removesuffix("'s").removesuffix("s")


def is_run(words: Sequence[Word]) -> bool:
    """Whether nothing but a space stands between the words."""
    return all(one.end + 1 == other.start for one, other in pairwise(words))
