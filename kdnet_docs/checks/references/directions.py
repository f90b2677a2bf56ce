"""What is said to stand above stands above."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.references.mentions import Direction, mentions
from kdnet_docs.checks.references.parts import parts
from kdnet_docs.checks.references.vocabulary import vocabulary
from kdnet_docs.checks.subject import Subject


def directions(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each clause, goal and table that does not stand where a reference says."""
    order = {leaf: at for at, leaf in enumerate(subject.anatomy.leaves)}
    known = parts(subject)
    for mention in mentions(subject):
        there = [order[leaf] for one in mention.numbers for leaf in known.headed(mention.kind, one.number)]
        if mention.direction and there and mention.whose == "own":
            here = order[mention.passage.leaf.id]
            if not any(_stands(at, here, mention.direction) for at in there):
                yield _finding(mention.passage, mention.start, mention.end, mention.direction, is_there=True)
    yield from _of_tables(subject, order)


def _of_tables(subject: Subject, order: Mapping[str, int]) -> Iterator[Diagnostic]:
    tables = [order[table] for table in subject.anatomy.tables]
    for passage in subject.passages:
        here = order[passage.leaf.id]
        for pattern, direction in _tables(subject.document.language):
            for match in pattern.finditer(passage.text):
                if not any(_stands(at, here, direction) for at in tables):
                    yield _finding(passage, *match.span(), direction, is_there=bool(tables))


def _stands(at: int, here: int, direction: Direction) -> bool:
    return at <= here if direction == "above" else at > here


@cache
def _tables(language: str) -> tuple[tuple[re.Pattern[str], Direction], ...]:
    """The words for a table above, and for one below: "ovenstående tabel", "skemaet nedenfor"."""
    words = vocabulary(language)

    def pattern(before: str, after: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?:(?:{before})\s+(?:{words.tables})|(?:{words.tables})\s+(?:{after}))(?!\w)",
            re.IGNORECASE,
        )

    return (
        (pattern(words.pointed_above, words.above), "above"),
        (pattern(words.pointed_below, words.below), "below"),
    )


def _finding(passage: Passage, start: int, end: int, direction: Direction, *, is_there: bool) -> Diagnostic:
    words = passage.text[start:end]
    return Diagnostic(
        code=Code.OTHER_DIRECTION,
        message=msg('"{words}" does not stand above', words=words)
        if direction == "above"
        else msg('"{words}" does not stand below', words=words),
        span=passage.span(start, end),
        hint=msg("write where it stands") if is_there else msg("there is no table in this document"),
    )
