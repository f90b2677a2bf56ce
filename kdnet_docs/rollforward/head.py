"""What becomes of the keys at the top of a source that hold a single value: version, status and dates."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kdnet_docs.base.messages import msg
from kdnet_docs.model.life import LIFE
from kdnet_docs.reading.dates import YEAR, days
from kdnet_docs.rollforward.item import Item, Verdict, ask, keep, shift, whole
from kdnet_docs.rollforward.shifting import shifted
from kdnet_docs.rollforward.versions import MONTHS, Versions
from kdnet_docs.sources.parts import Part

_FIRST_STATE = next(iter(LIFE))


def head_items(every: Sequence[Part], versions: Versions, language: str) -> Iterator[Item]:
    """What is decided of these keys, and where the text has what they say."""
    for part in every:
        if item := _item(part, versions, language):
            used = [other.name for other in every if _names(part.key, other.wording.text)]
            yield replace(item, verdict=_with_uses(item.verdict, part.key, used)) if used else item


def _names(key: str, text: str) -> bool:
    return re.search(rf"\{{\{{\s*{key}\s*[|}}]", text) is not None


def _with_uses(verdict: Verdict, key: str, used: Sequence[str]) -> Verdict:
    reason = msg(
        "{reason}; by {parameter} it stands in {parts} too",
        reason=verdict.reason,
        parameter=f"{{{{ {key} }}}}",
        parts=", ".join(used),
    )
    return replace(verdict, reason=reason)


def _item(part: Part, versions: Versions, language: str) -> Item | None:
    """What is decided of one of these keys; None for another, and for a state that is a draft's already."""
    rule = _RULES.get(part.key) if len(part.keys) == 1 else None
    words = part.wording.text
    if rule is None or words == _FIRST_STATE:
        return None
    return whole(part, "", rule(words, versions, language), removes=part.key == "adopted")


def _version(_words: str, versions: Versions, _language: str) -> Verdict:
    return shift(versions.new.name, msg("the new version"))


def _status(_words: str, _versions: Versions, _language: str) -> Verdict:
    return shift(_FIRST_STATE, msg("a new version begins as a draft"))


def _adopted(_words: str, _versions: Versions, _language: str) -> Verdict:
    return shift("", msg("the new version is not adopted yet: the line goes"))


def _date(words: str, versions: Versions, language: str) -> Verdict:
    if versions.new.month is None or versions.old.month is None:
        moved = shifted(words, versions.years)
        return shift(moved, msg("the date of the file; put in the right one when it is known"))
    found = next(days(words, language, versions.old.year), None)
    if found is None:
        return keep(words, msg("it is no date that can be moved"))
    later = versions.new.moment - versions.old.moment
    year, month = divmod(found.day.year * MONTHS + found.day.month - 1 + later, MONTHS)
    day = min(found.day.day, monthrange(year, month + 1)[1])
    moved = f"{year}-{month + 1:02}-{day:02}"
    return shift(moved, msg("the date of the file; put in the right one when it is known"))


def _effective(words: str, versions: Versions, _language: str) -> Verdict:
    moved = shifted(words, versions.years)
    year = YEAR.search(words)
    if year and int(year[0]) == versions.old.year:
        return shift(moved, msg("the new version takes effect as many years later"))
    return ask(
        moved, msg("it does not take effect in {year}: when does the new one?", year=versions.old.year)
    )


_RULES: Mapping[str, Callable[[str, Versions, str], Verdict]] = MappingProxyType(
    {
        "version": _version,
        "status": _status,
        "adopted": _adopted,
        "date": _date,
        "effective": _effective,
    }
)
