from dataclasses import replace

import pytest
from project_documents import document
from redlines import comparison
from samples import BUDGET, DOCUMENT

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.not_shown import not_shown
from kdnet_docs.document.tree import Column, Document, Table


def with_budget(table: Table) -> Document:
    return replace(DOCUMENT, blocks=tuple(table if one is BUDGET else one for one in DOCUMENT.blocks))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (DOCUMENT, []),
        (replace(DOCUMENT, keywords=("andet",)), ["a property of the file: keywords"]),
        (replace(DOCUMENT, cover=None), ["the look of the cover, which is made from another template"]),
        (
            with_budget(replace(BUDGET, description="Anden beskrivelse")),
            ["the description of a table that is read aloud to those who cannot see it"],
        ),
        (
            with_budget(replace(BUDGET, columns=(Column(width=1), Column(width=1, align="end")))),
            ["the width of columns, or how figures stand in them"],
        ),
    ],
)
def test_what_no_words_tell_of_is_listed(new: Document, expected: list[str]) -> None:
    assert [str(message) for message in not_shown(comparison(DOCUMENT, new))] == expected


def test_a_property_that_a_fact_tells_of_is_not_listed() -> None:
    told = compare(document("erhvervshus-midtjylland@2021"), document("erhvervshus-midtjylland@2022"))
    assert "keywords" in {fact.subject for fact in told.facts}
    assert "a property of the file: keywords" not in map(str, not_shown(told))


def test_what_follows_from_another_heading_is_not_listed() -> None:
    told = compare(document("erhvervshus-midtjylland@2021"), document("erhvervshus-midtjylland@2022"))
    assert not_shown(told) == ()
