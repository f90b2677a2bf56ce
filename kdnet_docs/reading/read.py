"""A text read into values, by grammars in order: what one has read, no later one reads again."""

import re
from functools import lru_cache

from kdnet_docs.reading.figures import figures
from kdnet_docs.reading.names import names, references
from kdnet_docs.reading.obligations import obligations
from kdnet_docs.reading.reads import Read, apart, unread
from kdnet_docs.reading.times import times

_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=4096)
def read(text: str, language: str, year: int) -> tuple[Read, ...]:
    """Every value of a text in reading order; `year` is the document's, for days without one."""
    return apart(
        (
            *references(text, language),
            *times(text, language, year),
            *names(text, language),
            *figures(text, language),
            *obligations(text, language),
        )
    )


def not_understood(text: str, language: str) -> tuple[str, ...]:
    """The groups of digits of a text that no grammar reads."""
    groups = ((match.start(), match.end()) for match in _DIGITS.finditer(text))
    return tuple(text[start:end] for start, end in unread(read(text, language, 2000), groups))
