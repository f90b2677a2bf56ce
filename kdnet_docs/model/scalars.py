"""The types of single values: each reads a scalar node the way its field means it."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import MINYEAR, date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from kdnet_docs.base.codes import Code, Severity, code_called
from kdnet_docs.base.messages import msg
from kdnet_docs.base.nodes import ScalarNode
from kdnet_docs.base.spans import Span, Wording
from kdnet_docs.model.problems import FieldError

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_AMOUNT = re.compile(
    r"(?P<number>[+\-\u2212]?\d[\d.,\u00a0 ]*?)\s*"
    r"(?P<unit>kr\.|mio\. kr\.|mia\. kr\.|t\.kr\.|1\.000 kr\.|1000 kr\.|pct\.|%|DKK|EUR)?"
)
_SCALES = {
    "mio. kr.": 1_000_000,
    "mia. kr.": 1_000_000_000,
    "t.kr.": 1000,
    "1.000 kr.": 1000,
    "1000 kr.": 1000,
}
_UNIT = re.compile(r"(?:(?P<scale>1|1000|1\.000|1000000|1\.000\.000) )?(?P<currency>[A-Z]{3}|kr\.)")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LONG_DATE = re.compile(r"(\d{1,2})\.? (\w+) (\d{4})")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as an author wrote it; `scale` is what "mio. kr." multiplies it by."""

    number: Decimal
    scale: int
    span: Span

    @property
    def value(self) -> Decimal:
        """The number with its scale taken in."""
        return self.number * self.scale


@dataclass(frozen=True, slots=True)
class Unit:
    """What the numbers of a column count: "1000 DKK" is (1000, "DKK")."""

    scale: int
    currency: str


def locale_of(language: str) -> str:
    """The locale in which a document of `language` writes its numbers and dates."""
    return {"da": "da_DK", "en": "en_GB"}[language]


def _scalar(node: Any) -> ScalarNode:
    if not isinstance(node, ScalarNode):
        raise FieldError(
            Code.WRONG_SHAPE,
            msg("a single value belongs here, not a list or keys"),
            msg('text with ": " in it, or beginning with "[" or "{{", goes in quotes or below a |'),
        )
    return node


def _reader(read: Callable[[ScalarNode, str], Any]) -> Callable[[Any, ValidationInfo], Any]:
    def validate(node: Any, info: ValidationInfo) -> Any:
        return read(_scalar(node), (info.context or {}).get("language", "da"))

    return validate


def read_amount(node: ScalarNode, language: str) -> Amount:
    """An amount in the document's way of writing numbers: `39.010`, `39,010 mio. kr.`."""
    from babel.numbers import NumberFormatError, parse_decimal

    if match := _AMOUNT.fullmatch(node.text.strip()):
        number = match["number"].replace("\u2212", "-")
        try:
            parsed = parse_decimal(number, locale=locale_of(language), strict=True)
        except NumberFormatError as error:
            if suggestions := getattr(error, "suggestions", None):
                raise FieldError(
                    Code.BAD_AMOUNT,
                    msg('"{text}" can be read in two ways as a number', text=node.text),
                    msg("did you mean {choices}?", choices=" / ".join(suggestions)),
                ) from error
        else:
            return Amount(parsed, _SCALES.get(match["unit"] or "", 1), node.span)
    raise FieldError(
        Code.BAD_AMOUNT,
        msg('"{text}" is not a number', text=node.text),
        msg('numbers are written "39.010", "1.417,50", "65 pct." or "39,010 mio. kr."')
        if language == "da"
        else msg('numbers are written "39,010", "1,417.50" or "65%"'),
    )


def read_date(node: ScalarNode, language: str) -> date:
    """A date as `2022-01-01` or `1. januar 2022`."""
    text = node.text.strip()
    year, month, day = _parts(text, language)
    try:
        return date(year, month, day)
    except ValueError as error:
        if year >= MINYEAR and month in range(1, 13):
            raise FieldError(
                Code.BAD_DATE,
                msg('there is no date "{text}"', text=text),
                msg(
                    "{month} {year} has {days} days",
                    month=_months(language)[month],
                    year=year,
                    days=monthrange(year, month)[1],
                ),
            ) from error
        raise FieldError(
            Code.BAD_DATE,
            msg('"{text}" is not a date', text=text),
            msg('dates are written "2022-01-01" or "1. januar 2022"')
            if language == "da"
            else msg('dates are written "2022-01-01" or "1 January 2022"'),
        ) from error


def _parts(text: str, language: str) -> tuple[int, int, int]:
    """Year, month and day, each 0 if it cannot be read."""
    if match := _ISO_DATE.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _LONG_DATE.fullmatch(text):
        months = {name.lower(): number for number, name in _months(language).items()}
        return int(match[3]), months.get(match[2].lower(), 0), int(match[1])
    return 0, 0, 0


def _months(language: str) -> Mapping[int, str]:
    from babel.dates import get_month_names

    names = get_month_names("wide", locale=locale_of(language))
    return {number: names[number] for number in range(1, 13)}


