"""Sentences for people, kept as template and values until the reader's language is known."""

import locale
import os
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path
from typing import Literal, LiteralString, Protocol, runtime_checkable

Language = Literal["da", "en"]


@runtime_checkable
class Spoken(Protocol):
    """What is said otherwise in each language: a message, a number."""

    def to(self, language: Language) -> str:
        """The words in `language`."""


@dataclass(frozen=True, slots=True)
class Message:
    """An English template with named values, translated when it is shown."""

    template: LiteralString
    values: tuple[tuple[str, object], ...] = ()

    def to(self, language: Language) -> str:
        """The sentence in `language`; values that are spoken themselves are translated too."""
        values = {
            name: value.to(language) if isinstance(value, Spoken) else value for name, value in self.values
        }
        return translate(self.template, language).format(**values)

    def __str__(self) -> str:
        return self.to("en")


def msg(template: LiteralString, /, **values: object) -> Message:
    """A message; every template given here has its Danish wording in `locale/da/LC_MESSAGES/kdnet.po`."""
    return Message(template, tuple(values.items()))


def translate(template: str, language: Language) -> str:
    """`template` in `language`, or as it is where no translation exists."""
    return _catalog(language).gettext(template)


def reader_language() -> Language:
    """The language of the person at the keyboard, from the environment as gettext reads it."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "da" if value.lower().startswith("da") else "en"
    system = locale.getlocale()[0] or ""
    return "da" if system.lower().startswith("da") else "en"


@cache
def _catalog(language: Language) -> NullTranslations:
    # The templates are English already: there is no catalogue for that.
    place = Path(__file__).parents[1] / "locale"
    return translation("kdnet", place, [language], fallback=language == "en")
