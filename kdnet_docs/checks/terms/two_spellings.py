"""A word is spelled in one way throughout: a dictionary knows "afreporterer" too, only the text tells."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.alternations import alternations
from kdnet_docs.checks.reading.vocabulary import Word, stem, vocabulary
from kdnet_docs.checks.subject import Subject
from kdnet_docs.checks.two_ways import Ways, in_two_ways


def two_spellings(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each word that is spelled in two ways, at the first place of the rarer one."""
    for ways in _spellings(vocabulary(subject)):
        yield from in_two_ways(Code.TWO_SPELLINGS, ways, _told)


def _told(rare: str, common: str) -> Message:
    return msg('a word is spelled "{rare}" here, and "{common}" elsewhere', rare=rare, common=common)


def _spellings(uses: Mapping[str, Sequence[Word]]) -> Iterator[Ways]:
    """Those like "afrapporterer" and "afreporterer", "vidensinstitutioner" and "videninstitutioner"."""
    texts = sorted(uses)
    for heads in alternations(dict.fromkeys(map(stem, uses))):
        one, other = ([word for text in _beginning(head, texts) for word in uses[text]] for head in heads)
        yield one, other


def _beginning(head: str, texts: Sequence[str]) -> Iterator[str]:
    """Those of the sorted texts that begin with `head`."""
    return takewhile(lambda text: text.startswith(head), texts[bisect_left(texts, head) :])