def _read_id(node: ScalarNode, _language: str) -> str:
    if not _ID.fullmatch(node.text):
        raise FieldError(
            Code.BAD_ID,
            msg('"{text}" cannot be an id', text=node.text),
            msg("an id has small letters a-z, digits and hyphens, and begins with a letter or digit"),
        )
    return node.text


def _read_bool(node: ScalarNode, _language: str) -> bool:
    known = {"true": True, "ja": True, "yes": True, "false": False, "nej": False, "no": False}
    if node.text.lower() not in known:
        raise FieldError(
            Code.BAD_VALUE, msg('"{text}" is neither yes nor no', text=node.text), msg("write true or false")
        )
    return known[node.text.lower()]


def _read_point_number(node: ScalarNode, _language: str) -> int:
    if not re.fullmatch(r"0*[1-9][0-9]{0,2}", node.text):
        raise FieldError(
            Code.BAD_VALUE,
            msg('"{text}" cannot be the number of a point', text=node.text),
            msg("points have numbers from 1 to 999"),
        )
    return int(node.text)


def _read_decimal(node: ScalarNode, _language: str) -> Decimal:
    if not re.fullmatch(r"[0-9]{1,6}([.,][0-9]{1,6})?", node.text):
        raise FieldError(Code.BAD_VALUE, msg('"{text}" is not a number', text=node.text))
    return Decimal(node.text.replace(",", "."))


def _read_unit(node: ScalarNode, _language: str) -> Unit:
    if match := _UNIT.fullmatch(node.text):
        return Unit(int((match["scale"] or "1").replace(".", "")), match["currency"])
    raise FieldError(
        Code.BAD_VALUE,
        msg('"{text}" is not a unit of money', text=node.text),
        msg('units are written "1000 DKK" or "DKK"'),
    )


def _read_said(node: ScalarNode, _language: str) -> str:
    if not node.text.strip():
        raise FieldError(Code.BAD_VALUE, msg("something must be written here"))
    return node.text


def _read_silenced_code(node: ScalarNode, _language: str) -> Code:
    code = code_called(node.text)
    if code is None:
        raise FieldError(
            Code.BAD_VALUE,
            msg('there is no finding "{code}"', code=node.text),
            msg('write the code as the finding has it, such as "KD570"'),
        )
    if code.may_be_silenced:
        return code
    is_of_words = code.value.startswith(("KD3", "KD5"))
    if code.severity is Severity.ERROR:
        hint = msg("put right what it finds: only warnings and notes can be silenced, never errors")
    elif is_of_words:
        hint = msg("delete the line that it points at, or do what it says: it cannot be meant as it stands")
    else:
        hint = msg("put right what it finds: only what is found in the words, KD3 and KD5, can be silenced")
    raise FieldError(Code.BAD_VALUE, msg("{code} cannot be silenced", code=code.value), hint)


# What an editor takes a value for, which guesses its type as YAML does: it is held against the schema so.
_Guessed: TypeAlias = str | float | bool

Prose: TypeAlias = Annotated[
    Wording, PlainValidator(_reader(lambda n, _: n.wording), json_schema_input_type=_Guessed)
]
"""Markdown of any number of paragraphs."""

Line: TypeAlias = Annotated[
    Wording, PlainValidator(_reader(lambda n, _: n.wording), json_schema_input_type=_Guessed)
]
"""Markdown that stays within one paragraph: a title, a label."""

Word: TypeAlias = Annotated[
    str, PlainValidator(_reader(lambda n, _: n.text), json_schema_input_type=_Guessed)
]
"""Text that is taken as it stands."""

Said: TypeAlias = Annotated[str, PlainValidator(_reader(_read_said), json_schema_input_type=_Guessed)]
"""Text that is taken as it stands, and says something."""

SilencedCode: TypeAlias = Annotated[
    Code,
    PlainValidator(_reader(_read_silenced_code)),
    WithJsonSchema({"type": "string", "enum": [code.value for code in Code if code.may_be_silenced]}),
]

Id: TypeAlias = Annotated[str, PlainValidator(_reader(_read_id), json_schema_input_type=str | int)]
Date: TypeAlias = Annotated[date, PlainValidator(_reader(read_date), json_schema_input_type=str)]
Flag: TypeAlias = Annotated[
    bool,
    PlainValidator(_reader(_read_bool), json_schema_input_type=bool | Literal["ja", "nej", "yes", "no"]),
]
PointNumber: TypeAlias = Annotated[
    int, PlainValidator(_reader(_read_point_number), json_schema_input_type=int)
]
Number: TypeAlias = Annotated[
    Decimal, PlainValidator(_reader(_read_decimal), json_schema_input_type=float | str)
]
Money: TypeAlias = Annotated[Amount, PlainValidator(_reader(read_amount), json_schema_input_type=float | str)]
MoneyUnit: TypeAlias = Annotated[Unit, PlainValidator(_reader(_read_unit), json_schema_input_type=str)]


def text_of(node: Any) -> Any:
    """A scalar's text for a field with fixed choices."""
    return _scalar(node).text
