"""A place is the line and column of the words themselves, however the file folds and escapes them."""

import pytest
from authored import contract, document
from project_documents import document as project_document

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.fact import Kind, Spot
from kdnet_docs.document.anatomy import Anatomy
from kdnet_docs.document.placed import placed
from kdnet_docs.document.tree import Text

PAIR = ("erhvervshus-midtjylland@2021", "erhvervshus-midtjylland@2022")


def spots(comparison: Comparison) -> list[tuple[Anatomy, Spot]]:
    """Every place with words of the author's own."""
    both = comparison.aligned
    return [
        (side, spot)
        for fact in comparison.facts
        for place in fact.places
        for side, spot in ((both.old, place.old), (both.new, place.new))
        if spot and spot.leaf in side.leaves and spot.start < spot.end and authored(side, spot)
    ]


def authored(side: Anatomy, spot: Spot) -> bool:
    return any(
        one.leaf == spot.leaf and one.start <= spot.start and spot.end <= one.end
        for one in placed(side)
        if isinstance(one.inline, Text) and one.inline.span
    )


def test_a_span_is_that_of_the_words_in_the_real_contract() -> None:
    found = spots(compare(*map(project_document, PAIR)))
    assert len(found) > 100
    for side, spot in found:
        words = side.leaves[spot.leaf].text[spot.start : spot.end]
        assert spot.span is not None
        assert " ".join(spot.span.text.split()) == " ".join(words.split())


def test_every_place_of_the_real_contract_has_a_line() -> None:
    for fact in compare(*map(project_document, PAIR)).facts:
        for place in fact.places:
            assert all(spot is None or spot.span for spot in (place.old, place.new))


FOLDED = """\
- section: Indhold
  text: >-
    Huset ligger
    i Viborg og har
    {number} store rum.
"""
PLAIN = "- section: Indhold\n  text: 'Det er husets \"egne\" rum, og de ''er'' {number} i tal.'\n"
DOUBLE = '- section: Indhold\n  text: "Det er \\"egne\\" rum, og de er {number} i tal."\n'
MARKED = "- section: Indhold\n  text: Det er **egne** rum, jf. \\*her, og de er {number} i tal.\n"


@pytest.mark.parametrize("body", [FOLDED, PLAIN, DOUBLE, MARKED])
def test_a_figure_is_found_behind_folds_and_escapes(body: str) -> None:
    old, new = (document(contract(body.format(number=number))) for number in (3, 4))
    (fact,) = compare(old, new).facts
    assert fact.kind is Kind.QUANTITY
    assert fact.where.new is not None
    assert fact.where.new.span is not None
    assert fact.where.new.span.text == "4"


def test_a_place_where_words_were_left_out_is_where_they_would_stand() -> None:
    old, new = (document(contract(FOLDED.format(number=number))) for number in ("3 virkelig usædvanlig", "3"))
    (fact,) = compare(old, new).facts
    assert fact.where.new is not None
    assert fact.where.new.span is not None
    source = fact.where.new.span.source.text
    assert source[: fact.where.new.span.start].endswith("\n      3 ")
