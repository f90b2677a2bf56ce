"""Figures from stated data, how far apart they are, and whether words differ by the shift of years alone."""

from decimal import Decimal, InvalidOperation
from typing import Literal

from kdnet_docs.compare.fact import ByNumber
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.reading.values import Figure

_MONEY = {"DKK": "kr."}


def only_years_shifted(old: str, new: str, step: int) -> bool:
    """Whether two texts are the same once every year of the old is `step` years later."""
    return old == new or (bool(step) and YEAR.sub(lambda year: str(int(year[0]) + step), old) == new)


def number(text: str, language: str) -> Decimal | None:
    """A number as the engine writes it in a cell; None where there is none."""
    group, point = (".", ",") if language == "da" else (",", ".")
    plain = text.strip().replace(group, "").replace(point, ".").replace("\N{MINUS SIGN}", "-")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def money(text: str, language: str, scale: int, currency: str) -> Figure | None:
    """An amount in a column that counts `scale` of a currency."""
    value = number(text, language)
    if value is None:
        return None
    return Figure(number=value * scale, unit=_MONEY.get(currency, currency), text=text)


def by_number(old: Figure | None, new: Figure | None, *, per_cent: bool = False) -> ByNumber | None:
    """The difference of two figures of one unit; between shares it is counted in percentage points."""
    if old is None or new is None or old.unit != new.unit:
        return None
    by = new.number - old.number
    unit = "procentpoint" if old.unit in ("pct.", "%", "procent") else old.unit
    share = by * 100 / abs(old.number) if per_cent and old.number else None
    return ByNumber(amount=by, unit=unit, per_cent=round(share, 4) if share is not None else None)


def direction(by: ByNumber | None) -> Literal["raised", "lowered"] | None:
    """Which way a figure went."""
    if by is None or not by.amount:
        return None
    return "raised" if by.amount > 0 else "lowered"
