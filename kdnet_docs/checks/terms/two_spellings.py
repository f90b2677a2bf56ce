"""A word is spelled in one way throughout: a dictionary takes "afreporterer" too, only the text tells."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.alternations import Pair, alternations
from kdnet_docs.checks.reading.vocabulary import Word, stem, vocabulary
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.two_ways import Ways, in_two_ways


def two_spellings(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each word that is spelled in two ways, at the first place of the rarer one."""
    for heads, ways in _spellings(vocabulary(subject)):
        trust = partial(_trust, subject, heads)
        yield from in_two_ways(Code.TWO_SPELLINGS, ways, _told, trust=trust)


def _told(rare: str, common: str) -> Message:
    return msg('a word is spelled "{rare}" here, and "{common}" elsewhere', rare=rare, common=common)


def _trust(subject: Subject, heads: Pair, word: str) -> int:
    """How far the dictionary has a word: not at all, put together of others, or as one of its own."""
    speller = subject.speller
    if speller is None or isinstance(speller, Refused) or not speller.knows(word):
        return 0
    return 1 + any(speller.has(head) for head in heads if word.lower().startswith(head))


def _spellings(uses: Mapping[str, Sequence[Word]]) -> Iterator[tuple[Pair, Ways]]:
    """Those like "afrapporterer" and "afreporterer", "vidensinstitutioner" and "videninstitutioner"."""
    texts = sorted(uses)
    for heads in alternations(dict.fromkeys(map(stem, uses))):
        one, other = ([word for text in _beginning(head, texts) for word in uses[text]] for head in heads)
        yield heads, (one, other)


def _beginning(head: str, texts: Sequence[str]) -> Iterator[str]:
    """Those of the sorted texts that begin with `head`."""
    return takewhile(lambda text: text.startswith(head), texts[bisect_left(texts, head) :])
