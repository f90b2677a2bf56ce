"""Figures in a text: "39,010 mio. kr.", "45 pct.", "min. 600", "+/- 10%", "3-4 gange", "to lokale mål"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import Lexicon, one_of, plain
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

_WORD = re.compile(r"\s+([^\W\d]+(?:[-'’][^\W\d]+)*)")
_FRACTIONS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_ADJECTIVE = re.compile(r".{2,}(?:e|t)$")


def figures(text: str, language: str) -> Iterator[Read]:
    """Every figure, with what it counts and how the text binds it."""
    words = lexicon(language)
    for match in _pattern(language).finditer(text):
        if figure := _figure(match, text, words):
            kind = "amount" if plain(match["unit"] or match["prefix"]) in words.currencies else "quantity"
            yield Read(
                kind="amount" if kind == "amount" else "quantity",
                value=figure,
                start=match.start(),
                end=match.end(),
            )
    for match in _frequencies(language).finditer(text):
        often = words.frequencies[plain(match[0])]
        value = Figure(number=Decimal(often), unit=words.yearly, text=match[0])
        yield Read(kind="quantity", value=value, start=match.start(), end=match.end())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    thousands, decimals = re.escape(words.thousands_signs), re.escape(words.decimal_sign)
    digits = (
        rf"\d{{1,3}}(?:[{thousands}\u00a0\u202f ]\d{{3}})+(?!\d)(?:{decimals}\d+)?"
        rf"|\d+(?:{decimals}\d+)?[½¼¾]?|[½¼¾]"
    )
    number = rf"(?:{digits}|{one_of(words.numbers)}(?!\w))"
    money, percent = one_of(words.currencies), one_of(words.percents)
    to = rf"\s*(?:[-–—]|{one_of(words.to)}\b)\s*"
    # "fra 600 i 2021 til 550": a year begins no range but to another figure of four digits.
    no_year = rf"(?:(?<!\b19\d\d)(?<!\b20\d\d)|(?={to}\d{{4}}))"
    return re.compile(
        rf"(?<![\w.,])(?:(?P<bound>{one_of(words.bounds)})\s+)?"
        rf"(?:(?P<prefix>{money})\s*)?"
        r"(?P<sign>\+/-|±|(?<![\w)])[−–-](?=\d))?\s*"
        rf"(?P<number>{number})"
        rf"(?:{no_year}{to}(?P<upto>{number}))?"
        rf"(?:\s*(?P<scale>{one_of(words.scales)})(?:(?<=\.)|(?!\w)))?"
        rf"(?:\s*(?P<unit>{money}|{percent})(?!\w))?"
        rf"(?!\w|{thousands}\d|{decimals}\d)",
        re.IGNORECASE,
    )


@cache
def _frequencies(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){one_of(lexicon(language).frequencies)}(?![\w-])", re.IGNORECASE)


def _figure(match: re.Match[str], text: str, words: Lexicon) -> Figure | None:
    said = plain(match["number"])
    if said in words.ones and not _counts(text, match, words):
        return None
    scale = Decimal(words.scales[plain(match["scale"])] if match["scale"] else 1)
    sign = -1 if match["sign"] and match["sign"] in "−–-" else 1
    bound = words.bounds[plain(match["bound"])] if match["bound"] else None
    return Figure(
        number=sign * scale * _number(said, words),
        upto=scale * _number(plain(match["upto"]), words) if match["upto"] else None,
        unit=_unit(match, text, words),
        text=text[match.start() : match.end()],
        bound=bound,
    )


def _unit(match: re.Match[str], text: str, words: Lexicon) -> str:
    if match["unit"] or match["prefix"]:
        unit = plain(match["unit"] or match["prefix"])
        return words.currencies.get(unit) or words.percents[unit]
    unit = counted(text, match.end(), words)
    if unit.lower() not in words.times:
        return unit
    often = _per_time(words.per).match(text, text.index(unit, match.end()) + len(unit))
    return f"{unit} {plain(often[0])}" if often else unit


@cache
def _per_time(per: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s+{one_of(per)}(?!\w)", re.IGNORECASE)


def counted(text: str, at: int, words: Lexicon) -> str:
    """What the figure that ends at `at` counts: the noun after it, with the adjectives before that."""
    found: list[str] = []
    while (match := _WORD.match(text, at)) and match[1].lower() not in words.small:
        found.append(match[1])
        at = match.end()
        if not _ADJECTIVE.match(match[1]):
            break
    while len(found) > 1 and _ADJECTIVE.match(found[-1]):
        found.pop()
    return " ".join(found)


def _counts(text: str, match: re.Match[str], words: Lexicon) -> bool:
    """Whether an article may be the number one: a noun stands after it."""
    after = _WORD.match(text, match.end())
    return after is not None and after[1].lower() not in (words.small | words.not_after_one)


def _number(said: str, words: Lexicon) -> Decimal:
    if said in words.numbers:
        return Decimal(words.numbers[said])
    if said[-1:] in _FRACTIONS:
        return Decimal(said[:-1] or 0) + _FRACTIONS[said[-1]]
    bare = re.sub(rf"[\s{re.escape(words.thousands_signs)}]", "", said)
    return Decimal(bare.replace(words.decimal_sign, "."))
