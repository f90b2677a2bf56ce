"""Every change is told of, nothing is told of twice or without a change, in the order in which one reads."""

from collections.abc import Callable, Iterator

import pytest
from edits_at_random import edited
from hypothesis import given, settings
from hypothesis import strategies as st
from planted import CONTRACT, planted
from project_documents import document
from two_texts import compared

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, TablePair
from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.facts.changed_leaves import changed_leaves
from kdnet_docs.compare.facts.claims import Claims, Range
from kdnet_docs.compare.facts.walk import all_steps
from kdnet_docs.document.anatomy import Leaf
from kdnet_docs.document.tree import Document
from kdnet_docs.sources.read import read

PAIRS = [
    ("erhvervshus-midtjylland@2021", "erhvervshus-midtjylland@2022"),
    ("erhvervshus-midtjylland@2022", "erhvervshus-midtjylland@2021"),
    ("naere-psykiatri@2021-06", "naere-psykiatri@2021-09"),
    ("erhvervshus-midtjylland@2022", "naere-psykiatri@2021-09"),
]


def untold(comparison: Comparison) -> list[object]:
    """Changed words and steps that no fact speaks of."""
    return [*_untold_words(comparison), *_untold_steps(comparison)]


def _untold_words(comparison: Comparison) -> Iterator[object]:
    claims = Claims(comparison.aligned, comparison.facts)
    for leaf in changed_leaves(comparison.aligned):
        old, new = leaf.claimed(claims)
        for hunk in leaf.hunks:
            if not (
                _told(leaf.old, hunk.old_start, hunk.old_end, old)
                and _told(leaf.new, hunk.new_start, hunk.new_end, new)
            ):
                yield leaf.old[hunk.old_start : hunk.old_end], leaf.new[hunk.new_start : hunk.new_end]


def _told(text: str, start: int, end: int, claimed: tuple[Range, ...]) -> bool:
    return all(text[at].isspace() or any(a <= at < b for a, b in claimed) for at in range(start, end))


def _untold_steps(comparison: Comparison) -> Iterator[object]:
    old, new = comparison.aligned.old, comparison.aligned.new
    claims = Claims(comparison.aligned, comparison.facts)
    for step in all_steps(comparison.aligned):
        match step:
            case Deleted() if not _told_whole(old.leaves[step.old], claims.of_old):
                yield step
            case Inserted() if not _told_whole(new.leaves[step.new], claims.of_new):
                yield step
            case MovedFrom() if not claims.of_old(old.leaves[step.old]):
                yield step
            case MovedTo() if not claims.of_new(new.leaves[step.new]):
                yield step
            case TablePair():
                yield from _untold_rows(comparison, step)
            case _:
                pass


def _told_whole(leaf: Leaf, claimed: Callable[[Leaf], tuple[Range, ...]]) -> bool:
    return bool(claimed(leaf)) and _told(leaf.text, 0, len(leaf.text), claimed(leaf))


def _untold_rows(comparison: Comparison, table: TablePair) -> Iterator[object]:
    places = [place for fact in comparison.facts for place in fact.places]
    told = {spot.leaf for place in places for spot in (place.old, place.new) if spot}
    old, new = comparison.aligned.old, comparison.aligned.new
    for row in table.rows:
        side, identity = (old, row.old) if row.new is None else (new, row.new)
        parts = {identity, *(block.id for cell in side.rows[identity or ""].cells for block in cell.blocks)}
        if (row.moved or not row.old or not row.new) and not parts & told:
            yield row


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_change_between_real_documents_is_told_of(old: str, new: str) -> None:
    assert untold(compare(document(old), document(new))) == []


def test_every_planted_change_is_told_of() -> None:
    source = CONTRACT.read_text(encoding="utf-8")
    assert untold(compare(_document(source), _document(planted(source)))) == []


def _document(text: str) -> Document:
    made = read(Source("aftale.yaml", text))
    assert not isinstance(made, Refused)
    return assemble(made).document


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(sorted({name for pair in PAIRS for name in pair})), st.integers(0, 10_000))
def test_every_change_at_random_is_told_of(name: str, seed: int) -> None:
    new, _ = edited(document(name), seed)
    assert untold(compare(document(name), new)) == []


@pytest.mark.parametrize("name", sorted({name for pair in PAIRS for name in pair}))
def test_a_document_and_itself_have_no_facts(name: str) -> None:
    found = compare(document(name), document(name))
    assert (found.facts, found.equal) == ((), True)


def test_facts_are_numbered_in_the_order_in_which_one_reads() -> None:
    old = "Huset skal svare.\n\nHuset har 3 rum.\n\nDet koster 5 kr."
    new = "Huset bør svare.\n\nHuset har 4 rum.\n\nDet koster 6 kr."
    found = compared(old, new).facts
    assert [(fact.number, fact.kind.value) for fact in found] == [
        (1, "obligation"),
        (2, "quantity"),
        (3, "amount"),
    ]


def test_a_place_is_that_of_the_words() -> None:
    found = compared("Huset har 3 store rum.", "Huset har 4 store rum.")
    (fact,) = found.facts
    assert fact.where.new is not None
    leaf = found.aligned.new.leaves[fact.where.new.leaf]
    assert leaf.text[fact.where.new.start : fact.where.new.end] == "4"
    assert fact.where.clause == "Tekst"
