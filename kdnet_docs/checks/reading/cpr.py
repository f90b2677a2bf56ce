"""CPR numbers in a text: ten digits that begin with a day on which somebody alive may be born."""

import re
from collections.abc import Iterator
from datetime import date

_NUMBER = re.compile(
    r"(?<![\d.,/:–-])(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)(?P<between>[-– ]?)(?P<rest>\d{4})"
    r"(?!\d|[.,/:–-]\d)"
)
_SAYS_SO = re.compile(r"\bcpr\b|\bperson-?(?:nummer|nr\b)|\bfødt\b|\bpersonal id", re.IGNORECASE)
_SAYS_OTHERWISE = re.compile(
    r"(?:(?:(?:sag|journal|konto|faktura|ordre|dok\w*|matrikel|tlf|telefon|mobil|reference)s?"
    r"|\b(?:j|p|ref|reg|id|tel|fax|cvr|ean|iban|gln|se|isbn|issn|doi))[-. ]{0,2}(?:nr|no|nummer|number|id)?"
    r"|(?:kunde|løbe|projekt|akt|medlems)[- ]?(?:nr|nummer))"
    r"[.:]{0,2}[ \t]*(?:\d{4}[ -]?)?\Z",
    re.IGNORECASE,
)
"""What a number is called that is none of a person: "sagsnr. ", "konto 7290"."""
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_BEFORE = 40
"""Letters before a number that may say what it is."""


def cpr_numbers(text: str, today: date) -> Iterator[tuple[int, int]]:
    """Where each CPR number stands, as far as can be told.

    With a hyphen and a day of birth it is one unless it is called something else. Without a hyphen its sum
    must be right too, which that of numbers since 2007 need not be, or words must say what it is.
    """
    for match in _NUMBER.finditer(text):
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        if _is_born(match, today) and (_SAYS_SO.search(before) or _looks_so(match, before)):
            yield match.span()


def _looks_so(match: re.Match[str], before: str) -> bool:
    if _SAYS_OTHERWISE.search(before):
        return False
    return match["between"] in ("-", "–") or (not match["between"] and _adds_up(match[0]))


def _is_born(match: re.Match[str], today: date) -> bool:
    """Whether the digits name a day that has been, in the century that the seventh digit tells."""
    year, seventh = int(match["year"]), int(match["rest"][0])
    if seventh <= 3:  # noqa: PLR2004 - as the register has it
        century = 1900
    elif seventh in (4, 9):
        century = 2000 if year <= 36 else 1900  # noqa: PLR2004
    else:
        century = 2000 if year <= 57 else 1800  # noqa: PLR2004
    try:
        born = date(century + year, int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return date(1900, 1, 1) <= born <= today


def _adds_up(digits: str) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0
