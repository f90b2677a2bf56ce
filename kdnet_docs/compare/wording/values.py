"""Values and differences as a sentence says them, with the separators of the reader's language."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import assert_never

from kdnet_docs.assembly.values import decimal
from kdnet_docs.base.messages import Language, Message, Spoken, msg
from kdnet_docs.compare.fact import ByDays, ByNumber, ByYears, Difference
from kdnet_docs.document.anatomy import NOTE_MARK
from kdnet_docs.reading.danish import DANISH
from kdnet_docs.reading.english import ENGLISH
from kdnet_docs.reading.values import Day, Duty, Figure, Period, Value, Words

LONGEST = 140
"""The most characters of a passage that a sentence quotes."""


_MONEY = ("kr.", "DKK", "EUR", "USD", "GBP", "SEK", "NOK")


@dataclass(frozen=True, slots=True)
class Number:
    """A number; a difference is `signed`."""

    number: Decimal
    signed: bool = False

    def to(self, language: Language) -> str:
        """The number with its separators."""
        written = decimal(_plain(abs(self.number)), language)
        if self.number < 0:
            return f"\N{MINUS SIGN}{written}"
        return f"+{written}" if self.signed and self.number else written


def _plain(number: Decimal) -> Decimal:
    """A number without zeros at the end of its decimals."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def spoken(value: Value) -> Spoken | str:
    """A value as it stands in the document; an amount of a table's column with what it counts."""
    match value:
        case Figure() if value.unit and not re.search(r"[^\W\d]|%", value.text):
            money = value.unit in _MONEY and value.upto is None
            number = Number(value.number) if money else value.text
            return msg("{number} {unit}", number=number, unit=unit(value.unit))
        case Words() if value.text.strip() == NOTE_MARK:
            return msg("the mark of a footnote")
        case Words() | Figure() | Day() | Period() | Duty():
            return shortened(value.text)
        case _:
            assert_never(value)


def difference(by: Difference) -> Message:
    """How far apart two values are: "+227.000 kr., +2,2 pct."."""
    match by:
        case ByNumber(amount=amount, per_cent=None):
            return _counted(amount, by.unit)
        case ByNumber(amount=amount, per_cent=per_cent):
            share = Number(_rounded(per_cent or Decimal(0)), signed=True)
            return msg("{amount}, {share} per cent", amount=_counted(amount, by.unit), share=share)
        case ByDays(days=1):
            return msg("1 day later")
        case ByDays(days=-1):
            return msg("1 day earlier")
        case ByDays(days=days) if days > 0:
            return msg("{days} days later", days=Number(Decimal(days)))
        case ByDays(days=days):
            return msg("{days} days earlier", days=Number(Decimal(-days)))
        case ByYears(years=years):
            return _years(years)
        case _:
            assert_never(by)


def apart(by: ByDays, old: Value | None, new: Value | None) -> Message:
    """The same of two times in whole years or months where they are that far apart: "2 år senere"."""
    first, last = _last_day(old), _last_day(new)
    if first is None or last is None or (last - first).days != by.days:
        return difference(by)
    months = _whole_months(first, last)
    if months and months % 12 == 0:
        return _years(months // 12)
    match months:
        case 0:
            return difference(by)
        case 1:
            return msg("1 month later")
        case -1:
            return msg("1 month earlier")
        case _ if months > 0:
            return msg("{months} months later", months=Number(Decimal(months)))
        case _:
            return msg("{months} months earlier", months=Number(Decimal(-months)))


def _years(years: int) -> Message:
    match years:
        case 1:
            return msg("1 year later")
        case -1:
            return msg("1 year earlier")
        case _ if years > 0:
            return msg("{years} years later", years=Number(Decimal(years)))
        case _:
            return msg("{years} years earlier", years=Number(Decimal(-years)))


def _whole_months(first: date, last: date) -> int:
    """How many months later a day is, 0 if it is another day of its month: the last is always the last."""
    ends = all((day + timedelta(days=1)).month != day.month for day in (first, last))
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if ends or first.day == last.day else 0


def _last_day(value: Value | None) -> date | None:
    match value:
        case Day():
            return value.day
        case Period():
            return value.last
        case _:
            return None


def not_whole_months(old: Value | None, new: Value | None) -> bool:
    """Whether two times, one of them a month or longer, are no whole months apart: days say nothing then."""
    first, last = _last_day(old), _last_day(new)
    if not isinstance(old, Period) and not isinstance(new, Period):
        return False
    return first is None or last is None or not _whole_months(first, last)


def _counted(amount: Decimal, of: str) -> Message:
    number = Number(amount, signed=True)
    return msg("{number} {unit}", number=number, unit=unit(of)) if of else msg("{number}", number=number)


def unit(name: str) -> Spoken | str:
    """What a figure counts; percentage points are no document's own words."""
    return msg("percentage points") if name == "procentpoint" else name


_FREQUENCIES = {*DANISH.frequencies, *ENGLISH.frequencies}
_OFTEN = re.compile(r"(?:gang|gange|times?)\b")


def is_frequency(value: Figure) -> bool:
    """Whether a figure says how often in a time: "to gange om året", "månedligt"."""
    return bool(_OFTEN.match(value.unit)) and " " in value.unit


def how_often(value: Figure) -> str:
    """A frequency with the words that it counts by, where it does not stand as one word."""
    alone = value.text.lower() in _FREQUENCIES
    return value.text if alone or value.text.endswith(value.unit) else f"{value.text} {value.unit}"


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def shortened(text: str) -> str:
    """A passage on one line, cut between two words where it is long."""
    line = " ".join(text.replace(NOTE_MARK, "").split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"


def _rounded(per_cent: Decimal) -> Decimal:
    return per_cent.quantize(Decimal("0.1"))
