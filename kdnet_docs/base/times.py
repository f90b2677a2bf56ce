"""Days and moments as people in Denmark write them, in the language of whoever reads."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kdnet_docs.base.messages import Language

_DANISH = "Europe/Copenhagen"
_DAY = {"da": "d. MMMM y", "en": "d MMMM y"}
_TIME = {"da": "d. MMMM y 'kl.' HH.mm", "en": "d MMMM y, HH:mm"}


@dataclass(frozen=True, slots=True)
class Day:
    """A day: "12. oktober 2021"."""

    day: date

    def to(self, language: Language) -> str:
        """The day in words."""
        from babel.dates import format_date

        return format_date(self.day, _DAY[language], locale=language)


@dataclass(frozen=True, slots=True)
class DanishTime:
    """A moment as a clock in Denmark shows it: "12. oktober 2021 kl. 12.00"."""

    moment: datetime

    @property
    def day(self) -> Day:
        """The day that it is in Denmark then."""
        return Day(self.moment.astimezone(ZoneInfo(_DANISH)).date())

    def to(self, language: Language) -> str:
        """The day and the time."""
        from babel.dates import format_datetime

        there = self.moment.astimezone(ZoneInfo(_DANISH))
        return format_datetime(there, _TIME[language], locale=language)
