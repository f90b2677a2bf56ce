"""What parameters in prose can speak of, and how it is written in the document's language.

A parameter is a path and perhaps one filter: `{{ tables.fordeling.total.beloeb | mio }}`. There is
nothing more to the language, so there is nothing that could be executed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias, assert_never

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.model.scalars import locale_of

CLOSED = "closed"
"""The parameter that stands for words which are closed."""

_EXPRESSION = re.compile(r"(?P<path>[\w-]+(?:\.[\w-]+)*)(?:\s*\|\s*(?P<filter>\w+))?")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of a currency, as a column counts it: 39010 of 1000 DKK."""

    number: Decimal
    scale: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, which can be counted."""

    count: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure and what it counts: 45 "pct."."""

    number: Decimal
    unit: str


Scope: TypeAlias = Mapping[str, "Value"]
Value: TypeAlias = "str | date | Decimal | Money | Rows | Quantity | Scope"


def resolve(expression: str, scope: Scope, language: str, span: Span) -> str | Diagnostic:
    """The words of an expression, or the finding that says what is wrong with it."""
    match = _EXPRESSION.fullmatch(expression)
    if not match:
        return Diagnostic(
            code=Code.PARAMETER_SYNTAX,
            message=msg('"{text}" is not a parameter', text=expression),
            span=span,
            hint=msg("a parameter is a name with dots and perhaps a filter: {{{{ targets.kendskab }}}}"),
        )
    value: Value = scope
    walked: list[str] = []
    for name in match["path"].split("."):
        if isinstance(value, Quantity):
            value = {"value": value.number, "unit": value.unit}
        if not isinstance(value, Mapping) or name not in value:
            return _unknown(name, walked, value, span)
        value = value[name]
        walked.append(name)
    words = write(value, match["filter"], language)
    if isinstance(words, Message):
        return Diagnostic(code=Code.PARAMETER_FAILED, message=words, span=span, hint=_ending(value))
    return words


def _unknown(name: str, walked: list[str], value: Value, span: Span) -> Diagnostic:
    known = tuple(value) if isinstance(value, Mapping) else ()
    where = ".".join(walked)
    return Diagnostic(
        code=Code.PARAMETER_UNKNOWN,
        message=msg('there is no "{name}" in "{where}"', name=name, where=where)
        if where
        else msg('there is no parameter "{name}"', name=name),
        span=span,
        hint=did_you_mean(name, known)
        or (msg("known are {names}", names=", ".join(known)) if known else None),
    )


def _ending(value: Value) -> Message | None:
    if isinstance(value, Mapping) and value:
        return msg("go on with a dot and one of {names}", names=", ".join(value))
    if isinstance(value, Rows):
        return msg('add "| count"')
    return None


def write(value: Value, how: str | None, language: str) -> str | Message:
    """A value in words; `how` is a filter's name. A message says why the two do not fit."""
    match value, how:
        case Rows(count=count), "count":
            return str(count)
        case Money(number=number, scale=scale), "mio":
            return millions(number * scale, language)
        case _, str():
            return (
                msg('the filter "{name}" does not fit this value', name=how)
                if how in ("count", "mio")
                else msg('there is no filter "{name}"; there are count and mio', name=how)
            )
        case str(), None:
            return value
        case Decimal(), None:
            return decimal(value, language)
        case date(), None:
            return long_date(value, language)
        case Money(number=number), None:
            return decimal(number, language)
        case Quantity(number=number, unit=unit), None:
            return f"{decimal(number, language)} {unit}".rstrip()
        case Rows() | Mapping(), None:
            return msg("this parameter is not a single value")
        case _:
            assert_never((value, how))


def decimal(number: Decimal, language: str) -> str:
    """A number with the separators of the language, and the decimals it was written with."""
    from babel.numbers import format_decimal

    decimals = max(-int(number.as_tuple().exponent), 0)
    return format_decimal(number, "#,##0" + "." * bool(decimals) + "0" * decimals, locale=locale_of(language))


def millions(number: Decimal, language: str) -> str:
    """An amount in millions with three decimals: "39,010 mio. kr."."""
    rounded = (number / 1_000_000).quantize(Decimal("0.001"), ROUND_HALF_UP)
    return f"{decimal(rounded, language)} {_MILLIONS[language]}"


_MILLIONS = {"da": "mio. kr.", "en": "million"}


def long_date(day: date, language: str) -> str:
    """A date in words: "1. januar 2022"."""
    from babel.dates import format_date

    return format_date(day, "long", locale=locale_of(language))
