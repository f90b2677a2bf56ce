"""A list has as many items as the words before it say."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.counts import Count, counts
from kdnet_docs.checks.reading.lists import introduced_lists
from kdnet_docs.checks.subject import Subject

_POINTS_AHEAD = re.compile(r"(?:følgende|nedenstående|nedenfor|following|below)", re.IGNORECASE)
# What may stand between "de fire hovedopgaver" and the colon, so that the list is still of these.
_REST = re.compile(
    r"(?:\s+(?:er|omfatter|består\s+af|are)|\s+(?:for|i|om|af|til|ved|på|under|inden\s+for|fra|in|of|to)\s+[^,;:.]{1,60})?[.\s]*:\s*"
)
_VERB = re.compile(r"\b(?:er\s+[^:]|var|har|skal|kan|vil|bør|må|at|der|som|is|are|has|shall|may|to)\b")

# "For at forbinde to kommuner:" goes on with what is to be done.
_PURPOSE = re.compile(r"For\s+at\b|To\s+[a-z]+")


def counted_lists(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where a list has more or fewer items than the words before it say."""
    for found in introduced_lists(subject):
        count = _count_of_the_list(found.introduction)
        if count and count.number > 1 and count.number != len(found.items):
            first = found.items[0]
            begins = first.span(0, len(first.text)) if first.text else None
            yield Diagnostic(
                code=Code.COUNT,
                message=msg('"{words}", but the list has {count}', words=count.words, count=len(found.items)),
                span=count.span,
                hint=msg("correct the number, or what it counts"),
                labels=labelled(begins, msg("the list begins here")),
            )


def _count_of_the_list(passage: Passage) -> Count | None:
    """How many items the last sentence says the list below it has, if it speaks of the list at all."""
    if not passage.sentences:
        return None
    start, end = passage.sentences[-1]
    if _PURPOSE.match(passage.text, start):
        return None
    within = [count for count in counts(passage) if start <= count.start and count.end <= end]
    for count in within:
        if _points_ahead(count):
            return count
    if not within or _POINTS_AHEAD.search(passage.text, start, end):
        return None
    rest = within[-1].after(end)
    return within[-1] if _REST.fullmatch(rest) and not _VERB.search(rest) else None


def _points_ahead(count: Count) -> bool:
    """Whether the count is said to be of what follows: "fire nedenstående opgaver", "følgende fire"."""
    before = count.before().split()[-1:]
    return any(_POINTS_AHEAD.fullmatch(word) for word in (*before, *count.adjectives)) or bool(
        re.match(r"\s+(?:nedenfor|below)\b", count.after())
    )
