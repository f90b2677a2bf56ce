"""The version that is gone from and the one that is gone to, and what stands in the way of the new one."""

import re
from dataclasses import dataclass

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable

_VERSION = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:-(?:(?P<last>(?:19|20)\d\d)|(?P<month>0[1-9]|1[0-2])))?(?![0-9]).*", re.DOTALL
)
_NAME = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z._-]{0,38}[0-9A-Za-z])?")
MONTHS = 12
"""Of a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version by its name, with the first and the last year it is for, and the month where it has one."""

    name: str
    year: int
    last: int
    month: int | None = None

    @property
    def moment(self) -> int:
        """Its month, counted from the year 0; of a year its first."""
        return self.year * MONTHS + (self.month or 1) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """From which version to which a draft is written."""

    old: Version
    new: Version

    @property
    def years(self) -> int:
        """By how many years the new one is later."""
        return self.new.year - self.old.year


def versions(model: Contract | StatusTable, to: str) -> Versions | Refused:
    """Both versions, or why there is no way from the one to the other."""
    name = to.strip()
    if not _NAME.fullmatch(name):
        return _refused(
            msg('"{version}" cannot be the name of a version: it is what the file is called', version=to),
            msg("use a-z, digits, full stops and hyphens, such as 2023 or 2023-06"),
        )
    old, new = _version(model.version), _version(name)
    if old is None:
        return _refused(
            msg('the version "{version}" does not say for which year it is', version=model.version),
            msg("only versions that begin with a year, such as 2022, can be rolled forward"),
            model.span_of("version"),
        )
    if new is None:
        return _refused(
            msg('"{version}" does not say for which year it is', version=to),
            msg("begin with the year, such as 2023 or 2023-06"),
        )
    later = new.year > old.year if isinstance(model, Contract) else new.moment > old.moment
    if not later:
        return _refused(
            msg('"{new}" is not later than "{old}"', new=name, old=model.version),
            msg("name a later year, such as {year}", year=old.year + 1)
            if isinstance(model, Contract)
            else msg("name a later month or year, such as {year}", year=old.year + 1),
        )
    return Versions(old=old, new=new)


def _version(name: str) -> Version | None:
    match = _VERSION.fullmatch(name)
    if match is None:
        return None
    year = int(match["year"])
    return Version(
        name=name,
        year=year,
        last=max(year, int(match["last"] or year)),
        month=int(match["month"]) if match["month"] else None,
    )


def _refused(message: Message, hint: Message, span: Span | None = None) -> Refused:
    return Refused((Diagnostic(code=Code.NEXT_VERSION, message=message, span=span, hint=hint),))
