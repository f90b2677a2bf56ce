"""What a text counts: "de fire nedenstående hovedopgaver", "alle 19 kommuner", "følgende tre krav"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

# Figures with these nouns say how long, how often or how much; nothing is counted up.
_MEASURES = re.compile(
    r"(?:\w*år|år\w*|\w*måned\w*|\w*uger?|\w*dage?n?e?|\w*timer?|minut\w*|sekund\w*|\w*gange?|\w*kvartal\w*|"
    r"kroner|meter|\w*kilometer|km|m2|m|ha|hektar|kg|ton|liter|procent\w*|point|\w*årsværk|grader?|"
    r"years?|months?|weeks?|days?|hours?|minutes?|times?)",
    re.IGNORECASE,
)
_MOST = 100
_BEFORE = 40
_ARTICLES = frozenset({"en", "et", "a", "an", "one"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of something a text says there are; `noun` is what is counted, with its adjectives.

    `start` and `end` are places in the passage: of the number and of the noun's end.
    """

    passage: Passage
    number: int
    noun: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as they stand."""
        return " ".join(self.passage.text[self.start : self.end].split())

    @property
    def head(self) -> str:
        """What is counted, without adjectives, in small letters."""
        return self.noun.split()[-1].lower()

    @property
    def adjectives(self) -> tuple[str, ...]:
        """The adjectives before that, in small letters."""
        return tuple(word.lower() for word in self.noun.split()[:-1])

    @property
    def span(self) -> Span | None:
        """Where the words stand in the file."""
        return self.passage.span(self.start, self.end)

    def before(self) -> str:
        """The words right before the number."""
        return self.passage.text[max(0, self.start - _BEFORE) : self.start]

    def after(self, end: int | None = None) -> str:
        """The text after the noun, up to `end`."""
        return self.passage.text[self.end : end]


def counts(passage: Passage) -> Iterator[Count]:
    """Each whole number with what it counts; not shares, money, measures, bounds or ranges."""
    for read in passage.reads:
        figure = read.value
        if read.kind != "quantity" or not isinstance(figure, Figure):
            continue
        if figure.bound or figure.upto is not None or figure.number % 1 or not 1 <= figure.number <= _MOST:
            continue
        words = figure.unit.split()
        after = _words(len(words)).match(passage.text, read.end)
        if words and after and not is_measure(figure.unit):
            yield Count(
                passage=passage,
                number=int(figure.number),
                noun=figure.unit,
                start=read.start,
                end=after.end(),
            )


def is_measure(unit: str) -> bool:
    """Whether what a figure counts says how long, how often or how much."""
    return bool(unit) and _MEASURES.fullmatch(unit.rsplit(maxsplit=1)[-1]) is not None


def is_article(read: Read) -> bool:
    """Whether a figure is a word that is an article as well: "en", "et"."""
    return isinstance(read.value, Figure) and read.value.text.lower() in _ARTICLES


@cache
def _words(number: int) -> re.Pattern[str]:
    """So many words with the space before each."""
    return re.compile(rf"(?:\s+[\w'’-]+){{{number}}}")
