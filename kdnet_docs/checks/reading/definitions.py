"""What a document gives a name of its own: "(herefter Projektet)", 'Ved "ydelser" forstås'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kdnet_docs.base.spans import Span
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.vocabulary import stem
from kdnet_docs.checks.subject import Subject

_OPEN, _CLOSE = "[\"”“„»']", "[\"”“«']"
_TERM = r"[^\W\d_][\w-]*(?:[ \n][\w-]+){0,3}"
_QUOTED = re.compile(rf"{_OPEN}({_TERM}){_CLOSE}")
_BARE = re.compile(r"(?:(?:den|det|de|som)[ \n])?([A-ZÆØÅ][\w-]*(?:[ \n][\w-]+){0,2})[ ]?\Z")
_FROM_HERE = r"(?:herefter|i[ \n]det[ \n]følgende|efterfølgende|fremover|nedenfor)"
_CALLED = (
    r"(?:også|samlet|tilsammen|under[ \n]ét|hver[ \n]for[ \n]sig|blot|kaldet|kaldes|benævnt|benævnes|"
    r"betegnet|betegnes|omtalt|omtales|forkortet|defineret|som)"
)
_IN_BRACKETS = re.compile(
    rf"\((?:og[ \n])?{_FROM_HERE}:?((?:[ \n]{_CALLED})*):?[ \n]([^()]{{2,80}})\)", re.IGNORECASE
)
_IN_SENTENCE = re.compile(
    rf"(?:{_FROM_HERE}(?:[ \n]{_CALLED})*|{_CALLED}[ \n]{_FROM_HERE}):?[ \n](?:for[ \n])?"
    rf"{_OPEN}({_TERM}){_CLOSE}",
    re.IGNORECASE,
)
_MEANT = re.compile(
    rf"(?<!\w)[Vv]ed[ \n](?:en[ \n]|et[ \n])?{_OPEN}?({_TERM}?){_CLOSE}?[ \n]forstås|"
    rf"{_OPEN}({_TERM}){_CLOSE}:?[ \n](?:betyder|skal[ \n]forstås|forstås|defineres)"
)
# ("Kommunen"), after a name.
_ONLY_NAME = re.compile(
    rf"(?<=\w[ \n])\({_OPEN}([A-ZÆØÅ][\w-]*?(?:en|et|ene|erne)|[A-ZÆØÅ]{{2,8}}){_CLOSE}\)"
)


_MAY_DEFINE = re.compile('[("”“„»]|forstås')


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term and where it is defined; `end` is where the words end that define it."""

    term: str
    passage: Passage
    start: int
    end: int

    @property
    def span(self) -> Span | None:
        """The place of the term in the file."""
        return self.passage.span(self.start, self.start + len(self.term))

    @property
    def used(self) -> re.Pattern[str]:
        """A pattern for the term in all its forms, and in words that begin with it."""
        parts = (
            re.escape(word) if word.isupper() else rf"{re.escape(stem(word))}\w*"
            for word in self.term.split()
        )
        return re.compile(r"(?<!\w)" + r"\s+".join(parts), 0 if self.term.isupper() else re.IGNORECASE)


@lru_cache(maxsize=2)
def definitions(subject: Subject) -> tuple[Definition, ...]:
    """Every definition of a document in reading order."""
    found = {
        (one.passage.leaf.id, one.start): one
        for passage in subject.passages
        if passage.is_danish and _MAY_DEFINE.search(passage.text)
        for one in _definitions(passage)
    }
    return tuple(found.values())


def _definitions(passage: Passage) -> Iterator[Definition]:
    text = passage.text
    for found in _IN_BRACKETS.finditer(text):
        quoted = list(_QUOTED.finditer(text, found.start(2), found.end(2)))
        for one in quoted or filter(None, [_BARE.match(text[: found.end(2)], found.start(2))]):
            yield Definition(term=one[1], passage=passage, start=one.start(1), end=found.end())
    for pattern in (_IN_SENTENCE, _MEANT, _ONLY_NAME):
        for found in pattern.finditer(text):
            group = found.lastindex or 1
            yield Definition(term=found[group], passage=passage, start=found.start(group), end=found.end())
