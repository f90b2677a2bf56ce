"""Words in a source that say it is not finished: what stands in for words to come, and that it is a draft."""

import re
from collections.abc import Iterator, Sequence

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Wording
from kdnet_docs.final.patterns import ADDRESS, DRAFT, NO_NAME, PLACEHOLDER, SAID_OF_ITSELF
from kdnet_docs.sources.bilag import Written
from kdnet_docs.sources.compose import compose

_OF_ITSELF = frozenset({"id", "version", "title", "author", "subject", "keywords", "remark"})
"""Keys at the top that speak of the document and of nothing else: any word for a draft is one too many."""

_PASSED_OVER = frozenset(
    {"accepts", "adopted", "closed", "draft", "kind", "language", "signature-date", "status"}
)
"""Keys that are not printed, or not in a final file; and the line to date by hand, which has its blanks."""


def unfinished_words(model: Written) -> Iterator[Diagnostic]:
    """A finding for each such word, at the word itself; those that the document `accepts` are passed over.

    Everything is read that an author may have written, as it stands in the file: what a writer or
    template makes of it is looked through when the files are made.
    """
    top = compose(model.span.source)
    if isinstance(top, Refused):
        return
    for key, node in top.items():
        for last, wording in _wordings(key, node):
            draft = DRAFT if key in _OF_ITSELF else SAID_OF_ITSELF
            yield from _found(wording, draft, model.accepts, is_name=key == "parties" and last == "name")


def _wordings(key: str, node: Node) -> Iterator[tuple[str, Wording]]:
    """Every value of a key in reading order, with the key that it stands below."""
    if key in _PASSED_OVER:
        return
    match node:
        case ScalarNode():
            yield key, node.wording
        case SequenceNode():
            for one in node:
                yield from _wordings(key, one)
        case MappingNode():
            for below, one in node.items():
                yield from _wordings(below, one)


def _found(
    wording: Wording, draft: re.Pattern[str], accepted: Sequence[str], *, is_name: bool
) -> Iterator[Diagnostic]:
    if is_name and (match := NO_NAME.fullmatch(wording.text)):
        yield _stands_in(wording, match)
        return
    for pattern, finding in ((PLACEHOLDER, _stands_in), (draft, _says_draft)):
        for match in unaccepted(pattern, wording.text, accepted):
            yield finding(wording, match)


def unaccepted(pattern: re.Pattern[str], text: str, accepted: Sequence[str]) -> Iterator[re.Match[str]]:
    """What a pattern finds in a text, but for what stands among words that are accepted."""
    spared = [place for words in accepted for place in _places(words, text)]
    spared += [address.span() for address in ADDRESS.finditer(text)]
    for match in pattern.finditer(text):
        if not any(start <= match.start() and match.end() <= end for start, end in spared):
            yield match


def _places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where accepted words stand, however the lines are broken."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return (match.span() for match in re.finditer(pattern, text)) if pattern else iter(())


def _stands_in(wording: Wording, match: re.Match[str]) -> Diagnostic:
    return _diagnostic(
        Code.PLACEHOLDER, msg('"{words}" stands where words are to come', words=_said(match)), wording, match
    )


def _says_draft(wording: Wording, match: re.Match[str]) -> Diagnostic:
    return _diagnostic(
        Code.DRAFT_WORD, msg('"{words}" says that this is a draft', words=_said(match)), wording, match
    )


def _diagnostic(code: Code, message: Message, wording: Wording, match: re.Match[str]) -> Diagnostic:
    return Diagnostic(
        code=code,
        message=message,
        span=wording.locate(*match.span()),
        hint=msg(
            'write what is meant; if it is meant as it stands: accepts: ["{words}"]', words=_said(match)
        ),
    )


def _said(match: re.Match[str]) -> str:
    return " ".join(match[0].split())
