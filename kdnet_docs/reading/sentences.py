"""The sentences of a text."""

import re

_END = re.compile(r"[.!?](?:[\"”»')\]\ufffc])*(?=\s+[\"“«(]?[A-ZÆØÅ0-9]|\s*\Z)|\n")
_NEVER_LAST = re.compile(
    r"(?:(?<!\w)(?:bl|a|f\.eks|eks|fx|jf|d|ca|nr|pkt|stk|dvs|ift|iht|hhv|pr|kap|art|min|maks|max|mio|mia|t|"
    r"lab|kl|tlf|evt|vedr|no|e\.g|i\.e|cf|approx|[A-ZÆØÅ])|(?<![\w.,])\d{1,2})\.$"
)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends, without the space around it."""
    found, start = [], 0
    for match in _END.finditer(text):
        if _NEVER_LAST.search(text, max(start, match.end() - 12), match.end()) and match.end() < len(
            text.rstrip()
        ):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return tuple(trimmed for one in found if (trimmed := _trimmed(text, *one)))


def sentence_at(text: str, at: int) -> str:
    """The sentence in which a character stands, or the last before it."""
    return text[slice(*sentence_place(text, at))].strip()


def sentence_place(text: str, at: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which a character stands, or the last before it."""
    inside = [one for one in sentences(text) if one[0] <= at]
    return inside[-1] if inside else (0, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None
