"""The texts in plain bytes, in every spelling."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kdnet_docs.base.messages import msg
from kdnet_docs.meeting.leaks.spellings import decoded, spellings, unpacked

_SHOWN = re.compile(r'(?:descr|title|alt|name|content|href|Target|aria-label)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text and where it stands; `is_words` unless most of it is for machines."""

    place: object
    text: str
    is_words: bool


Inner: TypeAlias = Callable[[bytes, object], Iterator[Passage]]
"""Gives the texts of a file that lies in another."""


def texts(data: bytes, place: object, inner: Inner, *, is_words: bool = True) -> Iterator[Passage]:
    """What stands in plain bytes, in every spelling, and in what is packed into letters.

    With `is_words` what is no tag is taken for words.
    """
    for text in decoded(data):
        for number, spelled in enumerate(spellings(text)):
            yield Passage(place=place, text=spelled, is_words=is_words and (number > 0 or "<" not in text))
        for shown in _SHOWN.findall(text):
            yield from (Passage(place=place, text=one, is_words=True) for one in spellings(shown))
        for packed in unpacked(text):
            yield from inner(packed, msg("{place}, unpacked", place=place))
