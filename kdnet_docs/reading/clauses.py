"""The clause that words stand in: from comma to comma, or to "der har ..."."""

import re
from functools import cache

from kdnet_docs.reading.languages import lexicon
from kdnet_docs.reading.lexicon import one_of

_FAR = 400
"""The most characters from words to the end of their clause."""


def clause_at(text: str, place: tuple[int, int], sentence: tuple[int, int], language: str) -> str:
    """The clause of the words in one place, within their sentence."""
    (start, end), (first, last) = place, sentence
    first, last = max(first, start - _FAR), min(last, end + _FAR)
    # What begins with "der" or "som" is about what stands before it, and belongs to the words after it.
    marks = [match.end() for match in _breaks(language).finditer(text, first, start) if match["mark"]]
    after = _breaks(language).search(text, end, last)
    return text[marks[-1] if marks else first : after.start() if after else last]


@cache
def _breaks(language: str) -> re.Pattern[str]:
    relative = one_of(lexicon(language).relative)
    return re.compile(rf"(?P<mark>[,;:–]\s)|\s{relative}\s", re.IGNORECASE)
