"""The language that a source states is that of its words: by it a screen reader pronounces them."""

import re
from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span
from kdnet_docs.checks.subject import Subject

_WORD = re.compile(r"[^\W\d_]+")
# The commonest words of each language that the other does not have.
_DANISH = """
af at den der det dette eller efter er et fra hvor ikke inden jf kan med og om over på samt skal som til ved
vil være bliver denne disse herunder mellem hvis når også
"""
_ENGLISH = """
and are be been by from has have if in is it not of or shall such that the their these they this to when which
will with would its other than any
"""
_COMMON = MappingProxyType({"da": frozenset(_DANISH.split()), "en": frozenset(_ENGLISH.split())})
_ENOUGH = 12
"""How many such words a text must have before anything is said of its language."""
_TIMES = 3
"""How many times as many of the other language there must be."""


def language(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where the words are those of the other language."""
    stated = subject.document.language
    counts: Counter[str] = Counter()
    for passage in subject.passages:
        words = [word.lower() for word in _WORD.findall(passage.text)]
        for name, common in _COMMON.items():
            counts[name] += sum(word in common for word in words)
    for name in _COMMON:
        if name != stated and counts[name] >= _ENOUGH and counts[name] > _TIMES * counts[stated]:
            yield Diagnostic(
                code=Code.OTHER_LANGUAGE,
                message=msg("the words are English, and the file says Danish")
                if name == "en"
                else msg("the words are Danish, and the file says English"),
                span=_place(subject),
                hint=msg('write "language: {name}" at the top', name=name),
            )


def _place(subject: Subject) -> Span:
    """The key, or the title where it is left out."""
    node = subject.model.node.get("language")
    return node.span if node else subject.model.span_of("title")
