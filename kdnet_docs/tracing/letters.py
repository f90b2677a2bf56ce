"""Words as they count when they are looked for: without what a layout, a keyboard or haste makes of them."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_LONGEST = 500
"""Characters of what is compared by likeness; nobody asks for more."""

_PASSED_OVER = frozenset("*_`\\•·\"'´«»‹›„“”‟‘’‚‛′″")
"""Signs of Markdown and YAML, bullets and quotation marks: who looks for words may leave them out."""
_KINDS_PASSED_OVER = frozenset(("Pd", "Cf", "Cc", "Zs", "Zl", "Zp"))
"""Dashes and hyphens, soft ones too, white space and line breaks."""


@dataclass(frozen=True)
class Letters:
    """A text and what counts of it: small letters, figures and other signs, each with its place."""

    text: str

    @cached_property
    def _counting(self) -> tuple[tuple[str, int], ...]:
        return tuple(
            (letter, place) for place, character in enumerate(self.text) for letter in _letters(character)
        )

    @cached_property
    def letters(self) -> str:
        """What counts, without anything between."""
        return "".join(letter for letter, _ in self._counting)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where in the text each of the letters stands."""
        return tuple(place for _, place in self._counting)

    def find(self, words: str) -> list[tuple[int, int]]:
        """Where in the text the words stand: from, and up to; parts of words only where no whole ones are."""
        wanted = Letters(words).letters
        found = list(self._found(wanted)) if wanted else []
        whole = [range_ for range_ in found if self._is_whole(*range_)]
        return whole or found

    def nearest(self, words: str, least: float) -> tuple[float, int, int] | None:
        """The whole words that are most like those: by how many per cent, from, and up to.

        None where they are less alike than `least`.
        """
        from rapidfuzz import fuzz

        wanted, text = Letters(words[:_LONGEST]).letters, self.text
        match = fuzz.partial_ratio_alignment(wanted, self.letters, score_cutoff=least)
        if not wanted or match is None or match.dest_end <= match.dest_start:
            return None
        start, end = self.places[match.dest_start], self.places[match.dest_end - 1] + 1
        while _joins(text[start - 1 : start], text[start]):
            start -= 1
        while _joins(text[end - 1], text[end : end + 1]):
            end += 1
        return match.score, start, end

    def _found(self, wanted: str) -> Iterator[tuple[int, int]]:
        at = self.letters.find(wanted)
        while at >= 0:
            yield self.places[at], self.places[at + len(wanted) - 1] + 1
            at = self.letters.find(wanted, at + len(wanted))

    def _is_whole(self, start: int, end: int) -> bool:
        text = self.text
        return not (
            _joins(text[start - 1 : start], text[start]) or _joins(text[end - 1], text[end : end + 1])
        )


def _joins(before: str, after: str) -> bool:
    """Whether two characters beside one another belong to one word."""
    return before.isalnum() and after.isalnum()


def _letters(character: str) -> str:
    if character in _PASSED_OVER or unicodedata.category(character) in _KINDS_PASSED_OVER:
        return ""
    if character.isascii():
        return character.lower()
    return "".join(each for each in unicodedata.normalize("NFKC", character).casefold() if not each.isspace())
