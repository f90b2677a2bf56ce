"""The words of a passage that a dictionary can be asked about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kdnet_docs.checks.passages import Passage

_TOKEN = re.compile(r"\S+")
_OTHER = re.compile(r"://|[@_\\]|\Awww\.|\w\.(?:dk|com|org|net|eu|pdf|docx)\b")
"""What addresses and the names of files have in them."""
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(
    r"(?<![\w'’.-])(?:[^\W\d_]{1,5}\.){2,}"  # f.eks., m.fl.
    r"|[^\W\d_]+(?:['’-][^\W\d_]+)*(?:['’](?!\w)|-(?![\w-]))?"
)
_NAMED = re.compile(r".[^-'’]*[A-ZÆØÅ]")
"""A capital after the first letter: SMV, REACT-EU, McKinsey."""
_SHORTENED = re.compile(r"\.,? ?(?=[a-zæøå\d(])")
"""What follows an abbreviation: after the stop the sentence goes on."""
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in the text; `opens` says that it begins a sentence."""

    text: str
    start: int
    end: int
    opens: bool

    @property
    def is_capital(self) -> bool:
        """Whether it has a capital, be it a name or the first of its sentence."""
        return self.text[:1].isupper()

    @property
    def is_asked_of(self) -> bool:
        """Whether a dictionary may know it: names have a capital wherever they stand."""
        is_name = self.is_capital and not self.opens
        return len(self.text) >= _SHORTEST and not is_name and not _NAMED.match(self.text)

    @property
    def spellings(self) -> Iterator[str]:
        """How a dictionary may have it: an abbreviation with its stop, be that there or forgotten."""
        bare = self.text.rstrip("-'’")
        small = bare[:1].lower() + bare[1:]
        yield from dict.fromkeys((self.text, bare, small) if self.opens else (self.text, bare))
        yield f"{small}."

    @property
    def parts(self) -> tuple["Word", ...]:
        """What hyphens join; the word without a hyphen at its end where they join nothing."""
        found, at = [], self.start
        for text in self.text.split("-"):
            if text:
                found.append(Word(text, at, at + len(text), self.opens and at == self.start))
            at += len(text) + 1
        return tuple(found)


def words(passage: Passage) -> tuple[Word, ...]:
    """Every word but abbreviations with stops, figures, addresses, and names in capitals."""
    return _words(passage.text, passage.sentences)


@lru_cache(maxsize=4096)
def _words(whole: str, sentences: tuple[tuple[int, int], ...]) -> tuple[Word, ...]:
    """The same; while somebody writes, most passages of a document stay as they were."""
    return tuple(_each_word(whole, sentences))


def _each_word(whole: str, sentences: tuple[tuple[int, int], ...]) -> Iterator[Word]:
    text = _TOKEN.sub(lambda token: " " * len(token[0]) if _OTHER.search(token[0]) else token[0], whole)
    opening = {_first_letter(text, start) for start, _ in sentences}
    for match in _WORD.finditer(text):
        start, end = match.span()
        is_short = match[0].endswith(".") or _SHORTENED.match(text, end)
        if not is_short and _stands_by_itself(text, start, end):
            yield Word(match[0], start, end, start in opening)


def _first_letter(text: str, start: int) -> int:
    match = _LETTER.search(text, start)
    return match.start() if match else start


def _stands_by_itself(text: str, start: int, end: int) -> bool:
    """Whether no digit joins the word, as in "covid19"."""
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return not any(one.isdigit() for one in around)
