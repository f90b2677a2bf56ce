"""How far a text binds: "skal", "bør ikke", "er forpligtet til", "ikke", "som minimum"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of, plain
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Duty

Force = Literal["shall", "should", "may", "must-not", "need-not", "at-least", "at-most", "none"]


def obligations(text: str, language: str) -> Iterator[Read]:
    """Every obligation; a negation right after it is part of it, one elsewhere stands for itself."""
    words = lexicon(language)
    for match in _duties(language).finditer(text):
        force: Force = words.duties[plain(match["duty"])]
        if match["not"]:
            force = negated(force)
        yield _read("duty", force, match)
    for match in _negations(language).finditer(text):
        yield _read("negation", "none", match)
    for match in _bounds(language).finditer(text):
        yield _read("bound", words.bounds[plain(match[0])], match)


def negated(force: Force) -> Force:
    """What remains of an obligation with "ikke"."""
    return "must-not" if force in ("shall", "should", "may") else force


def _read(kind: Literal["duty", "negation", "bound"], force: Force, match: re.Match[str]) -> Read:
    return Read(kind=kind, value=Duty(force=force, text=match[0]), start=match.start(), end=match.end())


@cache
def _duties(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    # "skal ikke alene ..., men også" denies nothing, and so does "skal ikke mindst".
    after = one_of(phrase.partition(" ")[2] for phrase in words.not_negations if " " in phrase)
    return re.compile(
        rf"(?<!\w)(?P<duty>{one_of(words.duties)})(?!\w)"
        rf"(?P<not>\s+{one_of(words.negations)}(?!\w)(?!\s+{after}))?",
        re.IGNORECASE,
    )


@cache
def _negations(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    harmless = one_of((*words.not_negations, *(bound for bound in words.bounds if " " in bound)))
    return re.compile(
        rf"(?<!\w)(?!{harmless}(?!\w)){one_of(words.negations)}(?!\w)(?<!om ikke)", re.IGNORECASE
    )


@cache
def _bounds(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?<!ikke )(?<!not ){one_of(lexicon(language).bounds_alone)}(?!\w)", re.IGNORECASE
    )
