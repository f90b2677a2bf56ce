"""A table that is said to stand below stands below."""

import re
from collections.abc import Iterator
from functools import cache

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.mentions import Direction
from kdnet_docs.checks.references.directions import not_there, stands
from kdnet_docs.checks.subject import Subject
from kdnet_docs.reading.reference_words import reference_words


def table_directions(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each "tabellen nedenfor" with no table below it."""
    order = {leaf: at for at, leaf in enumerate(subject.anatomy.leaves)}
    tables = [order[table] for table in subject.anatomy.tables]
    ends = (min(tables), max(tables)) if tables else ()
    noun, spoken = _patterns(subject.document.language)
    for passage in subject.passages:
        if not noun.search(passage.text):
            continue
        here = order[passage.leaf.id]
        for pattern, direction in spoken:
            for match in pattern.finditer(passage.text):
                if not any(stands(at, here, direction) for at in ends):
                    yield Diagnostic(
                        code=Code.OTHER_DIRECTION,
                        message=not_there(match[0], direction),
                        span=passage.span(*match.span()),
                        hint=msg("write where it stands")
                        if tables
                        else msg("there is no table in this document"),
                    )


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Direction], ...]]:
    """The nouns for a table, and those with the words that say where: "skemaet nedenfor"."""
    words = reference_words(language)

    def pattern(before: str, after: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?:(?i:{before})\s+(?:{words.tables})|(?i:{words.tables})\s+(?:{after}))(?!\w)"
        )

    return (
        re.compile(words.tables, re.IGNORECASE),
        (
            (pattern(words.pointed_above, words.above), "above"),
            (pattern(words.pointed_below, words.below), "below"),
        ),
    )
