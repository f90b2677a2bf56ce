"""Headings that a screen reader can find and tell apart."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.tree import Block, Heading, Paragraph, Strong
from kdnet_docs.document.walk import heading_text, plain_text, without_notes
from kdnet_docs.model.contract import Contract

_LONGEST = 80
"""How many characters a heading has at most; more is a sentence that is to be noticed."""
_ENDS_SENTENCE = (".", "!", "?", ";", ",")


def false_headings(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each bold line of a contract that stands as a heading and is none, and for twins.

    Other sources have no key for headings, and write them in bold.
    """
    if isinstance(subject.model, Contract):
        yield from _bold_lines(subject.document.blocks)
    yield from _twins(subject.document.blocks)


def _bold_lines(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    for block, following in pairwise(blocks):
        if not isinstance(block, Paragraph) or block.role != "body" or isinstance(following, Heading):
            continue
        content = without_notes(block.content)
        words = plain_text(content).strip()
        is_bold = bool(words) and all(
            isinstance(one, Strong) or not plain_text((one,)).strip() for one in content
        )
        if is_bold and len(words) <= _LONGEST and not words.endswith(_ENDS_SENTENCE):
            yield Diagnostic(
                code=Code.HEADING_FOR_ALL,
                message=msg("a line in bold is no heading to those who hear the text"),
                span=block.span,
                hint=msg('make it a "section:" or a clause with a "title:"'),
            )


def _twins(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Two headings under the same heading with the same words are one in a list of contents."""
    path: list[str] = []
    seen: Counter[tuple[str, ...]] = Counter()
    for block in blocks:
        if isinstance(block, Heading):
            path = [*path[: block.level - 1], heading_text(block).casefold()]
            seen[tuple(path)] += 1
            if seen[tuple(path)] > 1 and block.span:
                yield Diagnostic(
                    code=Code.HEADING_FOR_ALL,
                    message=msg('two headings are called "{title}"', title=heading_text(block)),
                    span=block.span,
                    hint=msg("give them titles that tell them apart"),
                )
