"""Words that speak of a year, so that they speak of a later one."""

import re
from calendar import isleap

from kdnet_docs.reading.dates import YEAR
from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of, plain
from kdnet_docs.rollforward.versions import Versions

_SHORT = re.compile(r"(?<=\d[./-])\d\d(?!\d|[./-]\d)")
_LEAP_DAY = re.compile(r"(?<!\d)29(?=\D)|(?<=-02-)29(?!\d)")


def shifted(words: str, years: int) -> str:
    """The words with every year so much later, those of two digits too ("2021/22"); nothing else is another.

    A 29th of February is a 28th where the later year has none.
    """
    moved = YEAR.sub(lambda year: str(int(year[0]) + years), words)
    if (stated := YEAR.search(moved)) is None:
        return _SHORT.sub(lambda year: f"{(int(year[0]) + years) % 100:02}", moved)
    if re.search(r"(?:19|20)\d\d\s?[-–/]\d\d(?![\d-])", moved):
        moved = re.sub(
            r"(?<=\d\d\d\d)(\s?[-–/])(\d\d)(?![\d-])",
            lambda tail: f"{tail[1]}{(int(tail[2]) + years) % 100:02}",
            moved,
        )
    if not isleap(int(stated[0])) and re.search(r"feb|-02-", moved, re.IGNORECASE):
        moved = _LEAP_DAY.sub("28", moved)
    return moved


def to_month(words: str, versions: Versions, language: str) -> str:
    """Words that name the month of the old version, with that of the new: "september 2021"."""
    months = lexicon(language).months
    names = {number: name for name, number in months.items() if not name.endswith(".")}
    moved = str(YEAR.sub(str(versions.new.year), words))

    def named(month: re.Match[str]) -> str:
        if versions.new.month is None or months[plain(month[0])] != versions.old.month:
            return month[0]
        name = names[versions.new.month]
        return name.capitalize() if month[0][0].isupper() else name

    return re.sub(rf"(?<!\w){one_of(months)}(?!\w)", named, moved, flags=re.IGNORECASE)
