"""What is different between two documents and stands in none of their words: reports list it."""

from collections.abc import Callable, Collection, Iterator
from itertools import chain

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.fact import Kind
from kdnet_docs.document.tree import Document, Table

_PROPERTIES: tuple[tuple[str, Callable[[Document], object], Message], ...] = (
    ("author", lambda document: document.author, msg("author")),
    ("subject", lambda document: document.subject, msg("subject")),
    ("keywords", lambda document: document.keywords, msg("keywords")),
    ("remark", lambda document: document.comments, msg("comments")),
    ("language", lambda document: document.language, msg("language")),
)
"""Properties of a file: the key that facts know one by, what a document has for it, and its name."""


def not_shown(comparison: Comparison) -> tuple[Message, ...]:
    """Each thing that differs and that no fact and no change of words tells of."""
    old, new = comparison.aligned.old, comparison.aligned.new
    both = [(old.tables[name], new.tables[name]) for name in old.tables if name in new.tables]
    told = {fact.subject for fact in comparison.facts if fact.kind is Kind.PROPERTY}
    return tuple(chain(_of_files(old.document, new.document, told), _of_tables(both)))


def _of_files(old: Document, new: Document, told: Collection[str]) -> Iterator[Message]:
    for key, read, name in _PROPERTIES:
        if key not in told and read(old) != read(new):
            yield msg("a property of the file: {name}", name=name)
    if old.cover != new.cover:
        yield msg("the look of the cover, which is made from another template")


def _of_tables(both: list[tuple[Table, Table]]) -> Iterator[Message]:
    if any(old.description != new.description for old, new in both):
        yield msg("the description of a table that is read aloud to those who cannot see it")
    if any(old.columns != new.columns and len(old.columns) == len(new.columns) for old, new in both):
        yield msg("the width of columns, or how figures stand in them")
