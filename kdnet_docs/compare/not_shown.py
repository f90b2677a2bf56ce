"""What is different between two documents and stands in none of their words: reports list it."""

from collections.abc import Callable, Collection, Iterator
from itertools import chain

from kdnet_docs.alignment.steps import TablePair
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.fact import Kind
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.tree import Document

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
    told = {fact.subject for fact in comparison.facts if fact.kind is Kind.PROPERTY}
    return tuple(chain(_of_files(old.document, new.document, told), _of_tables(comparison)))


def _of_files(old: Document, new: Document, told: Collection[str]) -> Iterator[Message]:
    for key, read, name in _PROPERTIES:
        if key not in told and read(old) != read(new):
            yield msg("a property of the file: {name}", name=name)
    if old.cover != new.cover:
        yield msg("the look of the cover, which is made from another template")


def _of_tables(comparison: Comparison) -> Iterator[Message]:
    old, new = comparison.aligned.old, comparison.aligned.new
    both = [(step.old, step.new) for step in all_steps(comparison.aligned) if isinstance(step, TablePair)]
    if any(_own_description(old, one) != _own_description(new, other) for one, other in both):
        yield msg("the description of a table that is read aloud to those who cannot see it")
    formatted = {
        spot.leaf
        for fact in comparison.facts
        if fact.kind is Kind.FORMATTING
        for where in fact.places
        for spot in (where.old, where.new)
        if spot
    }
    columns = (
        (old.tables[one].columns, new.tables[other].columns) for one, other in both if other not in formatted
    )
    if any(before != after and len(before) == len(after) for before, after in columns):
        yield msg("the width of columns, or how figures stand in them")


def _own_description(one_side: Anatomy, table: str) -> str:
    """What a table's description says besides the heading above it: another heading is a fact already."""
    described = one_side.tables[table].description
    heading = one_side.leaves.get(one_side.leaves[table].under)
    if heading is None:
        return described
    return described.replace(heading.text, "").replace(heading.label.rstrip(" –-:.") or heading.text, "")
