"""Digits that count nothing: references ("kapitel 3", "§ 7, stk. 2"), enumerations, times, names."""

import re
from collections.abc import Iterator
from functools import cache

from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Words

_NAMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+",
        r"(?<!\w)kl\.\s*\d{1,2}(?:[.:]\d\d)?(?!\w)|(?<![\w.:])\d{1,2}:\d\d(?![\w:])",
        r"(?:\A|(?<=[:;,.]\s)|(?<=\bog\s)|(?<=\band\s)|(?<=\bpå\s))\d{1,2}\)",
        r"(?<!\w)[^\W\d_]+(?:[-.]\d+|\d+)\w*(?:-\w+)*",  # covid-19, B2B, REACT2
        r"(?<![\w.,])\d+-[^\W\d_]+",  # 19-årige
        r"(?<![\w.,])\d{1,3}(?:\.\d{1,2}){2,}(?!\w)",  # 2.3.1
        r"(?<![\w.,])\d+(?:/\d+)+(?!\w)",
        r"(?<!\w)tlf\.?:?\s*(?:\+\d\d\s?)?\d\d(?:\s?\d\d){3}",
    )
)


def references(text: str, language: str) -> Iterator[Read]:
    """References by number; a law with its date is one."""
    for pattern in _references(language):
        for match in pattern.finditer(text):
            words = match[0]
            yield Read(kind="reference", value=Words(text=words), start=match.start(), end=match.end())


def names(text: str, language: str) -> Iterator[Read]:
    """Digits in names, enumerations, times of day and addresses."""
    for pattern in (*_NAMES, _points(language)):
        for match in pattern.finditer(text):
            yield Read(kind="name", value=Words(text=match[0]), start=match.start(), end=match.end())


@cache
def _points(language: str) -> re.Pattern[str]:
    """Numbers of points such as "2.3" where a point parts thousands."""
    return re.compile(
        rf"(?<![\w.,])\d{{1,3}}[{re.escape(lexicon(language).thousands_signs)}]\d{{1,2}}(?![\w]|[.,]\d)"
    )


@cache
def _references(language: str) -> tuple[re.Pattern[str], ...]:
    words = lexicon(language)
    number = r"\d+(?:\.\d+)*(?:[a-z](?!\w))?"
    several = rf"{number}(?:\s*(?:,|-|–|og|eller|and|or)\s*{number}(?!\.?\s*\w*\d))*"
    counted = one_of((*words.percents, *words.currencies, *words.scales, *words.months))
    one = rf"{one_of(words.references)}\s*{several}(?!\d|[.,]\d|\s*{counted})"
    dated = r"\d{1,2}\.?\s+[^\W\d]+\s+\d{4}"
    return (
        re.compile(
            rf"(?<!\w){one_of(words.laws)}\s+(?:\(\w+\)\s*)?{one_of(('nr.', 'nr', 'no.', 'no'))}\s*[\d/]+"
            rf"(?:\s+(?:af|of)\s+(?:d\.\s*)?{dated})?",
            re.IGNORECASE,
        ),
        re.compile(rf"(?<![\w]){one}(?:,\s*{one})*", re.IGNORECASE),
    )
