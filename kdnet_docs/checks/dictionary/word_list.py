"""The project's own words, which no dictionary has: one on each line, as hunspell's personal lists have them.

"erhvervshus/hus" is right with every ending that "hus" has, and in compounds like it; "etcetera" as it
stands; "*afreportere" never, whatever the dictionary says. What follows a # is a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.sources.project import SOURCES, Project

WORD_LIST = "ordliste.txt"
"""What the list is called, in the folder of the sources."""

_LINE = re.compile(r"^[ \t]*([*]?)([^#/*\s]+)(?:/([^#/\s]+))?[ \t\r]*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the list; `like` is the word that it is inflected like, empty for none."""

    word: str
    like: str
    is_wrong: bool
    span: Span


@dataclass(frozen=True)
class WordList:
    """The words that a project adds to the dictionary."""

    source: Source

    @cached_property
    def right(self) -> tuple[Entry, ...]:
        """The words that are right, in the order of the list."""
        return tuple(entry for entry in self._entries() if not entry.is_wrong)

    @cached_property
    def wrong(self) -> frozenset[str]:
        """The words that are not."""
        return frozenset(entry.word.lower() for entry in self._entries() if entry.is_wrong)

    def _entries(self) -> Iterator[Entry]:
        for match in _LINE.finditer(self.source.text):
            span = Span(self.source, *match.span(3 if match[3] else 2))
            yield Entry(match[2], match[3] or "", bool(match[1]), span)


def word_list(project: Project) -> WordList | Refused:
    """The list of a project; empty where it has none."""
    path = project.root / SOURCES / WORD_LIST
    if not path.is_file():
        return WordList(Source(f"{SOURCES}/{WORD_LIST}", ""))
    source = project.load(path)
    return source if isinstance(source, Refused) else WordList(source)
