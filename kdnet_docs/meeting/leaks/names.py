"""Names within closed sentences: two or more words in a row that begin with capital letters."""

import re
from collections.abc import Iterator

_CAPITAL = "A-ZÆØÅÄÖÜÉÈÁÓ"
_WORD = rf"[{_CAPITAL}][\w'’&/-]*"
_NAME = re.compile(rf"(?<!\w){_WORD}(?:[ \t\u00a0]*\n?[ \t\u00a0]*(?<=\s){_WORD})+")
_EMPHASIS = re.compile(r"[*_`]+")
_FORMS = frozenset({"a/s", "aps", "i/s", "k/s", "p/s", "ivs", "amba", "as", "ab", "ltd", "gmbh", "inc"})
"""What a company is by law; it is left out where somebody speaks of it."""
_OPENERS = frozenset(
    {
        *("i", "på", "af", "til", "fra", "for", "med", "om", "ved", "hos", "under", "over"),
        *("efter", "før", "mod", "uden", "den", "det", "de", "der", "en", "et", "og", "men"),
        *("at", "når", "hvis", "som", "så", "både", "også", "kun", "da", "nu", "her", "vi"),
        *("in", "on", "of", "to", "from", "with", "by", "at", "the", "a", "an", "and"),
        *("but", "if", "when", "we", "it", "this", "that"),
    }
)
"""What a sentence begins with is written with a capital letter, and is no name for that."""


def names(text: str) -> Iterator[str]:
    """Each name with how it may be shortened, the longest first."""
    for match in _NAME.finditer(_EMPHASIS.sub("", text)):
        words = match[0].split()
        while words and words[0].casefold() in _OPENERS:
            words.pop(0)
        yield from _parts(words)


def _parts(words: list[str]) -> Iterator[str]:
    for length in range(len(words), 1, -1):
        for start in range(len(words) - length + 1):
            part = words[start : start + length]
            # "Tank A/S" is no name of "Skagen Tank A/S".
            if length == len(words) or len(part[:-1]) > 1 or part[-1].casefold() not in _FORMS:
                yield " ".join(part)
                if part[-1].endswith("s") and part[-1].casefold() not in _FORMS:
                    yield " ".join(part)[:-1]
