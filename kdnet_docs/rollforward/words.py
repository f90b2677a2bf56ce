"""The words that say whether a time is looked back to, measured against, or part of a name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Patterns of one language.

    `past`: a clause that tells what was.
    `told` and `told_after`: a verb in the past right before a time, and right after it.
    `done`: an "er" before it, and a participle right after it.
    `baseline`: that something is measured against the time after it.
    `agreed`: what has a date or a period as part of its name.
    `dated`: words between such a thing and its date; `of`: those that cannot be the day it takes effect.
    `named`: that a year right after it is part of a name.
    `in_`: that something is to be in the year after it.
    `to_be`: a sentence that asks something of somebody.
    `prices`: what follows the year whose prices are meant.
    `weekday`: the name of a day of the week right before a date.
    """

    past: re.Pattern[str]
    told: re.Pattern[str]
    told_after: re.Pattern[str]
    done: tuple[re.Pattern[str], re.Pattern[str]]
    baseline: re.Pattern[str]
    agreed: re.Pattern[str]
    dated: re.Pattern[str]
    of: re.Pattern[str]
    named: re.Pattern[str]
    in_: re.Pattern[str]
    to_be: re.Pattern[str]
    prices: re.Pattern[str]
    weekday: re.Pattern[str]


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return _compiled(rf"(?<!\w){one_of(words)}(?!\w)")


_DANISH = Words(
    past=_any_of(lexicon("da").past),
    told=_compiled(r"(?<!\w)(?!vejled|modtag)(?:\w{2,}(?:ede|(?<!s)te)|viste)\s+(?:i|den|d\.|pr\.)\s*$"),
    told_after=_compiled(r"\s+(?!vejled)(?:\w{2,}(?:ede|(?<!s)te)|viste)(?!\w)"),
    done=(
        _compiled(r"(?<!\w)er(?!\w)"),
        _compiled(r"\s+(?:\w{3,}et|\w*(?:ført|lagt|sat|sendt|holdt))(?!\w)"),
    ),
    baseline=_compiled(
        r"(?:(?<!\w)(?:i\s+forhold\s+til|ift\.|sammenlignet\s+med|siden|fra|mod|end|baseline\w*|udgangspunkt\w*)"
        r"(?:\s+[\w'-]+){0,4}|måling\w*)(?:\s+(?:i|fra|den|d\.|pr\.))?\s*$"
    ),
    agreed=_compiled(
        r"\w*(?:aftale|lov|bekendtgørelse|cirkulære|strategi|handlingsplan|plan|program|vedtægt|kontrakt"
        r"|budget|rapport|forordning|direktiv|udspil|forlig|protokol|periode|afgørelse|beslutning|brev)\w*"
    ),
    dated=_compiled(r"(?<!\w)(?:af|fra|dateret|indgået|underskrevet|vedtaget)(?:\s+(?:den|d\.))?\s*$"),
    of=_compiled(r"(?<!\w)(?:af|dateret|underskrevet|vedtaget)(?:\s+(?:den|d\.))?\s*$"),
    named=_compiled(r"\w*(?:aftale|strategi|plan|program|vision|kampagne|budget|projekt)\s+$"),
    in_=_compiled(r"(?<!\w)i\s+$"),
    to_be=_compiled(
        r"(?<!\w)(?:skal|bør|kan|må|vil|forventes|afholdes|gennemføres|opgøres|udarbejdes|senest)(?!\w)"
    ),
    prices=_compiled(r"-?(?:pris|p/?l\b)"),
    weekday=_compiled(r"(?<!\w)(?:man|tirs|ons|tors|fre|lør|søn)dag,?\s+$"),
)
_ENGLISH = Words(
    past=_any_of(lexicon("en").past),
    told=_compiled(r"(?<!\w)\w{3,}ed\s+(?:in|on)\s*$"),
    told_after=_compiled(r"\s+\w{3,}ed(?!\w)"),
    done=(_compiled(r"(?<!\w)(?:is|are)(?!\w)"), _compiled(r"\s+\w{3,}ed(?!\w)")),
    baseline=_compiled(
        r"(?:(?<!\w)(?:relative\s+to|compared\s+(?:with|to)|since|from|against|than|baseline)"
        r"(?:\s+[\w'-]+){0,4}|measurement|survey)(?:\s+(?:in|of|from|on))?\s*$"
    ),
    agreed=_compiled(
        r"\w*(?:agreement|act|order|regulation|directive|strategy|plan|programme|statute|contract|budget"
        r"|report|protocol|period)\w*"
    ),
    dated=_compiled(r"(?<!\w)(?:of|dated|from|signed|adopted)(?:\s+on)?\s*$"),
    of=_compiled(r"(?<!\w)(?:of|dated|signed|adopted)(?:\s+on)?\s*$"),
    named=_compiled(r"(?:agreement|strategy|plan|programme|vision|campaign|budget|project)\s+$"),
    in_=_compiled(r"(?<!\w)in\s+$"),
    to_be=_compiled(r"(?<!\w)(?:shall|must|should|may|can|will|is to|are to|no later than)(?!\w)"),
    prices=_compiled(r"[\s-]+prices"),
    weekday=_compiled(r"(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+$"),
)

_WORDS: Mapping[str, Words] = MappingProxyType({"da": _DANISH, "en": _ENGLISH})


def words_of(language: str) -> Words:
    """The words of a language."""
    return _WORDS[language]
