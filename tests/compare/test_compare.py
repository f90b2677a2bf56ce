"""Two documents are equal only if they say the same, and then there is nothing to tell."""

from dataclasses import replace

from project_documents import document
from samples import DOCUMENT

from kdnet_docs.compare.compare import compare
from kdnet_docs.document.tree import Block, Document, Table

CONTRACT = "erhvervshus-midtjylland@2022"


def test_a_document_is_equal_to_itself() -> None:
    assert compare(DOCUMENT, DOCUMENT).equal
    assert compare(DOCUMENT, DOCUMENT).facts == ()


def test_ids_and_places_in_the_source_are_no_difference() -> None:
    made = document(CONTRACT)
    assert compare(made, replace(made, source_name="andetsteds.yaml")).equal


def test_what_no_words_tell_is_still_a_fact() -> None:
    for other in (
        replace(DOCUMENT, title="En anden titel"),
        replace(DOCUMENT, watermark="KLADDE"),
        _with_other_heads(DOCUMENT),
    ):
        found = compare(DOCUMENT, other)
        assert not found.equal
        assert found.facts


def _with_other_heads(made: Document) -> Document:
    """A document in whose tables other cells head rows and columns."""
    return replace(made, blocks=tuple(_heads(block) for block in made.blocks))


def _heads(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    rows = tuple(
        replace(row, cells=tuple(replace(one, header=not one.header) for one in row.cells))
        for row in block.rows
    )
    return replace(block, rows=rows)
