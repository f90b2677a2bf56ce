"""Other ways to write closed numbers and days: "14.250.000" is "14,25 mio.", and a date has words."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kdnet_docs.assembly.values import long_date

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MILLION = 1_000_000
_MILLIONS = ("mio", "mill", "million", "millioner")


def millions(number: str) -> Iterator[str]:
    """A number as so many millions, from its digits; nothing where it is less than one."""
    whole = re.sub(r"\D", "", re.sub(r",\d{1,2}$", "", number))
    if not whole or int(whole) < _MILLION:
        return
    figure = Decimal(whole) / _MILLION
    for written in dict.fromkeys((f"{figure:f}", f"{figure:.1f}", f"{figure:.2f}", f"{figure:.3f}")):
        if Decimal(written) == figure:
            yield from (f"{written} {word}" for word in _MILLIONS)


def days(text: str) -> Iterator[str]:
    """A day in words and in numbers, where the text is one as sources write it."""
    match = _DAY.fullmatch(text.strip())
    if not match:
        return
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return
    yield from (long_date(day, language) for language in ("da", "en"))
    yield from (f"{day:%d-%m-%Y}", f"{day.day}-{day.month}-{day.year}")
