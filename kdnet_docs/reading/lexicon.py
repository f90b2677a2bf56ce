"""The words of a language that carry figures, dates and obligations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from re import escape
from typing import Literal, TypeVar

Bound = Literal["at-least", "at-most"]
Force = Literal["shall", "should", "may", "must-not", "need-not"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """A language's words in small letters; where a word has parts, they stand with one space between."""

    decimal_sign: str
    thousands_signs: str
    months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    numbers: Mapping[str, int]
    ones: frozenset[str]
    """Words for one that are articles as well."""
    not_after_one: frozenset[str]
    """What makes such a word an article or a phrase: "en række"."""
    ordinals: Mapping[str, int]
    frequencies: Mapping[str, int]
    yearly: str
    """What those count: how many times in a year."""
    times: tuple[str, ...]
    per: tuple[str, ...]
    """In what time something is to be so many times."""
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    percents: Mapping[str, str]
    bounds: Mapping[str, Bound]
    bounds_alone: tuple[str, ...]
    """Those that bind without a figure after them."""
    references: tuple[str, ...]
    laws: tuple[str, ...]
    """What has a number and a date: "lov nr. 5 af 1. januar 2020"."""
    years_on: Mapping[str, int]
    """What stands for the year of a date: "året efter"."""
    by: tuple[str, ...]
    """What makes a day a deadline."""
    ends_of: tuple[str, ...]
    starts_of: tuple[str, ...]
    middles_of: tuple[str, ...]
    quarters: tuple[str, ...]
    halves: tuple[str, ...]
    to: tuple[str, ...]
    duties: Mapping[str, Force]
    negations: tuple[str, ...]
    not_negations: tuple[str, ...]
    """Phrases in which such a word denies nothing."""
    small: frozenset[str]
    """Words that name nothing that can be counted."""
    past: frozenset[str]
    """What tells in a clause that something was: "blev", "har"."""
    looks_back: frozenset[str]
    """What does so beside a year that has stayed as it was: "er", "siden"."""
    present: frozenset[str]
    in_year: frozenset[str]
    """What stands before the year in which something is to be: "i 2022"."""
    relative: tuple[str, ...]
    """What begins a clause about what stands before it."""
    in_force: frozenset[str]
    """What makes a date one that a new version has to move: "træder i kraft"."""
    not_now: frozenset[str]
    """What makes a year one that is looked back to: "fra 2021"."""
    defining: str
    """A pattern for words that say what something means."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, with any space between their parts."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def plain(words: str | None) -> str:
    """Words as a lexicon has them: in small letters, with one space between."""
    return " ".join((words or "").lower().split())


def words(text: str) -> tuple[str, ...]:
    """The words and phrases of a text with a bar between them."""
    return tuple(text.split("|"))


def each(meanings: Mapping[_T, str]) -> dict[str, _T]:
    """What each word means, from the words for each meaning."""
    return {word: meaning for meaning, text in meanings.items() for word in words(text)}
